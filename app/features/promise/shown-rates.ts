import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';

/** One rate that was sent to Shopify: what a shopper may have seen and chosen. It names no shopper. */
export interface ShownRate {
  /** A random UUID, which the rate carries as its metafield `onestock.quote_id`. */
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
  /** Rates shown for this very basket and destination, newest first, at most 200. */
  candidates(shop: ShopDomain, query: ByBasket): Promise<ShownRate[]>;
  /** Rates shown in this postal area whatever the basket, newest first, at most 200. */
  byArea(shop: ShopDomain, query: ByArea): Promise<ShownRate[]>;
}

const MOST_CANDIDATES = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const NEWEST_FIRST = { orderBy: { shownAt: 'desc' }, take: MOST_CANDIDATES } as const;

export function createShownRates({ prisma }: Database): ShownRates {
  return {
    async byQuoteId(shop, quoteId) {
      if (!UUID.test(quoteId)) return null;
      const row = await prisma.shownRate.findFirst({ where: { shop, quoteId } });
      return row && toShownRate(row);
    },

    async candidates(shop, { before, ...same }) {
      const rows = await prisma.shownRate.findMany({
        where: { shop, ...same, shownAt: { lte: before } },
        ...NEWEST_FIRST,
      });
      return rows.map(toShownRate);
    },

    async byArea(shop, { before, ...same }) {
      const rows = await prisma.shownRate.findMany({
        where: { shop, ...same, shownAt: { lte: before } },
        ...NEWEST_FIRST,
      });
      return rows.map(toShownRate);
    },
  };
}

/** Only `insertAnswers` writes the table, so a row holds what a `ShownRate` held. */
function toShownRate(row: Prisma.ShownRateModel): ShownRate {
  return row as unknown as ShownRate;
}
