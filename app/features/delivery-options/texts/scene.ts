import type { OneStockAccounts, Store } from '#app/features/onestock-account/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { DeliveryOptions } from '../delivery-options.ts';
import type { DeliveryOption } from '../types.ts';
import type { ShopTexts } from './general-texts.ts';

/** The words of an example, and in which zone and language they are read. */
export interface ExampleWords {
  option: Pick<DeliveryOption, 'handle' | 'kind' | 'names' | 'descriptions'>;
  texts: ShopTexts;
  locale: string;
  primaryLocale: string;
  /** The store of a collection. */
  store: Pick<Store, 'name' | 'city'>;
  timezone: string;
}

/** Words an example as the checkout words a rate: with a promise that is made at `now`, and without a date. */
export type WordExample = (
  words: ExampleWords,
  now: Date,
) => { name: string; description: string; withoutDate: string };

export interface TextsDependencies {
  shops: Pick<Shops, 'shop'>;
  oneStockAccounts: Pick<OneStockAccounts, 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'list' | 'texts' | 'saveTexts'>;
  wordExample: WordExample;
  clock: Clock;
}

/** What a shop's texts are, and what an example of them is made from. */
export interface Scene {
  /** Those of the shop, its primary one first. */
  languages: readonly [string, ...string[]];
  options: readonly DeliveryOption[];
  texts: ShopTexts;
  timezone: string;
  store: Pick<Store, 'name' | 'city'>;
  wordExample: WordExample;
  now: Date;
}

/** A collection needs a store, and the shop may know none yet. */
const SAMPLE_STORE = { name: 'Paris Marais', city: 'Paris' };

export async function readScene(
  { oneStockAccounts, shops, deliveryOptions, wordExample, clock }: TextsDependencies,
  shop: ShopDomain,
): Promise<Scene> {
  const [facts, stores, options, texts] = await Promise.all([
    shops.shop(shop),
    oneStockAccounts.stores(shop),
    deliveryOptions.list(shop),
    deliveryOptions.texts(shop),
  ]);
  // A shop whose installation has only begun has not told its languages yet.
  const primary = facts?.primaryLocale ?? 'en';
  const others = (facts?.locales ?? []).filter((language) => language !== primary);
  return {
    languages: [primary, ...others],
    options,
    texts,
    timezone: facts?.timezone ?? 'UTC',
    store: stores[0] ?? SAMPLE_STORE,
    wordExample,
    now: clock.now(),
  };
}
