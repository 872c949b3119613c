import type { NewOrderDiscount, NewOrderPrice, NewOrderTax } from '#app/gateways/onestock/index.ts';
import type { PlannedLine } from '../deliveries/types.ts';
import { type Amount, pieceOf, shareOf, sumOf, writeAmount } from './amounts.ts';
import type { AdditionalFee, Discount, OrderLine, ShippingFee, ShopOrder, Tax } from './types.ts';

/** What something costs, so that `original` less the discounts is `price`, exactly. */
export interface Price {
  /** What is paid, its taxes included whether or not the shop's prices include them. */
  price: Amount;
  original: Amount;
  discounts: Discount[];
  taxes: Tax[];
}

type Money = Pick<ShopOrder, 'currency' | 'taxesIncluded'>;

/** How OneStock is told that a tax is a duty: it has no place of its own for them. */
const DUTY = 'Duty';

/**
 * The price of those pieces of a line that a delivery is of. Pieces asked for again, as OneStock had removed them before, cost what the last
 * ones cost. Duties and their taxes are in the price, as taxes of the item.
 */
export function priceOfLine(
  line: OrderLine,
  { quantity, askedBefore }: Pick<PlannedLine, 'quantity' | 'askedBefore'>,
  { currency, taxesIncluded }: Money,
): Price {
  const { unitPrice, ordered, duties } = line;
  const before = Math.max(0, Math.min(askedBefore, ordered - quantity));
  const shared = <Part extends { amount: Amount }>(parts: readonly Part[]) =>
    parts.map((part) => ({
      ...part,
      amount: shareOf(part.amount, { before, pieces: quantity, all: ordered }, currency),
    }));
  const goods = priceOf(unitPrice * quantity, shared(line.discounts), shared(line.taxes), taxesIncluded);
  const levied = duties.flatMap(({ amount, taxes }): Tax[] => [
    { title: DUTY, amount, percentage: null },
    ...(taxesIncluded ? [] : taxes),
  ]);
  return withAdded(goods, shared(levied));
}

export function priceOfFee({ price, discounts, taxes }: ShippingFee, { taxesIncluded }: Money): Price {
  return priceOf(price, discounts, taxes, taxesIncluded);
}

export function priceOfAdditionalFee({ price, taxes }: AdditionalFee, { taxesIncluded }: Money): Price {
  return priceOf(price, [], taxes, taxesIncluded);
}

/** A price with taxes on top that no listed price includes. */
function withAdded({ price, original, discounts, taxes }: Price, added: Tax[]): Price {
  const more = sumOf(added.map(({ amount }) => amount));
  return { price: price + more, original: original + more, discounts, taxes: [...taxes, ...added] };
}

function priceOf(listed: Amount, discounts: Discount[], taxes: Tax[], taxesIncluded: boolean): Price {
  const added = taxesIncluded ? 0 : sumOf(taxes.map(({ amount }) => amount));
  const original = listed + added;
  return { price: original - sumOf(discounts.map(({ amount }) => amount)), original, discounts, taxes };
}

/** The price in OneStock's keys. */
export function writePrice({ price, original, discounts, taxes }: Price): NewOrderPrice {
  return {
    price: writeAmount(price),
    original_price: writeAmount(original),
    ...(discounts.length > 0 && { discounts: discounts.map(writeDiscount) }),
    ...(taxes.length > 0 && { taxes: taxes.map(writeTax) }),
  };
}

/** The price of one piece, left out where the pieces do not cost the same to the currency's smallest unit. */
export function writeUnitPrices({ price, original }: Price, quantity: number, currency: string): object {
  const unit = pieceOf(price, quantity, currency);
  const originalUnit = pieceOf(original, quantity, currency);
  return {
    ...(unit !== null && { unit_price: writeAmount(unit) }),
    ...(originalUnit !== null && { original_unit_price: writeAmount(originalUnit) }),
  };
}

function writeDiscount({ title, amount, percentage }: Discount): NewOrderDiscount {
  return {
    ...(title !== null && { title }),
    amount: writeAmount(amount),
    ...(percentage !== null && { percentage }),
  };
}

function writeTax({ title, amount, percentage }: Tax): NewOrderTax {
  return {
    title,
    amount: writeAmount(amount),
    ...(percentage !== null && { percentage }),
    included_in_price: true,
  };
}
