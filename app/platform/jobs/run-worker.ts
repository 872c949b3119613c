import { setTimeout as pause } from 'node:timers/promises';
import { openPool } from '../database/client.ts';
import type { Logger } from '../log.ts';
import { farewell } from './heartbeat.ts';
import { type Task, toTaskList } from './task.ts';
import { startWorkerPool, type WorkerPool, type WorkerPoolOptions } from './worker-pool.ts';

export interface WorkerOptions {
  readonly url: string;
  readonly tasks: Readonly<Record<string, Task>>;
  /** Tasks that run by the clock, in UTC. Source: https://worker.graphile.org/docs/cron */
  readonly crontab?: string;
  /** How many jobs run at once. */
  readonly concurrency: number;
  readonly log: Logger;
  /** After how long without a sign of life a worker's jobs are given to others, milliseconds; 30 seconds when left out. */
  readonly silenceMs?: number;
}

export interface Worker {
  /** Takes no more jobs, gives those that run five seconds, and puts back what is left. */
  stop(): Promise<void>;
}

const SILENCE_MS = 30_000;
const RESTART_AFTER_MS = 1_000;

/**
 * Runs jobs until stopped. When the database goes away (a restart, say) the worker waits for it and goes on, and a job that was
 * cut off runs again. The jobs of a worker that died are free for the living 30 to 40 seconds after its last sign of life.
 */
export async function runWorker(options: WorkerOptions): Promise<Worker> {
  const { url, tasks, crontab = '', concurrency, log, silenceMs = SILENCE_MS } = options;
  // Besides the jobs' own connections, one listens and one beats.
  const pool = openPool(url, { poolSize: concurrency + 2, log });
  const poolOptions = { pool, taskList: toTaskList(tasks, log), crontab, concurrency, silenceMs, log };
  const stopping = new AbortController();
  const first = await startWorkerPool(poolOptions);
  let current: Promise<WorkerPool | undefined> = Promise.resolve(first);
  const supervise = async (workers: WorkerPool) => {
    await workers.ended;
    if (stopping.signal.aborted) return;
    log.warn({ workerId: workers.id }, 'the worker ended by itself and starts again');
    current = startAgain(workers, poolOptions, stopping.signal);
    const replacement = await current;
    if (replacement) await supervise(replacement);
  };
  void supervise(first);
  return {
    stop: async () => {
      stopping.abort();
      const workers = await current;
      await workers?.stop();
      await pool.end();
    },
  };
}

/** Replaces a pool that ended, as soon as the database can be reached. Undefined when asked to stop before that. */
async function startAgain(
  ended: WorkerPool,
  options: WorkerPoolOptions,
  stopping: AbortSignal,
): Promise<WorkerPool | undefined> {
  while (!stopping.aborted) {
    try {
      await farewell(options.pool, ended.id);
      return await startWorkerPool(options);
    } catch (err) {
      options.log.warn({ err, delayMs: RESTART_AFTER_MS }, 'the worker could not start');
      await pause(RESTART_AFTER_MS, undefined, { signal: stopping }).catch(() => {});
    }
  }
  return undefined;
}
