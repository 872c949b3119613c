import type { Database } from '#app/platform/database/client.ts';
import { CONVERGENCE_KEY_OF_ROW, ENQUEUE_CONVERGENCES } from './converge-job.ts';

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
  const { rows } = await pool.query<{ count: number }>(REQUEUE, [before]);
  return rows[0]?.count ?? 0;
}

const REQUEUE = `
  with stranded as (
    select distinct shop, subject as onestock_order_id from inbox_event
    where source = 'onestock' and state = 'waiting' and received_at < $1
  )
  select ${ENQUEUE_CONVERGENCES} as count from stranded where not has_job(${CONVERGENCE_KEY_OF_ROW})`;
