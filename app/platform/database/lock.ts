import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from 'neverthrow';
import type pg from 'pg';
import { OperatorError } from '../operator-error.ts';

/** How long a caller waits for a lock that another holds, milliseconds. */
const WAIT_MS = 30_000;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 250;

/**
 * Runs `work` while no other caller, in any process on this database, runs work under the same name.
 *
 * All locks that a process holds are PostgreSQL advisory locks of one session, checked out of the pool while there is
 * anything to lock: however many callers wait, they cannot use up the pool that the holder's own statements need. A lock
 * ends with its session, so a killed process holds nothing; if the connection is lost while `work` runs, `work` goes on
 * unprotected across processes (still alone within this one), so what it writes must bear repetition.
 *
 * @param name what is locked, such as `order:example.myshopify.com:123`; work under a name must not ask for it again
 * @returns what `work` returned
 * @throws OperatorError `lock_timeout` when another held the lock for 30 seconds; whatever `work` throws
 */
export async function withLock<T>(pool: pg.Pool, name: string, work: () => Promise<T>): Promise<T> {
  const done = await withLockSoon(pool, name, { waitMs: WAIT_MS }, work);
  if (done.isErr())
    throw new OperatorError(
      'lock_timeout',
      `The lock "${name.split(':')[0]}" was held by another for too long.`,
    );
  return done.value;
}

/** How long a caller waits who has another way than to wait. */
export interface Patience {
  /** Milliseconds. */
  waitMs: number;
  /** Whether it waits not at all behind somebody of this process who waits already. */
  standsInNoQueue?: boolean;
}

/**
 * The same for a caller who has another way than to wait; see {@link withLock}.
 *
 * @returns `busy` when another held the lock for that long
 */
export async function withLockSoon<T>(
  pool: pg.Pool,
  name: string,
  { waitMs, standsInNoQueue = false }: Patience,
  work: () => Promise<T>,
): Promise<Result<T, 'busy'>> {
  const locks = locksOf(pool);
  if (standsInNoQueue && locks.isAwaited(name)) return err('busy');
  const deadline = performance.now() + waitMs;
  const leave = await locks.enterQueue(name, deadline);
  if (!leave) return err('busy');
  try {
    const release = await locks.acquire(name, deadline);
    if (!release) return err('busy');
    try {
      return ok(await work());
    } finally {
      await release();
    }
  } finally {
    leave();
  }
}

const locksByPool = new WeakMap<pg.Pool, ProcessLocks>();

function locksOf(pool: pg.Pool): ProcessLocks {
  const known = locksByPool.get(pool);
  if (known) return known;
  const locks = new ProcessLocks(pool);
  locksByPool.set(pool, locks);
  return locks;
}

/** The session that holds this process's locks on one database, and the callers who wait in this process. */
class ProcessLocks {
  readonly #pool: pg.Pool;
  /** The queue for each name, with its end. An advisory lock does not exclude its own session, so turns are taken here. */
  readonly #queues = new Map<string, { end: Promise<void>; callers: number }>();
  #session: LockSession | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  /** Whether somebody of this process waits behind another for it. */
  isAwaited(name: string): boolean {
    return (this.#queues.get(name)?.callers ?? 0) > 1;
  }

  /** Waits for this process's earlier callers of the same name. The function it returns lets the next one in; null at the deadline. */
  async enterQueue(name: string, deadline: number): Promise<(() => void) | null> {
    const queue = this.#queues.get(name) ?? { end: Promise.resolve(), callers: 0 };
    const before = queue.callers > 0 ? queue.end : null;
    const turn = Promise.withResolvers<void>();
    queue.end = Promise.all([before, turn.promise]).then(() => {});
    queue.callers += 1;
    this.#queues.set(name, queue);
    const leave = () => {
      turn.resolve();
      queue.callers -= 1;
      if (queue.callers === 0) this.#queues.delete(name);
    };
    if (before && !(await settlesBefore(before, deadline))) {
      leave();
      return null;
    }
    return leave;
  }

  /** Takes the lock from other processes, trying again until the deadline. The function it returns gives it back; null at the deadline. */
  async acquire(name: string, deadline: number): Promise<(() => Promise<void>) | null> {
    const key = lockKey(name);
    const session = this.#enterSession();
    try {
      for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
        if (await session.tryLock(key)) break;
        if (performance.now() >= deadline) {
          this.#leaveSession(session);
          return null;
        }
        await pause(pauseMs * (0.5 + Math.random()));
      }
    } catch (error) {
      this.#leaveSession(session);
      throw error;
    }
    return async () => {
      await session.unlock(key);
      this.#leaveSession(session);
    };
  }

  #enterSession(): LockSession {
    if (!this.#session || this.#session.lost) this.#session = new LockSession(this.#pool);
    this.#session.users += 1;
    return this.#session;
  }

  #leaveSession(session: LockSession): void {
    session.users -= 1;
    if (session.users > 0) return;
    if (this.#session === session) this.#session = undefined;
    session.close();
  }
}

/** One connection that holds locks. Statements go out one at a time, as a connection takes them. */
class LockSession {
  users = 0;
  lost = false;
  readonly #client: Promise<pg.PoolClient>;
  #last: Promise<unknown>;
  readonly #onLoss = () => {
    this.lost = true;
  };

  constructor(pool: pg.Pool) {
    this.#client = pool.connect().then((client) => client.on('error', this.#onLoss));
    this.#client.catch(this.#onLoss);
    this.#last = this.#client;
  }

  tryLock(key: bigint): Promise<boolean> {
    return this.#query('select pg_try_advisory_lock($1) as done', key);
  }

  /** Gives a lock back. On a lost connection there is nothing left to give back. */
  async unlock(key: bigint): Promise<void> {
    await this.#query('select pg_advisory_unlock($1) as done', key).catch(() => {});
  }

  close(): void {
    this.#client.then((client) => client.off('error', this.#onLoss).release(this.lost)).catch(() => {});
  }

  #query(text: string, key: bigint): Promise<boolean> {
    const answer = this.#last
      .catch(() => {})
      .then(async () => {
        const client = await this.#client;
        const { rows } = await client.query<{ done: boolean }>(text, [key.toString()]);
        return rows[0]?.done === true;
      });
    answer.catch(this.#onLoss);
    this.#last = answer;
    return answer;
  }
}

/** Advisory locks are named by a signed 64-bit number: the first eight bytes of the name's SHA-256. */
function lockKey(name: string): bigint {
  return createHash('sha256').update(name).digest().readBigInt64BE();
}

async function settlesBefore(promise: Promise<void>, deadline: number): Promise<boolean> {
  const abort = new AbortController();
  const timeout = pause(Math.max(0, deadline - performance.now()), false, { signal: abort.signal }).catch(
    () => false,
  );
  try {
    return await Promise.race([promise.then(() => true), timeout]);
  } finally {
    abort.abort();
  }
}
