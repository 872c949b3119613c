import type { DiscountAllocation, TaxLine } from './order-types.ts';
import type { Order, OrderLine, ShippingLine } from './types.ts';

/** Amounts of an order, in hundredths. */
export interface OrderTotals {
  /** Before discounts. */
  lineItems: number;
  discounts: number;
  /** Lines after discounts; it contains the taxes where prices do. */
  subtotal: number;
  /** After discounts. */
  shipping: number;
  tax: number;
  total: number;
}

/** As ordered, with what was removed or refunded since. */
export function totalsOf(order: Order): OrderTotals {
  return totals(order, ({ quantity }) => quantity, 0);
}

/** What is left after removals and refunds. */
export function currentTotalsOf(order: Order): OrderTotals {
  const refundedShipping = sum(order.refunds.map(({ shipping }) => shipping));
  return totals(order, ({ currentQuantity }) => currentQuantity, refundedShipping);
}

/** What was given back: lines with their taxes, and shipping. */
export function refundedOf({ refunds, taxesIncluded }: Order): number {
  const ofLine = ({ subtotal, tax }: { subtotal: number; tax: number }) =>
    taxesIncluded ? subtotal : subtotal + tax;
  return sum(refunds.flatMap(({ lines, shipping }) => [shipping, ...lines.map(ofLine)]));
}

/** The part of a line's price after discounts that `quantity` pieces of it make. */
export function discountedShare(line: OrderLine, quantity: number): number {
  return share(line.unitPrice * line.quantity - discountOn(line), quantity, line.quantity);
}

export function taxShare({ taxLines, quantity: ordered }: OrderLine, quantity: number): number {
  return share(taxOn({ taxLines }), quantity, ordered);
}

export function discountOn({ discounts }: { discounts: readonly DiscountAllocation[] }): number {
  return sum(discounts.map(({ amount }) => amount));
}

export function taxOn({ taxLines }: { taxLines: readonly TaxLine[] }): number {
  return sum(taxLines.map(({ amount }) => amount));
}

export function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

function totals(
  { lines, shippingLines, taxesIncluded }: Order,
  quantityOf: (line: OrderLine) => number,
  refundedShipping: number,
): OrderTotals {
  const discounted = ({ price, discounts }: ShippingLine) => price - discountOn({ discounts });
  const lineItems = sum(lines.map((line) => line.unitPrice * quantityOf(line)));
  const subtotal = sum(lines.map((line) => discountedShare(line, quantityOf(line))));
  const shipping = sum(shippingLines.map(discounted)) - refundedShipping;
  const tax = sum([...lines.map((line) => taxShare(line, quantityOf(line))), ...shippingLines.map(taxOn)]);
  const discounts = lineItems - subtotal + sum(shippingLines.map(discountOn));
  const total = subtotal + shipping + (taxesIncluded ? 0 : tax);
  return { lineItems, discounts, subtotal, shipping, tax, total };
}

function share(amount: number, quantity: number, ordered: number): number {
  return ordered === 0 ? 0 : Math.round((amount * quantity) / ordered);
}
