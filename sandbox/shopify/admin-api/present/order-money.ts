import { currentTotalsOf, refundedOf, sum, totalsOf } from '../../store/order-totals.ts';
import type { TaxLine } from '../../store/order-types.ts';
import type { Order } from '../../store/types.ts';
import type { Presented } from '../call.ts';
import { presentTaxLine } from './order-lines.ts';
import { dateTime, moneyBag } from './values.ts';

/** The fields of an order that tell of money. */
export function presentOrderMoney(order: Order): Presented {
  const money = (hundredths: number) => moneyBag(hundredths, order.currency);
  const totals = totalsOf(order);
  const current = currentTotalsOf(order);
  const received = order.paidAt ? totals.total : 0;
  return {
    currencyCode: order.currency,
    presentmentCurrencyCode: order.currency,
    displayFinancialStatus: order.financialStatus,
    fullyPaid: order.paidAt !== null,
    unpaid: order.paidAt === null,
    taxesIncluded: order.taxesIncluded,
    subtotalPriceSet: money(totals.subtotal),
    totalDiscountsSet: money(totals.discounts),
    totalShippingPriceSet: money(sum(order.shippingLines.map(({ price }) => price))),
    totalTaxSet: money(totals.tax),
    totalPriceSet: money(totals.total),
    originalTotalPriceSet: money(totals.total),
    currentSubtotalPriceSet: money(current.subtotal),
    currentTotalDiscountsSet: money(current.discounts),
    currentShippingPriceSet: money(current.shipping),
    currentTotalTaxSet: money(current.tax),
    currentTotalPriceSet: money(current.total),
    ...presentCharges(order),
    totalReceivedSet: money(received),
    totalRefundedSet: money(refundedOf(order)),
    taxLines: summedTaxes(order).map((tax) => presentTaxLine(tax, order)),
    discountCodes: order.discounts.flatMap(({ kind, label }) => (kind === 'code' ? [label] : [])),
    transactions: ({ first }: { first?: number | null }) =>
      order.paidAt === null
        ? []
        : [
            {
              __typename: 'OrderTransaction',
              id: order.id.replace('/Order/', '/OrderTransaction/'),
              kind: 'SALE',
              status: 'SUCCESS',
              gateway: 'bogus',
              createdAt: dateTime(order.paidAt),
              processedAt: dateTime(order.paidAt),
              amountSet: money(totals.total),
            },
          ].slice(0, first ?? undefined),
  };
}

/** Duties and fees are null where there is none (https://shopify.dev/docs/api/admin-graphql/latest/objects/Order). */
function presentCharges(order: Order): Presented {
  const totals = totalsOf(order);
  const current = currentTotalsOf(order);
  const money = (hundredths: number) => moneyBag(hundredths, order.currency);
  const duties = (hundredths: number) =>
    order.lines.some((line) => line.duties.length > 0) ? money(hundredths) : null;
  const fees = (hundredths: number) => (order.additionalFees.length > 0 ? money(hundredths) : null);
  return {
    totalTipReceivedSet: money(totals.tips),
    dutiesIncluded: order.dutiesIncluded,
    originalTotalDutiesSet: duties(totals.duties),
    currentTotalDutiesSet: duties(current.duties),
    originalTotalAdditionalFeesSet: fees(totals.additionalFees),
    currentTotalAdditionalFeesSet: fees(current.additionalFees),
    additionalFees: order.additionalFees.map(({ id, name, price, taxLines }) => ({
      id,
      name,
      price: money(price),
      taxLines: taxLines.map((tax) => presentTaxLine(tax, order)),
    })),
  };
}

/** The taxes of everything that has some, one for each title and rate. */
function summedTaxes({ lines, shippingLines, additionalFees }: Order): TaxLine[] {
  const duties = lines.flatMap((line) => line.duties);
  const all = [...lines, ...shippingLines, ...duties, ...additionalFees].flatMap(({ taxLines }) => taxLines);
  const alike = Map.groupBy(all, ({ title, rate }) => `${title}/${rate}`);
  return [...alike.values()].flatMap((taxes) => {
    const first = taxes[0];
    return first ? [{ ...first, amount: sum(taxes.map(({ amount }) => amount)) }] : [];
  });
}
