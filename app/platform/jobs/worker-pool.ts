import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from '../log.ts';
import { graphileLogger } from './graphile-logger.ts';
import { beat, farewell, sweep } from './heartbeat.ts';

export interface WorkerPoolOptions {
  readonly pool: pg.Pool;
  readonly taskList: TaskList;
  readonly crontab: string;
  readonly concurrency: number;
  readonly silenceMs: number;
  readonly log: Logger;
}

/** One pool of graphile-worker, whose id stands on the jobs that it works on. */
export interface WorkerPool {
  readonly id: string;
  /** Settles when the pool has ended, asked or not. Never rejects. */
  readonly ended: Promise<void>;
  /** Ends it: running jobs may finish for a few seconds, then they are free for others. */
  stop(): Promise<void>;
}

/** How long running jobs may go on when the pool stops, milliseconds, and when they are told to come to an end. */
const GRACE_MS = 5_000;
const ABORT_AFTER_MS = 2_500;
/** New jobs announce themselves; those that come due, or are freed, are found by looking. */
const POLL_MS = 1_000;
const BEATS_PER_SILENCE = 6;

/** Starts a pool, its heartbeat, and its share of the sweeping. */
export async function startWorkerPool(options: WorkerPoolOptions): Promise<WorkerPool> {
  const { pool, silenceMs, log } = options;
  const events: WorkerEvents = new EventEmitter();
  const created = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
  });
  const runner = await run({
    pgPool: pool,
    events,
    taskList: options.taskList,
    crontab: options.crontab,
    concurrency: options.concurrency,
    pollInterval: POLL_MS,
    gracefulShutdownAbortTimeout: ABORT_AFTER_MS,
    noHandleSignals: true,
    logger: graphileLogger(log),
    // Without a batch, an answer that the database does not take is an unhandled rejection, which ends the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  const id = await created;
  const heart = startHeart(pool, id, silenceMs, log);
  const ended = runner.promise.catch(() => {}).finally(heart.stop);
  return {
    id,
    ended,
    stop: async () => {
      await Promise.race([runner.stop().catch(() => {}), pause(GRACE_MS, undefined, { ref: false })]);
      heart.stop();
      // If this fails, others find the jobs by the heart that stopped.
      await farewell(pool, id).catch((err) => log.warn({ err, workerId: id }, 'jobs were not put back'));
    },
  };
}

/** Beats at once and then six times in the time after which a silent worker is dead; sweeps at every second beat. */
function startHeart(pool: pg.Pool, id: string, silenceMs: number, log: Logger): { stop(): void } {
  let beats = 0;
  const next = async () => {
    try {
      await beat(pool, id);
      beats += 1;
      const dead = beats % 2 === 0 ? await sweep(pool, silenceMs) : [];
      if (dead.length > 0) log.warn({ workers: dead }, 'jobs of dead workers were freed');
    } catch (err) {
      log.warn({ err, workerId: id }, 'the worker could not reach the database');
    }
  };
  void next();
  const timer = setInterval(next, silenceMs / BEATS_PER_SILENCE);
  return { stop: () => clearInterval(timer) };
}
