import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { parseQuoteId, quotePrefix } from '../quote-id.ts';
import { type CallbackRow, SUMMARY_COLUMNS, TRACES, toSummary } from './callback-row.ts';
import type { CallbackStory, OrderOfCallback, SentRate } from './types.ts';

/**
 * All that is known of one rate request: what was asked, why each option was shown or not, the rates as they were sent, and the orders
 * that carry one of their promises. Null when the shop has no such trace; `id` may be any UUID.
 */
export async function readCallback(
  database: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  id: string,
): Promise<CallbackStory | null> {
  const [row] = await database.prisma.$queryRaw<StoryRow[]>`
    select ${SUMMARY_COLUMNS}, callback.answer_id, callback.was_aborted, answer.currency, answer.locale, answer.lines, answer.options,
      answer.onestock_request_id
    from ${TRACES} where callback.shop = ${shop} and callback.id = ${id}::uuid`;
  if (!row) return null;
  const [rates, orders] = await Promise.all([
    sentRates(database, shop, row.answer_id),
    ordersOf(database, shop, row),
  ]);
  return {
    ...toSummary(row),
    currency: row.currency ?? undefined,
    locale: row.locale ?? undefined,
    wasAborted: row.was_aborted,
    oneStockRequestId: row.onestock_request_id ?? undefined,
    lines: row.lines,
    options: row.options,
    rates,
    orders,
  };
}

interface StoryRow extends CallbackRow {
  answer_id: string;
  was_aborted: boolean;
  currency: string | null;
  locale: string | null;
  lines: CallbackStory['lines'];
  options: CallbackStory['options'];
  onestock_request_id: string | null;
}

async function sentRates(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  answerId: string,
): Promise<SentRate[]> {
  const rates = await prisma.shownRate.findMany({ where: { shop, answerId }, orderBy: { number: 'asc' } });
  return rates.map(({ number, code, name, price, currency, minDate, maxDate, promise }) => ({
    number,
    code,
    name,
    price,
    currency,
    minDate: minDate?.toISOString(),
    maxDate: maxDate?.toISOString(),
    promise: promise as SentRate['promise'],
  }));
}

/** An order that is placed with a rate is seen after the rate was shown. Clocks of processes may differ by so much. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

async function ordersOf(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  { id, received_at }: CallbackRow,
): Promise<OrderOfCallback[]> {
  const since = new Date(received_at.getTime() - CLOCKS_DIFFER_MS);
  const rows = await prisma.$queryRaw<OrderRow[]>`
    select order_id, order_name, source, array_agg(delivery_group->>'quoteId') as quote_ids
    from order_promise cross join json_array_elements(groups) as delivery_group
    where shop = ${shop} and first_seen_at >= ${since} and starts_with(delivery_group->>'quoteId', ${quotePrefix(id)})
    group by shop, order_id order by first_seen_at`;
  return rows.map(({ order_id, order_name, source, quote_ids }) => ({
    orderId: order_id,
    orderName: order_name ?? undefined,
    source: source ?? undefined,
    rateNumbers: [...new Set(quote_ids.flatMap((quoteId) => parseQuoteId(quoteId)?.number ?? []))],
  }));
}

interface OrderRow {
  order_id: string;
  order_name: string | null;
  source: string | null;
  quote_ids: string[];
}
