import type { Subject } from '#app/features/obstacles/shape.ts';
import { SHOPIFY_CODES } from '#app/gateways/shopify/codes.ts';
import type { CauseOf, CodeTable } from '#app/platform/cause.ts';

/** The run that brings everything that the app needs in a shop up to date. */
export const PREPARE_SHOP = 'prepare_shop';

/** The shop as a whole, which obstacles stand in the way of. */
export const SHOP: Subject = { kind: 'shop', id: '' };

/**
 * Why a metafield definition is not as it should be. `metafields` are their names with the types that they have, `said` is what Shopify
 * said, in its own words.
 */
const DEFINITION_CODES = {
  ...SHOPIFY_CODES,
  definition_refused: ['metafield', 'said'],
  definition_conflict: ['metafields'],
} as const satisfies CodeTable;

/** Why the order metafield definitions are not as they should be. */
export type DefinitionCause = CauseOf<typeof DEFINITION_CODES>;

/** The obstacles that this feature raises: each source with its codes. */
export const SHOP_OBSTACLES = {
  shopify_access: SHOPIFY_CODES,
  shop_facts: SHOPIFY_CODES,
  metafield_definitions: DEFINITION_CODES,
} as const satisfies Record<string, CodeTable>;

export type ShopSource = keyof typeof SHOP_OBSTACLES;
