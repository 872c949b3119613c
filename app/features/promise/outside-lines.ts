import { type ItemIdSource, itemIdOf, type Shop } from '#app/features/shops/index.ts';
import type { RateRequest, RequestedLine } from './rate-request.ts';
import type { LineCode, UnaskedCode } from './shape.ts';

/**
 * Why OneStock is not asked about a line; null for a line that it is asked about. A custom line is one of no product by which OneStock
 * could know it: what the merchant typed a SKU for may be OneStock's. A product of the merchant's own without an item id is no such line:
 * OneStock should know it, and nothing is promised until it does.
 */
export function whyNotAsked(
  { requiresShipping, otherService, ...line }: RequestedLine,
  source: ItemIdSource,
): LineCode | null {
  if (!requiresShipping) return 'not_shipped';
  if (otherService !== null) return 'of_other_service';
  return line.variantId === null && itemIdOf(line, source) === null ? 'custom_line' : null;
}

/**
 * Why OneStock has nothing to answer for the request, though it has goods that are shipped: none of them are OneStock's, or the shop
 * makes no promise beside goods of others. Null when OneStock is to be asked, or when there is no such line. Lines of quantity 0 do not count.
 */
export function whyUnasked(
  { lines }: RateRequest,
  { itemIdSource, outsideLines }: Pick<Shop, 'itemIdSource' | 'outsideLines'>,
): UnaskedCode | null {
  const reasons = lines
    .filter(({ quantity }) => quantity > 0)
    .map((line) => whyNotAsked(line, itemIdSource))
    .filter((reason) => reason !== 'not_shipped');
  if (reasons.every((reason) => reason === null)) return null;
  if (!reasons.includes(null)) return 'only_outside_lines';
  return outsideLines === 'no_promise' ? 'outside_lines_present' : null;
}
