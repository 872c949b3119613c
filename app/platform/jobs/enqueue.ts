import type pg from 'pg';
import type { Prisma } from '../database/generated/client.ts';

export interface JobOptions {
  /**
   * At most one waiting job has this key: it takes the new payload, and the earlier of both times. A running job is never replaced: the new
   * one runs beside it, so work that must not overlap takes a lock. Source: https://worker.graphile.org/docs/job-key
   */
  readonly jobKey?: string;
  /** Not before this moment; at once when left out. */
  readonly runAt?: Date;
}

/** Hands work to whichever worker process is free. */
export interface Jobs<Task extends string = string> {
  /**
   * Adds a job. Given a transaction, the job exists exactly when the transaction commits.
   *
   * @param payload a JSON object; ids rather than contents, for it stays in the database until the job is done
   */
  enqueue(
    task: Task,
    payload: object,
    options?: JobOptions,
    transaction?: Prisma.TransactionClient,
  ): Promise<void>;
}

/** Whoever adds jobs does so by this function of ours, never by graphile-worker's own; see the migration that makes it. */
const ENQUEUE = 'select enqueue_jobs($1::jsonb)';

export function createJobs<Task extends string = string>(pool: pg.Pool): Jobs<Task> {
  return {
    async enqueue(task, payload, { jobKey: key, runAt } = {}, transaction) {
      const specs = JSON.stringify([{ task, payload, key, runAt }]);
      if (transaction) await transaction.$executeRawUnsafe(ENQUEUE, specs);
      else await pool.query(ENQUEUE, [specs]);
    },
  };
}
