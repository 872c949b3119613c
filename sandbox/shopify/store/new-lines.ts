import { InvalidInput } from '../invalid-input.ts';
import type { NewDiscount, NewOrderLine } from './new-order.ts';
import type { Discount, DiscountAllocation } from './order-types.ts';
import type { Store } from './store.ts';
import type { OrderLine, Variant } from './types.ts';

/**
 * A line of an order as it is asked for, with no discount on it.
 * @throws {InvalidInput} when it names a variant that the shop has not, or a custom line has no title and price
 */
export function orderLine(store: Store, line: NewOrderLine): OrderLine {
  const variant = findVariant(store, line);
  if (!variant && (line.title === undefined || line.unitPrice === undefined)) {
    throw new InvalidInput('A line without a variant needs title and unitPrice.');
  }
  return {
    id: store.nextId('LineItem'),
    variantId: variant?.id ?? null,
    sku: variant?.sku ?? null,
    title: line.title ?? variant?.productTitle ?? '',
    quantity: line.quantity,
    currentQuantity: line.quantity,
    unitPrice: line.unitPrice ?? variant?.price ?? 0,
    requiresShipping: line.requiresShipping ?? variant?.requiresShipping ?? true,
    isGiftCard: line.isGiftCard ?? variant?.isGiftCard ?? false,
    isTip: line.isTip ?? false,
    fulfillmentService: variant?.fulfillmentService ?? 'manual',
    duties: (line.duties ?? []).map((duty) => ({ id: store.nextId('Duty'), ...duty })),
    discounts: [],
    taxLines: line.taxLines ?? [],
    customAttributes: line.customAttributes ?? [],
  };
}

/** What falls of `discounts` on the line at `index` of their target. */
export function allocationsOn(
  target: Discount['target'],
  index: number,
  discounts: readonly NewDiscount[],
): DiscountAllocation[] {
  return discounts.flatMap((discount, position) =>
    discount.target === target
      ? discount.allocations
          .filter(({ line }) => line === index)
          .map(({ amount }) => ({ discount: position, amount }))
      : [],
  );
}

function findVariant(store: Store, { variantId, sku }: NewOrderLine): Variant | null {
  if (variantId === undefined && sku === undefined) return null;
  const found = store.variants.find((variant) =>
    variantId ? variant.id === variantId : variant.sku === sku,
  );
  if (!found) throw new InvalidInput(`The shop has no variant ${variantId ?? sku}.`);
  return found;
}
