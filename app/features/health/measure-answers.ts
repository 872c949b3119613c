import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockHealth, Quantiles } from './types.ts';

/** From the traces of a shop. */
export interface Measures {
  day: { durationMs: Quantiles | null; oneStockMs: Quantiles | null };
  week: { durationMs: Quantiles | null; oneStockMs: Quantiles | null };
  lastHour: OneStockHealth['lastHour'];
  /** When the newest question was put, if the newest three of the last ten minutes all had no answer; two are enough, one is not. */
  oneStockFailedAt: Date | null;
}

/**
 * OneStock's time counts where it was waited for: to its answer, or until the checkout could wait no longer. A question that the app held
 * back, because OneStock had failed several times, took no time of OneStock's; it counts as failed.
 */
const MEASURE = `
  with trace as (
    select callback.received_at, callback.duration_ms, answer.rung, answer.failure ->> 'code' as failure,
      case when answer.rung = 'onestock' or answer.failure ->> 'code' in ('onestock_late', 'onestock_timeout')
        then (callback.phases_ms ->> 'onestock')::float8 end as onestock_ms,
      answer.rung = 'onestock' or answer.failure ->> 'code' like 'onestock\\_%' as is_asked
    from callback join rate_answer answer on answer.id = callback.answer_id
    where callback.shop = $1 and answer.shop = $1 and callback.received_at >= $3
  )
  select
    percentile_cont(array[0.5, 0.95]) within group (order by duration_ms) filter (where received_at >= $2) as day_ms,
    percentile_cont(array[0.5, 0.95]) within group (order by duration_ms) as week_ms,
    percentile_cont(array[0.5, 0.95]) within group (order by onestock_ms) filter (where received_at >= $2) as day_onestock_ms,
    percentile_cont(array[0.5, 0.95]) within group (order by onestock_ms) as week_onestock_ms,
    count(*) filter (where is_asked and received_at >= $4)::int as asked,
    count(*) filter (where is_asked and failure is not null and received_at >= $4)::int as failed,
    (select case when count(*) > 1 and bool_and(failure is not null) then max(received_at) end from (
      select failure, received_at from trace where is_asked and received_at >= $5 order by received_at desc limit 3) newest) as failed_at
  from trace`;

type Row = Record<'day_ms' | 'week_ms' | 'day_onestock_ms' | 'week_onestock_ms', [number, number] | null> & {
  asked: number;
  failed: number;
  failed_at: Date | null;
};

const HOUR_MS = 3_600_000;

/**
 * Durations by median and 95th percentile, since the first hour of the day and the first day of the week. Failures all have their trace;
 * of successes a shop keeps a limited number a day.
 */
export async function measureAnswers(
  { pool }: Pick<Database, 'pool'>,
  shop: ShopDomain,
  { now, dayFrom, weekFrom }: { now: Date; dayFrom: Date; weekFrom: Date },
): Promise<Measures> {
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  const tenMinutesAgo = new Date(now.getTime() - HOUR_MS / 6);
  const { rows } = await pool.query<Row>(MEASURE, [shop, dayFrom, weekFrom, hourAgo, tenMinutesAgo]);
  const row = rows[0];
  return {
    day: { durationMs: quantiles(row?.day_ms), oneStockMs: quantiles(row?.day_onestock_ms) },
    week: { durationMs: quantiles(row?.week_ms), oneStockMs: quantiles(row?.week_onestock_ms) },
    lastHour: { asked: row?.asked ?? 0, failed: row?.failed ?? 0 },
    oneStockFailedAt: row?.failed_at ?? null,
  };
}

function quantiles(pair: [number, number] | null | undefined): Quantiles | null {
  return pair ? { p50: pair[0], p95: pair[1] } : null;
}
