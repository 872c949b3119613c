import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { CONVERGENCE_KEY_OF_ROW, ENQUEUE_CONVERGENCES } from './onestock-events/converge-job.ts';

/** More come with the next call. */
const MOST_ORDERS = 1_000;

/** How long the jobs have before the orders are due again, should those be lost. */
const AGAIN_AFTER_MS = 60 * 60_000;

/**
 * Adds a job for every order that is due for comparison, in one statement: what no event announced is found by it. Orders of shops that
 * do not synchronize them, any more, are left alone; so are those that have a job, which would begin with its attempts anew.
 *
 * @returns how many orders were given a job
 */
export async function compareOrders({
  database: { pool },
  clock,
}: {
  database: Pick<Database, 'pool'>;
  clock: Clock;
}): Promise<number> {
  const now = clock.now();
  const again = new Date(now.getTime() + AGAIN_AFTER_MS);
  const values = [now, again, MOST_ORDERS];
  const { rows } = await pool.query<{ count: number }>(COMPARE, values);
  return rows[0]?.count ?? 0;
}

const COMPARE = `
  with due as (
    update order_export set compare_at = $2
    where (shop, order_id) in (
      select shop, order_id from order_export join shop on shop.domain = order_export.shop
      where compare_at <= $1 and exported_at is not null and shop.syncs_orders and shop.uninstalled_at is null
      order by compare_at limit $3
      for update of order_export skip locked
    )
    returning shop, order_id
  ), first as (
    select due.shop, onestock_order_id from due
    join order_delivery on order_delivery.shop = due.shop and order_delivery.order_id = due.order_id and number = 1
  )
  select ${ENQUEUE_CONVERGENCES} as count from first where not has_job(${CONVERGENCE_KEY_OF_ROW})`;
