import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { CallbackOverview } from './overview.ts';

/** The shop's last traces, newest first. */
export async function readCallbacks(
  { pool }: Pick<Database, 'pool'>,
  shop: ShopDomain,
  most: number,
): Promise<CallbackOverview[]> {
  const { rows } = await pool.query<CallbackRow>(
    `select callback.id, callback.received_at, callback.duration_ms, callback.phases_ms, answer.country, answer.postal_prefix,
       answer.rung, answer.status, answer.rate_count, answer.lines, answer.options, answer.failure
     from callback join rate_answer answer on answer.id = callback.answer_id
     where callback.shop = $1 order by callback.received_at desc limit $2`,
    [shop, most],
  );
  return rows.map(callbackOverview);
}

/** The JSON columns hold what the checkout wrote in these very shapes. */
interface CallbackRow {
  id: string;
  received_at: Date;
  duration_ms: number;
  phases_ms: CallbackOverview['phasesMs'];
  country: string | null;
  postal_prefix: string | null;
  rung: CallbackOverview['rung'];
  status: number;
  rate_count: number;
  lines: { sku: string | null; quantity: number }[];
  options: CallbackOverview['options'];
  failure: CallbackOverview['failure'] | null;
}

function callbackOverview(row: CallbackRow): CallbackOverview {
  return {
    id: row.id,
    receivedAt: row.received_at.toISOString(),
    country: row.country ?? undefined,
    postalPrefix: row.postal_prefix ?? undefined,
    rung: row.rung,
    status: row.status,
    durationMs: row.duration_ms,
    phasesMs: row.phases_ms,
    rateCount: row.rate_count,
    lines: row.lines.map(({ sku, quantity }) => ({ sku: sku ?? '(no SKU)', quantity })),
    options: row.options,
    failure: row.failure ?? undefined,
  };
}
