import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Task } from '#app/platform/jobs/task.ts';

export async function createRecord(pool: pg.Pool): Promise<void> {
  await pool.query('create table recorded_run (job text, worker text, event text)');
  await pool.query('create table gate (worker text primary key, open boolean not null)');
}

/** A task that notes its start and its end in the table `recorded_run`, and between them waits until the worker's gate is open. */
export function recordingTask(pool: pg.Pool, worker: string): Task {
  const note = (jobId: string, event: string) =>
    pool.query('insert into recorded_run (job, worker, event) values ($1, $2, $3)', [jobId, worker, event]);
  return async (_payload, { jobId, signal }) => {
    await note(jobId, 'start');
    for (;;) {
      const { rows } = await pool.query('select open from gate where worker = $1', [worker]);
      if (rows[0]?.open !== false) break;
      await pause(20, undefined, { signal });
    }
    await note(jobId, 'end');
  };
}
