import { err, ok } from 'neverthrow';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '#app/platform/database/client.ts';
import { withLock, withLockSoon } from '#app/platform/database/lock.ts';
import { freshDatabase } from '#test/support/database.ts';

const { url, database } = await freshDatabase();

describe('withLock', () => {
  it('lets one caller in at a time, of this process and of others', async () => {
    // GIVEN a second pool, which holds its locks in a session of its own, as another process would
    const other = openDatabase(url, { poolSize: 2 });
    let inside = 0;
    let most = 0;
    let done = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await database.pool.query('select pg_sleep(0.001)');
      inside -= 1;
      done += 1;
    };
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        withLock(index % 2 ? database.pool : other.pool, 'order:1', work),
      ),
    );
    await other.close();
    expect({ most, done }).toEqual({ most: 1, done: 40 });
  });

  it('does not make callers of different names wait for each other', async () => {
    const result = await withLock(database.pool, 'order:1', () =>
      withLock(database.pool, 'token:1', async () => 'both held'),
    );
    expect(result).toBe('both held');
  });

  it('leaves the pool to the work, however many hold a lock', async () => {
    // GIVEN far more holders than the pool has connections (5), each with work for the same pool
    const together = Promise.withResolvers<void>();
    let holders = 0;
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        withLock(database.pool, `order:${index}`, async () => {
          holders += 1;
          if (holders === 30) together.resolve();
          await together.promise;
          await database.pool.query('select 1');
        }),
      ),
    );
    expect(holders).toBe(30);
  });

  it('gives back what the work returned, and the lock when the work throws', async () => {
    await expect(
      withLock(database.pool, 'order:1', async () => {
        throw new Error('work failed');
      }),
    ).rejects.toThrow('work failed');
    expect(await withLock(database.pool, 'order:1', async () => 'free again')).toBe('free again');
    expect(await heldLocks()).toBe(0);
  });

  it('turns away who does not wait long, at once where another waits, and lets nobody in beside the holder', async () => {
    const held = Promise.withResolvers<void>();
    let inside = 0;
    const holder = withLock(database.pool, 'order:1', async () => {
      inside += 1;
      await held.promise;
      inside -= 1;
    });
    const impatient = () => withLockSoon(database.pool, 'order:1', { waitMs: 50 }, async () => inside);
    const waiter = impatient();
    const shy = { waitMs: 60_000, standsInNoQueue: true };
    expect(await withLockSoon(database.pool, 'order:1', shy, async () => inside)).toEqual(err('busy'));
    expect(await waiter).toEqual(err('busy'));
    expect(await impatient()).toEqual(err('busy'));
    const next = withLockSoon(database.pool, 'order:1', shy, async () => inside);
    held.resolve();
    await holder;
    expect(await next).toEqual(ok(0));
    expect(await heldLocks()).toBe(0);
  });

  it('goes on with a new connection after one was lost under a holder', async () => {
    await withLock(database.pool, 'order:1', async () => {
      const victims = `select pg_terminate_backend(pid) from pg_locks
        where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`;
      await database.pool.query(victims);
      await vi.waitUntil(async () => (await heldLocks()) === 0);
    });
    expect(await withLock(database.pool, 'order:1', async () => 'locked anew')).toBe('locked anew');
    expect(await heldLocks()).toBe(0);
  });
});

async function heldLocks(): Promise<number> {
  const { rows } = await database.pool.query(
    `select count(*)::int as held from pg_locks
     where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
  );
  return rows[0].held;
}
