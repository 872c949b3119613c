import type { AdditionalFee, DiscountAllocation, Duty, TaxLine } from './order-types.ts';
import type { Order, OrderLine, ShippingLine } from './types.ts';

/** Amounts of an order, in hundredths. */
export interface OrderTotals {
  /** Before discounts, without tips. */
  lineItems: number;
  discounts: number;
  /** Lines after discounts, without tips; it contains the taxes where prices do. */
  subtotal: number;
  /** After discounts. */
  shipping: number;
  duties: number;
  additionalFees: number;
  tips: number;
  /** What of duties, additional fees and tips the total has beside the subtotal, with their taxes. */
  charges: number;
  tax: number;
  total: number;
}

/** As ordered, with what was removed or refunded since. */
export function totalsOf(order: Order): OrderTotals {
  return totals(order, ({ quantity }) => quantity, { refundedShipping: 0, refundedCharges: 0 });
}

/** What is left after removals and refunds. Duties and fees are there until they are given back themselves, which is inferred. */
export function currentTotalsOf(order: Order): OrderTotals {
  const refundedShipping = sum(order.refunds.map(({ shipping }) => shipping));
  const refundedCharges = sum(order.refunds.map(({ charges }) => charges));
  return totals(order, ({ currentQuantity }) => currentQuantity, { refundedShipping, refundedCharges });
}

/** What was given back: lines with their taxes, shipping, and charges. */
export function refundedOf({ refunds, taxesIncluded }: Order): number {
  const ofLine = ({ subtotal, tax }: { subtotal: number; tax: number }) =>
    taxesIncluded ? subtotal : subtotal + tax;
  return sum(refunds.flatMap(({ lines, shipping, charges }) => [shipping, charges, ...lines.map(ofLine)]));
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

/**
 * The subtotal is "before shipping, duties, taxes, and tips", of which the total has all; the sum of the lines leaves tips out, which is inferred
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/order, `subtotal_price` and `total_price`).
 */
function totals(
  order: Order,
  quantityOf: (line: OrderLine) => number,
  { refundedShipping, refundedCharges }: { refundedShipping: number; refundedCharges: number },
): OrderTotals {
  const { shippingLines, taxesIncluded } = order;
  const lines = order.lines.filter(({ isTip }) => !isTip);
  const discounted = ({ price, discounts }: ShippingLine) => price - discountOn({ discounts });
  const lineItems = sum(lines.map((line) => line.unitPrice * quantityOf(line)));
  const subtotal = sum(lines.map((line) => discountedShare(line, quantityOf(line))));
  const shipping = sum(shippingLines.map(discounted)) - refundedShipping;
  const taxOfLines = sum([
    ...lines.map((line) => taxShare(line, quantityOf(line))),
    ...shippingLines.map(taxOn),
  ]);
  const discounts = lineItems - subtotal + sum(shippingLines.map(discountOn));
  const tips = sum(order.lines.filter(({ isTip }) => isTip).map((line) => line.unitPrice * quantityOf(line)));
  const charged = chargesOf(order, tips, refundedCharges);
  const total = subtotal + shipping + (taxesIncluded ? 0 : taxOfLines) + charged.charges;
  return { lineItems, discounts, subtotal, shipping, ...charged, tax: taxOfLines + charged.tax, total };
}

function chargesOf(
  { lines, additionalFees, dutiesIncluded, taxesIncluded }: Order,
  tips: number,
  refunded: number,
): Pick<OrderTotals, 'duties' | 'additionalFees' | 'tips' | 'charges' | 'tax'> {
  if (refunded > 0) return { duties: 0, additionalFees: 0, tips: 0, charges: 0, tax: 0 };
  const duties = lines.flatMap((line) => line.duties);
  const price = (each: readonly (Duty | AdditionalFee)[]) => sum(each.map((one) => one.price));
  const tax = sum([...duties, ...additionalFees].map(taxOn));
  const fees = price(additionalFees);
  const charges = (dutiesIncluded ? 0 : price(duties)) + fees + tips + (taxesIncluded ? 0 : tax);
  return { duties: price(duties), additionalFees: fees, tips, charges, tax };
}

function share(amount: number, quantity: number, ordered: number): number {
  return ordered === 0 ? 0 : Math.round((amount * quantity) / ordered);
}
