import { listed } from '../convergence/listed-pieces.ts';
import type { OrderCause } from '../shape.ts';
import type { Astray } from './compare-units.ts';
import type { ShopOrder } from './types.ts';

/**
 * What is to be told of units that OneStock prepares while Shopify says something else of them: who holds them, where they went, how they are to
 * come.
 *
 * @param nameOf what the merchant calls an item
 */
export function sayAstray(
  astray: readonly Astray[],
  { shippingFees }: Pick<ShopOrder, 'shippingFees'>,
  nameOf: (itemId: string) => string,
): OrderCause[] {
  const causes = new Map<string, { pieces: { itemId: string; quantity: number }[]; of: Astray }>();
  for (const each of astray) {
    const alike = JSON.stringify(causeOf(each, [], shippingFees));
    const group = causes.get(alike) ?? { pieces: [], of: each };
    group.pieces.push({ itemId: nameOf(each.itemId), quantity: each.quantity });
    causes.set(alike, group);
  }
  return [...causes.values()].map(({ pieces, of }) => causeOf(of, listed(pieces), shippingFees));
}

function causeOf(
  { how, fulfillmentOrder }: Astray,
  pieces: string[],
  shippingFees: ShopOrder['shippingFees'],
): OrderCause {
  const { holds, location, choice } = fulfillmentOrder;
  if (how === 'held') {
    const [reason] = holds;
    return reason
      ? { code: 'held_since_sent', params: { pieces, reason } }
      : { code: 'held_since_sent_unnamed', params: { pieces } };
  }
  if (how === 'elsewhere')
    return location.isOfService
      ? { code: 'moved_to_service', params: { pieces, service: location.name } }
      : { code: 'moved_to_location', params: { pieces, location: location.name } };
  if (choice.methodType === 'PICK_UP')
    return { code: 'now_picked_up', params: { pieces, location: location.name } };
  if (choice.methodType === 'LOCAL') return { code: 'now_delivered_locally', params: { pieces } };
  const rate = shippingFees.find(({ code }) => code !== null && code === choice.code)?.title ?? choice.code;
  return rate ? { code: 'now_sent_by', params: { pieces, rate } } : { code: 'now_sent', params: { pieces } };
}
