import { createHash } from 'node:crypto';
import type { Settings } from '../control/settings.ts';
import type { Store } from '../store/store.ts';
import type { CheckoutRate, ShopFacts } from '../store/types.ts';
import { type CarrierCaller, type Origin, quoteFromCarrier } from './ask-carrier.ts';
import { type ShippingOffer, shippingOffer } from './attached-carriers.ts';
import { createRateCache } from './cache.ts';
import { combineOrigins } from './merge.ts';
import type { CheckoutSettings } from './settings.ts';
import { createRequestCounter } from './time-limit.ts';
import type { CarrierQuote, Cart, DeliveryGroup, OfferedRate, RateSource } from './types.ts';

export interface RateEngineOptions {
  apiSecret: string;
  now: () => Date;
  /** The control door's, live: a change counts from the next request on. */
  settings: RateSettings;
}

type RateSettings = CheckoutSettings &
  Pick<Settings, 'timeScale' | 'carrierCalculatedRates' | 'marketDrivenShipping'>;

interface RateRequest {
  store: Store;
  cart: Cart;
  /** Makes handles of this checkout its own. */
  checkoutId: string;
  useCache: boolean;
  /** True makes a delivery group of each location, and the buyer chooses for each. */
  splitGroups: boolean;
}

export interface RateEngine {
  /**
   * Asks the carrier services that are attached for the destination, once for each origin of what the cart ships; gift cards and the
   * like ask for nothing. Never fails: where a carrier does, there are backup rates.
   */
  quote(request: RateRequest): Promise<DeliveryGroup[]>;
  /** Empties Shopify's cache of carriers' answers. */
  forgetAnswers(): void;
}

/** The part of Shopify's checkout that turns a cart into shipping rates. */
export function createRateEngine({ apiSecret, now, settings }: RateEngineOptions): RateEngine {
  const cache = createRateCache(now, () => settings.timeScale);
  const caller: CarrierCaller = { apiSecret, cache, counter: createRequestCounter(now), settings };
  return {
    forgetAnswers: () => cache.clear(),
    quote(request) {
      const origins = originsOf(request.cart);
      const groups = request.splitGroups ? origins.map((origin) => [origin]) : [origins];
      return Promise.all(
        groups
          .filter((group) => group.length > 0)
          .map((group, at) => quoteGroup(caller, settings, request, group, `group-${at + 1}`)),
      );
    },
  };
}

/** Several origins in one cart make several callbacks, which name no common cart (https://community.shopify.com, topic 39826). */
function originsOf({ lines }: Cart): Origin[] {
  const origins = new Map<string, Origin>();
  for (const line of lines) {
    if (!line.variant.requiresShipping) continue;
    const origin = origins.get(line.location.id) ?? { location: line.location, lines: [] };
    origin.lines.push(line);
    origins.set(line.location.id, origin);
  }
  return [...origins.values()];
}

async function quoteGroup(
  caller: CarrierCaller,
  settings: RateSettings,
  { store, cart, useCache, checkoutId }: RateRequest,
  origins: Origin[],
  id: string,
): Promise<DeliveryGroup> {
  const { shop } = store;
  const backup = backupRates(shop, settings);
  const answers = await Promise.all(
    origins.map(async (origin) => {
      const shipping = shippingOffer(store, settings, origin.location.id, cart.destination.country);
      const quotes = await Promise.all(
        shipping.carriers.map(async ({ carrier, shows }) => {
          const quote = await quoteFromCarrier(caller, { shop, carrier, cart, origin, useCache });
          return { ...quote, rates: quote.rates.filter(shows) };
        }),
      );
      return { quotes, offer: offerOf(quotes, shipping, backup) };
    }),
  );
  const offers = answers.map(({ offer }) => offer);
  const rates = combineOrigins(offers.map((offer) => offer.rates));
  return {
    id,
    lines: origins.flatMap(({ lines }) => lines),
    source: weakestSource(offers.map(({ source }) => source)),
    rates: rates
      .toSorted((one, other) => one.price - other.price)
      .map((rate) => withHandle(`${checkoutId} ${id}`, rate)),
    quotes: answers.flatMap(({ quotes }) => quotes),
  };
}

/**
 * What one origin offers. Backup rates stand in only when no carrier gave any rate and one of them failed
 * (https://help.shopify.com/en/manual/shipping/setting-up-and-managing-your-shipping/backup-rates); a carrier that declines has answered.
 */
function offerOf(
  quotes: CarrierQuote[],
  { flatRates }: ShippingOffer,
  backup: OfferedRate[],
): { rates: OfferedRate[]; source: RateSource } {
  const rates = quotes.flatMap((quote) => quote.rates);
  const hasFailed = quotes.some(({ problem }) => problem !== null);
  if (rates.length === 0 && hasFailed) return { rates: [...flatRates, ...backup], source: 'backup' };
  return {
    rates: [...flatRates, ...rates],
    source: quotes.length > 0 && quotes.every(({ isCached }) => isCached) ? 'cache' : 'carrier',
  };
}

/** See `RateSource`. */
export function weakestSource(sources: RateSource[]): RateSource {
  if (sources.includes('backup')) return 'backup';
  return sources.length > 0 && sources.every((source) => source === 'cache') ? 'cache' : 'carrier';
}

function backupRates({ currency }: ShopFacts, { backupRates }: CheckoutSettings): OfferedRate[] {
  const unknown = { minDeliveryDate: null, maxDeliveryDate: null, metafields: [], carrierServiceId: null };
  return backupRates.map((rate) => ({ ...rate, currency, ...unknown }));
}

/** A handle is opaque, and may change its form (https://shopify.dev/docs/api/admin-graphql/latest/objects/ShippingLine). */
function withHandle(owner: string, rate: OfferedRate): CheckoutRate {
  const identity = JSON.stringify([owner, rate.carrierServiceId, rate.code, rate.title, rate.price]);
  return { handle: createHash('sha256').update(identity).digest('hex').slice(0, 32), ...rate };
}
