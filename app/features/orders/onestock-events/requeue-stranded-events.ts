import type { Database } from '#app/platform/database/client.ts';
import { CONVERGE_ORDER } from './converge-job.ts';

const STRANDED_AFTER_MS = 10 * 60_000;

/**
 * Gives a job to every order about which an event of OneStock has waited for ten minutes and which has none in the queue.
 *
 * @returns how many orders there were
 */
export async function requeueStrandedOneStockEvents(
  { pool }: Pick<Database, 'pool'>,
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - STRANDED_AFTER_MS);
  const { rows } = await pool.query<{ count: number }>(REQUEUE, [CONVERGE_ORDER, before]);
  return rows[0]?.count ?? 0;
}

const REQUEUE = `
  with stranded as (
    select distinct shop, subject from inbox_event
    where source = 'onestock' and state = 'waiting' and received_at < $2 and not has_job('converge:' || shop || ':' || subject)
  )
  select enqueue_jobs(jsonb_agg(jsonb_build_object(
    'task', $1::text, 'key', 'converge:' || shop || ':' || subject,
    'payload', jsonb_build_object('shop', shop, 'oneStockOrderId', subject)))) as count
  from stranded`;
