import type pg from 'pg';
import type { Logger } from '#app/platform/log.ts';
import { insertCallbacks } from './callbacks.ts';
import type { ShownRate, ShownRates } from './shown-rates.ts';
import type { CallbackTrace } from './types.ts';

/** Rows wait this long for others, so that a busy second is a few statements. */
const GATHER_MS = 40;
const LARGEST_BATCH = 500;
/** Traces kept while the database does not answer; the oldest go first. */
const MOST_TRACES_WAITING = 20_000;
const RETRY_MS = 500;

/** Writes what was shown, and why, after the answer has left. */
export interface AnswerRecorder {
  record(trace: CallbackTrace, shown: readonly ShownRate[]): void;
  /** Writes all that waits; called before the process ends. */
  flush(): Promise<void>;
}

/**
 * Gathers rows for at most 40 ms and writes them in batches, in the background. While the database does not answer they are kept and
 * tried again; shown rates go first and are never given up, since orders rest on them.
 */
export function createAnswerRecorder(dependencies: {
  pool: pg.Pool;
  shownRates: Pick<ShownRates, 'insert'>;
  log: Logger;
}): AnswerRecorder {
  const { pool, shownRates, log } = dependencies;
  const rates = createQueue<ShownRate>((batch) => shownRates.insert(batch), log);
  const traces = createQueue<CallbackTrace>((batch) => insertCallbacks(pool, batch), log);
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
      if (rates.length > 0 || traces.length > 0) schedule(RETRY_MS);
    });
    return writing;
  }

  async function writeAll(): Promise<void> {
    try {
      while (rates.length > 0 || traces.length > 0) {
        await rates.writeBatch();
        await traces.writeBatch();
      }
    } catch (error) {
      traces.keepLast(MOST_TRACES_WAITING);
      log.warn(
        { err: error, count: rates.length },
        'shown rates wait for the database; they will be written',
      );
    }
  }

  return {
    record(trace, shown) {
      rates.push(...shown);
      traces.push(trace);
      schedule(GATHER_MS);
    },
    async flush() {
      clearTimeout(timer);
      timer = undefined;
      // The batch being written may have begun before the last rows came.
      await writing;
      await write();
    },
  };
}

/** Rows in the order in which they came. A batch leaves the queue once it is written. */
function createQueue<Row>(insert: (batch: Row[]) => Promise<void>, log: Logger) {
  let rows: Row[] = [];

  /** A row that the database refuses for what it holds must not hold up the others: halves find it, and it is given up. */
  async function insertOrHalve(batch: Row[]): Promise<void> {
    try {
      await insert(batch);
    } catch (error) {
      if (!isDataFault(error)) throw error;
      if (batch.length === 1) {
        log.error({ err: error as Error }, 'a row was refused by the database and given up');
        return;
      }
      const middle = batch.length >> 1;
      await insertOrHalve(batch.slice(0, middle));
      await insertOrHalve(batch.slice(middle));
    }
  }

  return {
    get length() {
      return rows.length;
    },
    push(...more: Row[]) {
      rows.push(...more);
    },
    keepLast(count: number) {
      if (rows.length > count) rows = rows.slice(-count);
    },
    async writeBatch() {
      const batch = rows.slice(0, LARGEST_BATCH);
      if (batch.length > 0) await insertOrHalve(batch);
      rows = rows.slice(batch.length);
    },
  };
}

/** SQLSTATE classes 22 and 23: what the row holds is at fault (https://www.postgresql.org/docs/18/errcodes-appendix.html). */
function isDataFault(error: unknown): boolean {
  return /^2[23]/.test((error as { code?: unknown }).code?.toString() ?? '');
}
