import type pg from 'pg';
import { isDataFault, sqlStateOf } from '#app/platform/database/data-fault.ts';
import type { Logger } from '#app/platform/log.ts';
import { insertAnswers, type Keeping } from './insert-answers.ts';
import type { GivenAnswer, PreparedAnswer, RateAnswer, Spent } from './types.ts';

/** Answers wait this long for others, so that a busy second is a few statements. */
const GATHER_MS = 40;
const LARGEST_BATCH = 200;
/** Answers kept while the database does not take them; the oldest go first. Some hundred bytes each where alike, some kilobytes else. */
const MOST_WAITING = 20_000;
const RETRY_MS = 500;

/** Writes what was shown, and why, after the answer has left. */
export interface AnswerRecorder {
  record(answer: RateAnswer, spent: Spent): void;
  /** How many answers wait to be written. */
  waiting(): number;
  /** Writes all that waits; called before the process ends. */
  flush(): Promise<void>;
}

/**
 * Gathers answers for at most 40 ms and writes them in batches, in the background. While the database does not take them they are kept and
 * tried again.
 */
export function createAnswerRecorder(dependencies: {
  pool: pg.Pool;
  log: Logger;
  /** A new random UUID. */
  newId: () => string;
  mayTrace: (answer: RateAnswer, spent: Spent) => boolean;
  onWritten?: (answers: number) => void;
  onForgotten?: (answers: number) => void;
}): AnswerRecorder {
  const { pool, log, newId, mayTrace, onWritten = () => {}, onForgotten = () => {} } = dependencies;
  const keepings = new WeakMap<PreparedAnswer, Keeping>();
  let waiting: GivenAnswer[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | undefined;

  function schedule(delayMs: number): void {
    timer ??= setTimeout(() => {
      timer = undefined;
      void write();
    }, delayMs);
  }

  /** One writer at a time: what arrives meanwhile goes with the next batch. */
  function write(): Promise<void> {
    writing ??= writeAll().finally(() => {
      writing = undefined;
      if (waiting.length === 0) return;
      // What comes meanwhile waits as long: it would be refused as well.
      clearTimeout(timer);
      timer = undefined;
      schedule(RETRY_MS);
    });
    return writing;
  }

  async function writeAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, LARGEST_BATCH);
      try {
        await insertOrHalve(batch);
        onWritten(batch.length);
      } catch (error) {
        waiting = [...batch, ...waiting];
        forgetOldest();
        log.warn(
          { err: error, count: waiting.length },
          'what was shown waits for the database; it will be written',
        );
        return;
      }
    }
  }

  /** What the database refuses for what it holds must not hold up the rest: halves find it, and it is given up. */
  async function insertOrHalve(batch: GivenAnswer[]): Promise<void> {
    try {
      await insertAnswers(pool, batch, keepingOf);
    } catch (error) {
      if (!isDataFault(error)) throw error;
      if (batch.length === 1) {
        // Written before, by a statement whose success we did not hear of.
        if (sqlStateOf(error) === UNIQUE_VIOLATION) return;
        log.error(
          { err: error as Error },
          'the database refuses what was shown; an order from it is resolved without it',
        );
        return;
      }
      const middle = batch.length >> 1;
      await insertOrHalve(batch.slice(0, middle));
      await insertOrHalve(batch.slice(middle));
    }
  }

  function keepingOf(prepared: PreparedAnswer): Keeping {
    let keeping = keepings.get(prepared);
    if (!keeping) {
      keeping = { id: newId(), isWritten: false };
      keepings.set(prepared, keeping);
    }
    return keeping;
  }

  /** A batch at once, so that it is said once a batch. */
  function forgetOldest(): void {
    if (waiting.length <= MOST_WAITING) return;
    const { length } = waiting.splice(0, Math.max(LARGEST_BATCH, waiting.length - MOST_WAITING));
    onForgotten(length);
    log.error(
      { count: length },
      'too much waits for the database; the oldest of what was shown is forgotten',
    );
  }

  return {
    record(answer, spent) {
      const { prepared, id, receivedAt, answeredAt } = answer;
      // Without its text, which is the most of it.
      const issued = { prepared, id, receivedAt, answeredAt };
      waiting.push({ answer: issued, spent, isTraced: mayTrace(answer, spent) });
      forgetOldest();
      schedule(GATHER_MS);
    },
    waiting: () => waiting.length,
    async flush() {
      clearTimeout(timer);
      timer = undefined;
      // The batch being written may have begun before the last answers came.
      await writing;
      await write();
    },
  };
}

const UNIQUE_VIOLATION = '23505';
