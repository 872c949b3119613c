import { textFor } from './locale.ts';
import { priceOf } from './price.ts';
import type { DeliveryOption, Range } from './types.ts';

/**
 * What an option may be saved with, and what bites at checkout.
 * - `same_name`: another option has the same name in `language`; Shopify adds up rates by name, or shows two that nobody tells apart;
 * - `same_price`: another option costs the same wherever both are shown;
 * - `cheaper_than_first`: the option is the cheapest at `basketTotal`, but not the first;
 * - `name_untranslated`: shoppers in `languages` read the name in the shop's own language;
 * - `other_currency`: Shopify asks in `shopCurrency`, so the option is shown nowhere;
 * - `stores_unknown`: no store is known at all;
 * - `stores_gone`: chosen stores that OneStock does not name any more;
 * - `stores_elsewhere`: no known store is in any country of the option;
 * - `fewer_stores_than_limit`: fewer stores are known than are to be shown.
 */
export type OptionWarning =
  | { code: 'same_name'; other: string; language: string; name: string }
  | { code: 'same_price'; other: string }
  | { code: 'cheaper_than_first'; other: string; basketTotal: number }
  | { code: 'name_untranslated'; languages: string[] }
  | { code: 'other_currency'; currency: string; shopCurrency: string }
  | { code: 'stores_unknown' }
  | { code: 'stores_gone'; endpointIds: string[] }
  | { code: 'stores_elsewhere' }
  | { code: 'fewer_stores_than_limit'; stores: number };

type Warned = Omit<DeliveryOption, 'id' | 'shop'>;

/** What of the shop the warnings rest on. */
export interface WarningCircumstances {
  primaryLocale: string;
  locales: readonly string[];
  /** Null until Shopify has told it. */
  currency: string | null;
  stores: readonly { endpointId: string; country: string | null }[];
}

/**
 * What bites at checkout if this option is active beside the `others`, of which those that are not active count for nothing. Pure.
 *
 * @see https://help.shopify.com/en/manual/fulfillment/setup/shipping-rates/combined-rates rates are added up by name
 * @see https://github.com/Shopify/shopify-api-ruby/issues/512 one code and one price make one rate
 */
export function warningsOf(
  option: Warned,
  others: readonly Warned[],
  shop: WarningCircumstances,
): OptionWarning[] {
  const beside = others.filter((other) => other.active && areShownTogether(option, other));
  return [
    ...currencyWarnings(option, shop),
    ...beside.flatMap((other) => nameWarning(option, other, shop)),
    ...beside.flatMap((other) =>
      hasSamePrice(option, other) ? [{ code: 'same_price', other: other.handle } as const] : [],
    ),
    ...orderWarnings(option, beside),
    ...languageWarnings(option, shop),
    ...storeWarnings(option, shop),
  ];
}

function currencyWarnings({ currency }: Warned, shop: WarningCircumstances): OptionWarning[] {
  return shop.currency === null || shop.currency === currency
    ? []
    : [{ code: 'other_currency', currency, shopCurrency: shop.currency }];
}

function nameWarning(option: Warned, other: Warned, shop: WarningCircumstances): OptionWarning[] {
  const languages = new Set([...shop.locales, ...Object.keys(option.names), ...Object.keys(other.names)]);
  for (const language of languages) {
    const name = textFor(option.names, language, shop.primaryLocale)?.text;
    const theirs = textFor(other.names, language, shop.primaryLocale)?.text;
    if (name && theirs && plain(name) === plain(theirs)) {
      return [{ code: 'same_name', other: other.handle, language, name }];
    }
  }
  return [];
}

function plain(name: string): string {
  return name.trim().replace(/\s+/g, ' ').toLowerCase();
}

function hasSamePrice(option: Warned, other: Warned): boolean {
  if (option.currency !== other.currency) return false;
  return turnsOf(option, other).every((basketTotal) => {
    const price = plainPrice(option, basketTotal);
    return price !== null && price === plainPrice(other, basketTotal);
  });
}

/** Shopify preselects the cheapest rate, whatever the order in which it is given them. */
function orderWarnings(option: Warned, beside: readonly Warned[]): OptionWarning[] {
  const first = [...beside, option].reduce((one, each) => (each.position < one.position ? each : one));
  if (first === option) return [];
  for (const basketTotal of turnsOf(option, ...beside)) {
    const price = plainPrice(option, basketTotal);
    const prices = beside.map((other) => plainPrice(other, basketTotal)).filter((each) => each !== null);
    const firstPrice = plainPrice(first, basketTotal);
    if (price === null || firstPrice === null || price >= firstPrice) continue;
    if (prices.every((each) => price < each)) {
      return [{ code: 'cheaper_than_first', other: first.handle, basketTotal }];
    }
  }
  return [];
}

function languageWarnings({ names }: Warned, shop: WarningCircumstances): OptionWarning[] {
  const languages = shop.locales.filter((locale) => {
    const base = locale.split('-', 1)[0] ?? locale;
    return !(locale in names) && !(base in names);
  });
  return languages.length > 0 ? [{ code: 'name_untranslated', languages }] : [];
}

function storeWarnings({ stores, countries }: Warned, shop: WarningCircumstances): OptionWarning[] {
  if (stores === null) return [];
  if (shop.stores.length === 0) return [{ code: 'stores_unknown' }];
  if (stores.mode === 'list') {
    const known = new Set(shop.stores.map(({ endpointId }) => endpointId));
    const endpointIds = stores.endpointIds.filter((id) => !known.has(id));
    return endpointIds.length > 0 ? [{ code: 'stores_gone', endpointIds }] : [];
  }
  const inCountries = shop.stores.filter(({ country }) => country === null || countries.includes(country));
  if (inCountries.length === 0) return [{ code: 'stores_elsewhere' }];
  return inCountries.length < stores.limit
    ? [{ code: 'fewer_stores_than_limit', stores: inCountries.length }]
    : [];
}

/** Whether one shopper can be shown both. */
function areShownTogether(one: Warned, other: Warned): boolean {
  return (
    one.countries.some((country) => other.countries.includes(country)) &&
    overlap(one.basketTotal, other.basketTotal) &&
    overlap(one.weightGrams, other.weightGrams)
  );
}

function overlap(one: Range, other: Range): boolean {
  const isBelow = (low: Range, high: Range) => low.max !== null && high.min !== null && low.max < high.min;
  return !isBelow(one, other) && !isBelow(other, one);
}

/** Basket totals at which some price or range begins: between two of them nothing changes. */
function turnsOf(...options: Warned[]): number[] {
  const turns = options.flatMap(({ price, basketTotal }) => [
    0,
    basketTotal.min ?? 0,
    price.freeFrom ?? 0,
    ...(price.kind === 'tiers' ? price.tiers.map(({ from }) => from) : []),
  ]);
  const isShared = (total: number) => options.every(({ basketTotal }) => isWithin(basketTotal, total));
  return [...new Set(turns)].filter(isShared).sort((a, b) => a - b);
}

function isWithin({ min, max }: Range, value: number): boolean {
  return (min === null || value >= min) && (max === null || value <= max);
}

/** Hundredths; null where OneStock alone knows the price. */
function plainPrice(option: Warned, basketTotal: number): number | null {
  const price = priceOf(option, { basketTotal, oneStockCost: null, isMainOrigin: true });
  return typeof price === 'number' ? price : null;
}
