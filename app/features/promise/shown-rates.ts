import type { Database } from '#app/platform/database/client.ts';
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

/** The record of what was shown. Orders are resolved from here only. Rows live 30 days. */
export interface ShownRates {
  /** The rate of a quote id, or null when the shop showed none under it; `quoteId` may be any text. */
  byQuoteId(shop: ShopDomain, quoteId: string): Promise<ShownRate | null>;
  /** Rates shown for this very basket and destination, newest first, at most 200; one that was shown again counts once. */
  candidates(shop: ShopDomain, query: ByBasket): Promise<ShownRate[]>;
  /** Rates shown in this postal area whatever the basket, newest first, at most 200; one that was shown again counts once. */
  byArea(shop: ShopDomain, query: ByArea): Promise<ShownRate[]>;
}

const MOST_CANDIDATES = 200;

/** A rate, and the last time that it was shown before `$2`. Those composed last come first. */
const LAST_SHOWN = `
  select rate.*, last.callback_id, last.shown_at
  from (select * from shown_rate where shop = $1 and composed_at <= $2 and CONDITION
        order by composed_at desc limit ${MOST_CANDIDATES}) rate
  cross join lateral (select callback_id, shown_at from showing
    where answer_id = rate.answer_id and shown_at <= $2 order by shown_at desc limit 1) last
  order by last.shown_at desc`;
const BY_BASKET = LAST_SHOWN.replace(
  'CONDITION',
  'code = $3 and basket_fingerprint = $4 and destination_fingerprint = $5',
);
const BY_AREA = LAST_SHOWN.replace('CONDITION', 'code = $3 and country = $4 and postal_prefix = $5');

export function createShownRates({ pool }: Pick<Database, 'pool'>): ShownRates {
  const read = async (text: string, values: unknown[]) => {
    const { rows } = await pool.query<ShownRateRow>(text, values);
    return rows.map(toShownRate);
  };
  return {
    async byQuoteId(shop, quoteId) {
      const named = parseQuoteId(quoteId);
      if (named === null) return null;
      const [rate] = await read(
        `select rate.*, callback_id, shown_at from showing join shown_rate rate using (answer_id)
         where callback_id = $1 and number = $2 and showing.shop = $3`,
        [named.callbackId, named.number, shop],
      );
      return rate ?? null;
    },
    candidates: (shop, { before, code, basketFingerprint, destinationFingerprint }) =>
      read(BY_BASKET, [shop, before, code, basketFingerprint, destinationFingerprint]),
    byArea: (shop, { before, code, country, postalPrefix }) =>
      read(BY_AREA, [shop, before, code, country, postalPrefix]),
  };
}

/** A row as `insertAnswers` wrote it, which is the only one that does. */
interface ShownRateRow {
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
