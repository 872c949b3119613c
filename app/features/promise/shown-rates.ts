import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { parseQuoteId, quotePlace, quotePrefix } from './quote-id.ts';

/** One rate that was sent to Shopify: what a shopper may have seen and chosen. It names no shopper. */
export interface ShownRate {
  /** What the rate carries as its metafield `onestock.quote_id`; see `quote-id.ts`. */
  quoteId: string;
  shop: ShopDomain;
  /** The trace of the rate request. */
  callbackId: string;
  shownAt: Date;
  basketFingerprint: string;
  destinationFingerprint: string;
  country: string;
  postalPrefix: string;
  /** The rate's `service_code`: the option's handle, and for a collection `handle:endpoint_id`. */
  code: string;
  name: string;
  /** Hundredths of `currency`. */
  price: number;
  currency: string;
  /** The window that was sent, in whole seconds; null when the rate carried no dates. */
  minDate: Date | null;
  maxDate: Date | null;
  locale: string;
  rung: string;
  endpointId: string | null;
  /** OneStock's delivery option as it came; null when the rate was shown without a promise. */
  promise: Record<string, unknown> | null;
}

export interface ByBasket {
  code: string;
  basketFingerprint: string;
  destinationFingerprint: string;
  /** Rates shown later are left out. */
  before: Date;
}

export interface ByArea {
  code: string;
  country: string;
  postalPrefix: string;
  before: Date;
}

/** What shown rates are looked for by. A quote id may be any text. */
export type ShownRatesQuery = { quoteId: string } | ByBasket | ByArea;

/** The record of what was shown. Orders are resolved from here only. Rows live 30 days. */
export interface ShownRates {
  /**
   * What was shown by each of several queries, in one statement: the rate of a quote id, if the shop showed one under it; else the rates
   * shown for a basket and destination, or in a postal area whatever the basket, newest first, at most 200; one that was shown again counts
   * once.
   */
  find(shop: ShopDomain, queries: readonly ShownRatesQuery[]): Promise<ShownRate[][]>;
}

const MOST_CANDIDATES = 200;

const RATE = Prisma.sql`
  rate.number, rate.shop, rate.basket_fingerprint, rate.destination_fingerprint, rate.country, rate.postal_prefix, rate.code,
  rate.name, rate.price, rate.currency, rate.min_date, rate.max_date, rate.locale, rate.rung, rate.endpoint_id, rate.promise`;

export function createShownRates({ pool }: Pick<Database, 'pool'>): ShownRates {
  return {
    async find(shop, queries) {
      const parts = queries.flatMap((query, place) => partOf(shop, query, place) ?? []);
      if (parts.length === 0) return queries.map(() => []);
      const name = `shown-rates-${parts.map(({ kind }) => kind).join('-')}`;
      const statement = Prisma.join(
        parts.map(({ sql }) => sql),
        ' union all ',
      );
      const rows = await runSql<ShownRateRow>(pool, name, statement);
      const newestFirst = rows.toSorted((one, other) => other.shown_at.getTime() - one.shown_at.getTime());
      return queries.map((_, at) => newestFirst.filter(({ place }) => place === at).map(toShownRate));
    },
  };
}

/** A part of the statement, whose text is the same for all of its kind. */
interface Part {
  kind: 'quote' | 'area' | 'basket';
  sql: Prisma.Sql;
}

/** Null for a quote id that cannot be one of ours. */
function partOf(shop: ShopDomain, query: ShownRatesQuery, place: number): Part | null {
  if (!('quoteId' in query))
    return { kind: 'country' in query ? 'area' : 'basket', sql: lastShown(shop, query, place) };
  const named = parseQuoteId(query.quoteId);
  if (named === null) return null;
  const sql = Prisma.sql`(
    select ${place}::int as place, ${RATE}, showing.callback_id, showing.shown_at
    from showing join shown_rate as rate using (answer_id)
    where callback_id = ${named.callbackId}::uuid and number = ${named.number} and showing.shop = ${shop})`;
  return { kind: 'quote', sql };
}

/** Each rate with the last time that it was shown before. Those composed last come first. */
function lastShown(shop: ShopDomain, query: ByBasket | ByArea, place: number): Prisma.Sql {
  const { before } = query;
  const condition =
    'country' in query
      ? Prisma.sql`country = ${query.country} and postal_prefix = ${query.postalPrefix}`
      : Prisma.sql`basket_fingerprint = ${query.basketFingerprint} and destination_fingerprint = ${query.destinationFingerprint}`;
  return Prisma.sql`(
    select ${place}::int as place, ${RATE}, last.callback_id, last.shown_at
    from (select * from shown_rate where shop = ${shop} and composed_at <= ${before} and code = ${query.code} and ${condition}
          order by composed_at desc limit ${MOST_CANDIDATES}) as rate
    cross join lateral (select callback_id, shown_at from showing
      where answer_id = rate.answer_id and shown_at <= ${before} order by shown_at desc limit 1) as last)`;
}

/** A row as `insertAnswers` wrote it, which is the only one that does. */
interface ShownRateRow {
  place: number;
  callback_id: string;
  number: number;
  shop: ShopDomain;
  shown_at: Date;
  basket_fingerprint: string;
  destination_fingerprint: string;
  country: string;
  postal_prefix: string;
  code: string;
  name: string;
  price: number;
  currency: string;
  min_date: Date | null;
  max_date: Date | null;
  locale: string;
  rung: string;
  endpoint_id: string | null;
  promise: Record<string, unknown> | null;
}

function toShownRate(row: ShownRateRow): ShownRate {
  return {
    quoteId: quotePrefix(row.callback_id) + quotePlace(row.number),
    shop: row.shop,
    callbackId: row.callback_id,
    shownAt: row.shown_at,
    basketFingerprint: row.basket_fingerprint,
    destinationFingerprint: row.destination_fingerprint,
    country: row.country,
    postalPrefix: row.postal_prefix,
    code: row.code,
    name: row.name,
    price: row.price,
    currency: row.currency,
    minDate: row.min_date,
    maxDate: row.max_date,
    locale: row.locale,
    rung: row.rung,
    endpointId: row.endpoint_id,
    promise: row.promise,
  };
}
