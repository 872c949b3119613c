import type { DeliveryOption, OptionDraft, ShopTexts } from '#app/features/delivery-options/index.ts';
import type { Store } from '#app/features/onestock-account/index.ts';
import type { Shop } from '#app/features/shops/index.ts';
import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import { type ComposedRate, composeFallback, composePromised } from './compose-rate.ts';
import type { RateRequest } from './rate-request.ts';
import { type SampleMoments, sampleMoments } from './sample-moments.ts';
import { type Candidate, screenOptions } from './screen-options.ts';
import type { ShopSnapshot } from './types.ts';

/** What stands in a preview for what OneStock would say. */
const SAMPLE = { carrier: 'DHL', cost: 6.9 };
const SAMPLE_STORE = { endpointId: 'sample', zipCode: null, latitude: null, longitude: null, timezone: null };
/** Basket totals that say something about any shop's prices, in hundredths. */
const PLAIN_TOTALS = [2_000, 5_000, 10_000];
const MOST_TOTALS = 8;

/** How an option would look at checkout. */
export interface OptionPreview {
  texts: {
    language: string;
    name: string;
    /** With a promise such as OneStock makes. */
    description: string;
    /** What the option's fallback policy shows; null where it hides the option. */
    withoutPromise: string | null;
  }[];
  /** What shoppers pay, by basket total, in hundredths; null while the price cannot be read. */
  prices: PreviewedPrice[] | null;
  /** The cost that stands in for OneStock's, hundredths; null where the price does not come from it. */
  sampleCost: number | null;
}

export interface PreviewedPrice {
  basketTotal: number;
  /** Null where the option is not offered for such a basket. */
  price: number | null;
}

export interface PreviewCircumstances {
  shop: Shop;
  texts: ShopTexts;
  /** A store of the shop, to be named in a collection. */
  store: Store | undefined;
  now: Date;
}

/**
 * How the option would look at checkout with a promise of two to three days, by the very functions that answer there. Pure.
 *
 * @param draft an option that is still being written
 */
export function previewOption(
  { option: content, hasPrice }: OptionDraft,
  circumstances: PreviewCircumstances,
): OptionPreview {
  const { shop } = circumstances;
  const option: DeliveryOption = { ...content, id: 'preview', shop: shop.domain };
  const languages = [...new Set([shop.primaryLocale, ...shop.locales])];
  return {
    texts: languages.map((language) => wordsIn(language, option, circumstances)),
    prices: hasPrice ? totalsFor(option).map((total) => priceAt(total, option, circumstances)) : null,
    sampleCost: option.price.kind === 'onestock_cost' ? Math.round(SAMPLE.cost * 100) : null,
  };
}

function wordsIn(language: string, option: DeliveryOption, circumstances: PreviewCircumstances) {
  const { promised, fallback } = composeBoth(option, { locale: language }, circumstances);
  const rate = (promised ?? fallback)?.rate;
  return {
    language,
    name: rate?.service_name ?? '',
    description: rate?.description ?? '',
    withoutPromise: fallback?.rate.description ?? null,
  };
}

function priceAt(
  basketTotal: number,
  option: DeliveryOption,
  circumstances: PreviewCircumstances,
): PreviewedPrice {
  const { dropped } = screenOptions(
    { ...snapshotOf(circumstances), options: [option] },
    requestFor(option, { basketTotal }, circumstances),
  );
  if (dropped.some(({ reason }) => reason === 'basket_total_out_of_range'))
    return { basketTotal, price: null };
  const { promised, fallback } = composeBoth(option, { basketTotal }, circumstances);
  return { basketTotal, price: (promised ?? fallback)?.price ?? null };
}

/** The rate with the sample promise, and the one that the fallback policy makes; null for one that is not shown. */
function composeBoth(
  option: DeliveryOption,
  asked: Partial<RateRequest>,
  circumstances: PreviewCircumstances,
): { promised: ComposedRate | null; fallback: ComposedRate | null } {
  const { now } = circumstances;
  const store = option.kind === 'collect' ? storeOf(option, circumstances) : null;
  const candidate: Candidate = { option, store, code: option.handle };
  const at = { snapshot: snapshotOf(circumstances), request: requestFor(option, asked, circumstances), now };
  const promised = option.fallbackOnly
    ? null
    : composePromised(
        candidate,
        samplePromise(option, store, sampleMoments(now, store?.timezone ?? circumstances.shop.timezone)),
        at,
      );
  const fallback = composeFallback(candidate, at);
  return { promised: shown(promised), fallback: shown(fallback) };
}

function shown(composed: ComposedRate | { dropped: string } | null): ComposedRate | null {
  return composed === null || 'dropped' in composed ? null : composed;
}

function snapshotOf({ shop, texts }: PreviewCircumstances): ShopSnapshot {
  return { shop, texts, connection: null, options: [], stores: [] };
}

/** From the main stock to the shop's own country where the option serves it. */
function requestFor(
  option: DeliveryOption,
  asked: Partial<RateRequest>,
  { shop }: PreviewCircumstances,
): RateRequest {
  const [first = ''] = option.countries;
  const country = shop.country && option.countries.includes(shop.country) ? shop.country : first;
  const place = { region: null, zip: null, city: null, latitude: null, longitude: null };
  const grams = option.weightGrams.min ?? 0;
  const line = {
    sku: null,
    variantId: null,
    name: '',
    quantity: 1,
    unitPrice: 0,
    requiresShipping: true,
    otherService: null,
  };
  return {
    origin: { ...place, country: '', ...shop.mainOrigin },
    destination: { ...place, country },
    lines: [{ ...line, grams }],
    currency: option.currency,
    locale: shop.primaryLocale,
    basketTotal: option.basketTotal.min ?? 0,
    ...asked,
  };
}

function samplePromise(option: DeliveryOption, store: Store | null, moments: SampleMoments): DeliveryPromise {
  return {
    ...moments,
    deliveryMethod: option.deliveryMethod,
    endpointId: store?.endpointId,
    status: 'valid',
    cost: SAMPLE.cost,
    carriers: [{ name: SAMPLE.carrier }],
    option: {},
  };
}

function storeOf(option: DeliveryOption, { store }: PreviewCircumstances): Store {
  const [country = null] = option.countries;
  return store ?? { ...SAMPLE_STORE, name: 'Rivoli', city: 'Paris', country };
}

/** Where the price or the offer changes, each side of it, and a few plain totals between. */
function totalsFor({ price, basketTotal }: DeliveryOption): number[] {
  const turns = [
    price.freeFrom,
    basketTotal.min,
    ...(price.kind === 'tiers' ? price.tiers.map(({ from }) => from) : []),
  ].flatMap((total) => (total ? [total - 1, total] : []));
  const past = basketTotal.max === null ? [] : [basketTotal.max, basketTotal.max + 1];
  const all = [...new Set([...turns, ...past, ...PLAIN_TOTALS])].slice(0, MOST_TOTALS);
  return all.sort((a, b) => a - b);
}
