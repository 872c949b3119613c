import type { Connection, Store } from '#app/features/onestock-account/index.ts';
import type { DeliveryOption, DeliveryOptions, ShopTexts } from '../index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

export interface TextsDependencies {
  connection: Pick<Connection, 'shop' | 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'list' | 'texts' | 'saveTexts'>;
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
  now: Date;
}

/** A collection needs a store, and the shop may know none yet. */
const SAMPLE_STORE = { name: 'Paris Marais', city: 'Paris' };

export async function readScene(
  { connection, deliveryOptions, clock }: TextsDependencies,
  shop: ShopDomain,
): Promise<Scene> {
  const [facts, stores, options, texts] = await Promise.all([
    connection.shop(shop),
    connection.stores(shop),
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
    now: clock.now(),
  };
}
