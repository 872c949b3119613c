import { unfulfilledOf } from '../../store/order-changes/unfulfilled.ts';
import { discountedShare, discountOn } from '../../store/order-totals.ts';
import type { Discount, DiscountAllocation, TaxLine } from '../../store/order-types.ts';
import type { Order, OrderLine, ShippingLine } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { presentProduct, presentVariant } from './product.ts';
import { moneyBag, moneyV2 } from './values.ts';

export function presentLineItem(line: OrderLine, order: Order, call: Call): Presented {
  const { id, sku, title, quantity, currentQuantity, requiresShipping, isGiftCard, unitPrice } = line;
  const variant = call.store.variants.find((each) => each.id === line.variantId);
  const money = (hundredths: number) => moneyBag(hundredths, order.currency);
  const product = call.store.products.find((each) => each.id === variant?.productId);
  return {
    __typename: 'LineItem',
    id,
    sku,
    title,
    // https://shopify.dev/docs/api/admin-graphql/2026-10/objects/LineItem: the title of the variant is appended "if applicable".
    name: variant && variant.title !== 'Default Title' ? `${title} - ${variant.title}` : title,
    variantTitle: variant?.title ?? null,
    quantity,
    currentQuantity,
    refundableQuantity: currentQuantity,
    unfulfilledQuantity: unfulfilledOf(order, id),
    nonFulfillableQuantity: isFulfillable(line) ? quantity - currentQuantity : quantity,
    requiresShipping,
    isGiftCard,
    taxable: line.taxLines.length > 0,
    customAttributes: line.customAttributes,
    originalUnitPriceSet: money(unitPrice),
    originalTotalSet: money(unitPrice * quantity),
    discountedUnitPriceAfterAllDiscountsSet: money(discountedShare(line, 1)),
    totalDiscountSet: money(discountOn(line)),
    discountAllocations: line.discounts.map((part) => presentAllocation(part, order)),
    duties: line.duties.map((duty) => ({
      id: duty.id,
      price: money(duty.price),
      harmonizedSystemCode: duty.harmonizedSystemCode,
      countryCodeOfOrigin: duty.countryCodeOfOrigin,
      taxLines: duty.taxLines.map((tax) => presentTaxLine(tax, order)),
    })),
    taxLines: ({ first }: { first?: number | null }) =>
      line.taxLines.slice(0, first ?? undefined).map((tax) => presentTaxLine(tax, order)),
    variant: variant ? presentVariant(variant, call) : null,
    product: () => (product ? presentProduct(product, call) : null),
  };
}

/** A tip never is, nor what was taken back entirely (https://shopify.dev/docs/api/admin-graphql/latest/objects/LineItem). */
export function isFulfillable({ isTip, currentQuantity }: OrderLine): boolean {
  return !isTip && currentQuantity > 0;
}

export function presentShippingLine(line: ShippingLine, order: Order): Presented {
  const { id, title, code, source, carrierIdentifier, price } = line;
  const discounted = moneyBag(price - discountOn(line), order.currency);
  return {
    id,
    title,
    code,
    source,
    carrierIdentifier,
    custom: false,
    isRemoved: false,
    deliveryCategory: null,
    phone: null,
    originalPriceSet: moneyBag(price, order.currency),
    discountedPriceSet: discounted,
    currentDiscountedPriceSet: discounted,
    discountAllocations: line.discounts.map((part) => presentAllocation(part, order)),
    taxLines: line.taxLines.map((tax) => presentTaxLine(tax, order)),
  };
}

export function presentTaxLine({ title, rate, amount }: TaxLine, { currency }: Order): Presented {
  return {
    title,
    rate,
    ratePercentage: Number((rate * 100).toFixed(6)),
    channelLiable: false,
    priceSet: moneyBag(amount, currency),
  };
}

/** @param index its place among the discounts of the order */
export function presentDiscount(discount: Discount, index: number, { currency }: Order): Presented {
  const { kind, label, target, value } = discount;
  const types = {
    code: 'DiscountCodeApplication',
    automatic: 'AutomaticDiscountApplication',
    manual: 'ManualDiscountApplication',
  };
  return {
    __typename: types[kind],
    ...(kind === 'code' ? { code: label } : { title: label }),
    ...(kind === 'manual' && { description: null }),
    index,
    allocationMethod: 'ACROSS',
    targetSelection: 'ALL',
    targetType: target,
    value:
      'amount' in value
        ? { __typename: 'MoneyV2', ...moneyV2(value.amount, currency) }
        : { __typename: 'PricingPercentageValue', percentage: value.percentage },
  };
}

function presentAllocation({ discount, amount }: DiscountAllocation, order: Order): Presented {
  const application = order.discounts[discount];
  if (!application) throw new Error(`Order ${order.id} has no discount ${discount}.`);
  return {
    allocatedAmountSet: moneyBag(amount, order.currency),
    discountApplication: presentDiscount(application, discount, order),
  };
}
