import type { CarrierService, Location, ShopFacts } from '../store/types.ts';
import { type RateCache, rateCacheKey } from './cache.ts';
import { sendCallback } from './callback.ts';
import { callbackBody } from './callback-body.ts';
import { parseCarrierAnswer } from './carrier-answer.ts';
import type { CheckoutSettings } from './settings.ts';
import { type RequestCounter, timeLimitMs } from './time-limit.ts';
import type { CarrierQuote, Cart, CartLine } from './types.ts';

/** A location, and the cart's lines that it sends. */
export interface Origin {
  location: Location;
  lines: CartLine[];
}

export interface CarrierCaller {
  apiSecret: string;
  cache: RateCache;
  counter: RequestCounter;
  settings: CheckoutSettings;
}

export interface CarrierQuestion {
  shop: ShopFacts;
  carrier: CarrierService;
  cart: Cart;
  origin: Origin;
  /** False asks even for what the cache holds; the answer goes there all the same. */
  useCache: boolean;
}

/** One carrier's rates for one origin, from Shopify's cache or from the carrier itself. What fails is told by the quote's `problem`. */
export async function quoteFromCarrier(
  caller: CarrierCaller,
  question: CarrierQuestion,
): Promise<CarrierQuote> {
  const { carrier, cart, origin, useCache } = question;
  const key = rateCacheKey(carrier.id, origin.location.address, cart.destination, origin.lines);
  const remembered = useCache ? caller.cache.find(key) : null;
  if (remembered) return remembered;
  const quote = await askCarrier(caller, question);
  caller.cache.keep(key, quote);
  return quote;
}

async function askCarrier(caller: CarrierCaller, question: CarrierQuestion): Promise<CarrierQuote> {
  const { shop, carrier, cart, origin } = question;
  const { settings, counter, apiSecret } = caller;
  const startedAt = performance.now();
  const answer = await sendCallback({
    url: carrier.callbackUrl,
    body: callbackBody(shop, cart, origin.location, origin.lines),
    shopDomain: shop.domain,
    apiSecret,
    timeLimitMs: Math.ceil(timeLimitMs(counter.count(carrier.id)) / settings.carrierTimeScale),
  });
  const rates = answer
    .mapErr(({ problem }) => problem)
    .andThen(({ text }) =>
      parseCarrierAnswer(text, {
        currency: shop.currency,
        carrierServiceId: carrier.id,
        refuseFaultyRates: settings.refuseFaultyRates,
      }),
    );
  return {
    carrierServiceId: carrier.id,
    carrierName: carrier.name,
    locationName: origin.location.name,
    isCached: false,
    problem: rates.isErr() ? rates.error : null,
    status: answer.isOk() ? answer.value.status : answer.error.status,
    durationMs: Math.round(performance.now() - startedAt),
    rates: rates.unwrapOr([]),
  };
}
