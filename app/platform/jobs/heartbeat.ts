import type pg from 'pg';

/** Everything here is told by the database's clock: the workers' own clocks may differ. */

/** Says that a worker lives. Workers silent for an hour are forgotten: nothing of theirs can be locked any more. */
export async function beat(pool: pg.Pool, workerId: string): Promise<void> {
  await pool.query(
    `with forgotten as (delete from worker_heartbeat where seen_at < now() - interval '1 hour')
     insert into worker_heartbeat (worker_id, seen_at) values ($1, now())
     on conflict (worker_id) do update set seen_at = excluded.seen_at`,
    [workerId],
  );
}

/** Frees what a worker of ours, known to have ended, still holds, and forgets the worker. */
export async function farewell(pool: pg.Pool, workerId: string): Promise<void> {
  await pool.query('select graphile_worker.force_unlock_workers(array[$1])', [workerId]);
  await pool.query('delete from worker_heartbeat where worker_id = $1', [workerId]);
}

/**
 * Frees the jobs and queues of workers that died: those who were not heard of for `silenceMs`, and those who were never heard of
 * and hold something for longer than that. graphile-worker by itself waits four hours.
 *
 * Whoever only seemed dead (a machine that slept) finishes a job that runs a second time elsewhere: jobs bear repetition.
 *
 * @returns the ids of the dead
 */
export async function sweep(pool: pg.Pool, silenceMs: number): Promise<string[]> {
  const { rows } = await pool.query<{ dead: string[] | null }>(
    `with held as (
       select locked_by, locked_at from graphile_worker._private_jobs where locked_by is not null
       union all
       select locked_by, locked_at from graphile_worker._private_job_queues where locked_by is not null
     ), dead as (
       select array_agg(distinct held.locked_by) as ids
       from held left join worker_heartbeat on worker_id = held.locked_by
       where coalesce(seen_at, locked_at) < now() - $1 * interval '1 millisecond'
     )
     select ids as dead, graphile_worker.force_unlock_workers(ids) from dead where ids is not null`,
    [silenceMs],
  );
  return rows[0]?.dead ?? [];
}
