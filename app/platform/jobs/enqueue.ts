import type pg from 'pg';
import type { Prisma } from '../database/generated/client.ts';

export interface JobOptions {
  /** At most one waiting job has this key. */
  readonly jobKey?: string;
  /**
   * What happens to a waiting job of the same key: `replace` (the rule when left out) takes the new payload and time,
   * `preserve_run_at` the new payload only, `unsafe_dedupe` nothing. A running job is never replaced: with the first two the
   * new job runs besides it, so work that must not overlap takes a lock.
   * Source: https://worker.graphile.org/docs/job-key
   */
  readonly jobKeyMode?: 'replace' | 'preserve_run_at' | 'unsafe_dedupe';
  /** Not before this moment; at once when left out. */
  readonly runAt?: Date;
  /** How often the job is tried in all; 25 when left out. */
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after another. Few names only: a queue is a row that stays. */
  readonly queueName?: string;
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

const ADD_JOB = `
  select graphile_worker.add_job(
    $1::text, $2::json, queue_name => $3::text, run_at => $4::timestamptz,
    max_attempts => $5::int, job_key => $6::text, job_key_mode => $7::text)`;

export function createJobs<Task extends string = string>(pool: pg.Pool): Jobs<Task> {
  return {
    async enqueue(task, payload, options = {}, transaction) {
      const { queueName, runAt, maxAttempts, jobKey, jobKeyMode = 'replace' } = options;
      const optional = [queueName, runAt, maxAttempts, jobKey].map((value) => value ?? null);
      const values = [task, JSON.stringify(payload), ...optional, jobKeyMode];
      if (transaction) await transaction.$executeRawUnsafe(ADD_JOB, ...values);
      else await pool.query(ADD_JOB, values);
    },
  };
}
