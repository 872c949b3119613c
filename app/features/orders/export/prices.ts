import type { NewOrderDiscount, NewOrderPrice, NewOrderTax } from '#app/gateways/onestock/index.ts';
import { type Amount, pieceOf, shareOf, sumOf, writeAmount } from './amounts.ts';
import type { Discount, OrderLine, ShippingFee, ShopOrder, Tax } from './types.ts';

/** What something costs, so that `original` less the discounts is `price`, exactly. */
export interface Price {
  /** What is paid, its taxes included whether or not the shop's prices include them. */
  price: Amount;
  original: Amount;
  discounts: Discount[];
  taxes: Tax[];
}

type Money = Pick<ShopOrder, 'currency' | 'taxesIncluded'>;

/** The price of what is left of a line. */
export function priceOfLine(line: OrderLine, { currency, taxesIncluded }: Money): Price {
  const { unitPrice, quantity, ordered } = line;
  const shared = <Part extends Discount | Tax>(parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, amount: shareOf(part.amount, quantity, ordered, currency) }));
  return priceOf(unitPrice * quantity, shared(line.discounts), shared(line.taxes), taxesIncluded);
}

export function priceOfFee({ price, discounts, taxes }: ShippingFee, { taxesIncluded }: Money): Price {
  return priceOf(price, discounts, taxes, taxesIncluded);
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
