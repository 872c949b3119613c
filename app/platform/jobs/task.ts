import type { JobHelpers, TaskList } from 'graphile-worker';
import type { Logger } from '../log.ts';

/** What a task knows of the run that it is in. */
export interface JobContext {
  readonly jobId: string;
  /** 1 on the first run. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** Aborts when the process shuts down and the job should come to an end. */
  readonly signal: AbortSignal;
}

/**
 * What runs when a job's turn comes. A throw puts the job back, with a growing delay, until its attempts are used up. It may
 * run again after it succeeded (a process can die before it says so), and beside itself: it must bear both.
 */
export type Task = (payload: unknown, context: JobContext) => Promise<void>;

/** Wraps our tasks for graphile-worker: each run is logged, and of an error only its name or code stays with the job. */
export function toTaskList(tasks: Readonly<Record<string, Task>>, log: Logger): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      (payload: unknown, helpers: JobHelpers) => runTask(name, task, payload, helpers, log),
    ]),
  );
}

async function runTask(name: string, task: Task, payload: unknown, helpers: JobHelpers, log: Logger) {
  const { id: jobId, attempts: attempt, max_attempts: maxAttempts } = helpers.job;
  const startedAt = performance.now();
  const entry = () => ({ task: name, jobId, attempt, durationMs: Math.round(performance.now() - startedAt) });
  try {
    await task(payload, { jobId, attempt, maxAttempts, signal: helpers.abortSignal });
    log.debug(entry(), 'job done');
  } catch (err) {
    const level = attempt < maxAttempts ? 'warn' : 'error';
    log[level]({ ...entry(), maxAttempts, err }, 'job failed');
    // The message may hold personal data, and the job outlives a shop's request to delete it.
    throw new Error(nameOf(err));
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
