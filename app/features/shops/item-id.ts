import type { ItemIdSource } from './types.ts';

/** What merchants know of a variant by which OneStock may know it. */
export interface IdentifiedLine {
  sku: string | null;
  /** The number of the variant, without what precedes it in Shopify's ids. */
  variantId: string | null;
}

/** White space, and characters that have no width: what is pasted with a SKU and is no part of it. */
const BLANK_ENDS = /^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/gu;

/**
 * The id by which OneStock knows an item, at checkout, on orders, with products and stock. SKUs with blanks at either end are common
 * in Shopify, which keeps them as typed (https://help.idaconnect.com); OneStock matches ids to the character.
 *
 * @returns null for a line that has no such id, or one of blanks only
 */
export function itemIdOf({ sku, variantId }: IdentifiedLine, source: ItemIdSource): string | null {
  const id = source === 'sku' ? sku : variantId;
  return id?.replace(BLANK_ENDS, '') || null;
}
