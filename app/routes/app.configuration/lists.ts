import type { Result } from 'neverthrow';
import type { ShopifyLocation } from '#app/features/shops/index.ts';
import type { NamedThing } from '#app/gateways/onestock/index.ts';

/** What an outside system lists, or why it does not. */
export type Listed<Item> = { isKnown: true; items: Item[] } | { isKnown: false; code: string };

/** What OneStock is asked for. */
export interface OneStockLists {
  salesChannels: Listed<NamedThing>;
  rulesetChainings: Listed<NamedThing>;
}

/** What Shopify is asked for. */
export interface ShopifyLists {
  locations: Listed<ShopifyLocation>;
  rateNames: Listed<string>;
}

export function listed<Item>(answer: Result<Item[], { code: string }>): Listed<Item> {
  return answer.match<Listed<Item>>(
    (items) => ({ isKnown: true, items }),
    ({ code }) => ({ isKnown: false, code }),
  );
}
