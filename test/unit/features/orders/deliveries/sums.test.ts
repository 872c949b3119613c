import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDeliveries } from '#app/features/orders/deliveries/plan-deliveries.ts';
import type {
  FulfilledPieces,
  FulfillmentOrder,
  KnownDelivery,
} from '#app/features/orders/deliveries/types.ts';
import { toOneStockOrder } from '#app/features/orders/export/to-onestock-order.ts';
import type { AdditionalFee, OrderLine, ShippingFee, ShopOrder } from '#app/features/orders/export/types.ts';
import { defaultsOf, ORDERS } from '#app/features/settings/shape.ts';
import type { NewOrder, NewOrderPrice } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { amounts, line, parts, shopOrder, thousandths } from '../export/shop-orders.ts';
import { EXPRESS, fulfillmentOrder, PARIS, pickUpAt, RULES, STANDARD } from './planned.ts';

const LOCAL = { methodType: 'LOCAL', code: null, locationId: null };

const anyLine: fc.Arbitrary<OrderLine> = fc
  .record({
    ...parts,
    ordered: fc.integer({ min: 1, max: 7 }),
    unitPrice: amounts,
    duties: fc.array(fc.record({ amount: amounts, taxes: parts.taxes }), { maxLength: 2 }),
  })
  .map((change) => line({ ...change, quantity: change.ordered }));

const anyFee: fc.Arbitrary<ShippingFee> = fc.record({
  ...parts,
  id: fc.constant('fee'),
  title: fc.constant('Delivery'),
  code: fc.constantFrom('STANDARD', 'EXPRESS', 'Local delivery', null),
  price: amounts,
});

const anyAdditionalFee: fc.Arbitrary<AdditionalFee> = fc.record({
  title: fc.constant('Retail delivery fee'),
  price: amounts,
  taxes: parts.taxes,
});

const anySplit = fc.record({
  order: fc
    .record({
      lines: fc.array(anyLine, { minLength: 1, maxLength: 4 }),
      shippingFees: fc.array(anyFee, { maxLength: 3 }),
      additionalFees: fc.array(anyAdditionalFee, { maxLength: 2 }),
      tip: fc.oneof(fc.constant(0), amounts),
      taxesIncluded: fc.boolean(),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
    })
    .map((change) =>
      shopOrder({
        ...change,
        lines: change.lines.map((each, at) => ({ ...each, id: `gid://shopify/LineItem/${at}` })),
        shippingFees: change.shippingFees.map((each, at) => ({ ...each, id: `${at}` })),
      }),
    ),
  /** What each fulfillment order is of and on which day it opens. */
  opening: fc.array(
    fc.record({
      choice: fc.constantFrom(STANDARD, EXPRESS, LOCAL, pickUpAt(PARIS.id)),
      day: fc.nat(2),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  /** In which fulfillment order each piece is. */
  pieces: fc.infiniteStream(fc.nat(4)),
  /** What was asked for is fulfilled before the next day. */
  isQuick: fc.boolean(),
});

type Split = typeof anySplit extends fc.Arbitrary<infer Of> ? Of : never;

/** Asks for all of the order, day by day, as its fulfillment orders open. */
function sendAll({ order, opening, pieces, isQuick }: Split): NewOrder[] {
  const all = fulfillmentOrdersOf(order, opening, pieces);
  const filled = new Set(all.filter(({ lines }) => lines.length > 0).map(({ id }) => id));
  const earlier: KnownDelivery[] = [];
  const fulfilled: FulfilledPieces[] = [];
  const sent: NewOrder[] = [];
  for (const day of [0, 1, 2]) {
    const now: FulfillmentOrder[] = all
      .map((each, at) => ({
        ...each,
        state: (opening[at]?.day ?? 0) > day ? 'scheduled' : each.state,
      }))
      .filter(({ id }) => filled.has(id));
    const facts = {
      lines: order.lines,
      fulfillmentOrders: now,
      deliveries: earlier,
      fulfilled,
      rules: RULES,
    };
    for (const ask of planDeliveries(facts).asks) {
      const number = earlier.length + 1;
      const prepared = toOneStockOrder({
        ...{ order: { ...order, fulfillmentOrders: now }, delivery: { ...ask, number }, earlier, groups: [] },
        shop: { domain: 'test-shop.myshopify.com' as ShopDomain, itemIdSource: 'sku' },
        settings: { ...defaultsOf(ORDERS), includeTips: true },
        mappings: { rulesets: [], locations: [{ locationId: PARIS.id, endpointId: 'store' }] },
        connection: { salesChannel: 'web', salesChannels: {} },
      })._unsafeUnwrap();
      sent.push(prepared.order);
      const { choice, fulfillmentOrderIds } = ask;
      earlier.push({
        ...{ number, oneStockOrderId: prepared.order.id, choice, fulfillmentOrderIds },
        ...{ items: prepared.items, feeIds: prepared.feeIds, removed: [], exportedAt: new Date(0) },
      });
      if (isQuick) fulfilled.push(...ask.lines.map((each) => ({ ...each, delivery: number })));
    }
    if (isQuick)
      for (const [at, each] of all.entries())
        if ((opening[at]?.day ?? 0) <= day) Object.assign(each, { state: 'over', lines: [] });
  }
  return sent;
}

function fulfillmentOrdersOf(
  { lines }: ShopOrder,
  opening: Split['opening'],
  pieces: Iterator<number>,
): FulfillmentOrder[] {
  const amountsOf = opening.map((): Record<string, number> => ({}));
  for (const { id, ordered } of lines)
    for (let piece = 0; piece < ordered; piece++) {
      const into = amountsOf[pieces.next().value % opening.length];
      if (into) into[id] = (into[id] ?? 0) + 1;
    }
  return opening.map(({ choice }, at) => fulfillmentOrder(`FO${at}`, amountsOf[at] ?? {}, { choice }));
}

const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0);
const pricesOf = (sent: readonly NewOrder[]) => ({
  items: sent.flatMap(({ order_items }) =>
    order_items.flatMap(({ pricing_details }) => pricing_details ?? []),
  ),
  fees: sent.flatMap(({ shipping_fees }) => shipping_fees ?? []) as NewOrderPrice[],
});
const totalOf = (of: readonly (number | undefined)[]) =>
  Number(of.reduce((total, each) => total + thousandths(each), 0n));
const discountsOf = (of: readonly NewOrderPrice[]) =>
  totalOf(of.flatMap(({ discounts = [] }) => discounts.map(({ amount }) => amount)));
const taxesOf = (of: readonly NewOrderPrice[]) =>
  totalOf(of.flatMap(({ taxes = [] }) => taxes.map(({ amount }) => amount)));

describe('an order that is asked for as several deliveries, at any time', () => {
  it('costs over all of them what it costs: each line, its discounts, taxes and duties, every fee and the tip', () => {
    fc.assert(
      fc.property(anySplit, (split) => {
        const { order } = split;
        const sent = sendAll(split);
        const { items, fees } = pricesOf(sent);
        const added = order.taxesIncluded ? 0 : 1;
        const taxes = (of: readonly { taxes: { amount: number }[] }[]) =>
          sum(of.flatMap((each) => each.taxes.map(({ amount }) => amount)));
        const discounts = (of: readonly { discounts: { amount: number }[] }[]) =>
          sum(of.flatMap((each) => each.discounts.map(({ amount }) => amount)));
        const { lines, shippingFees, additionalFees, tip } = order;
        const duties = lines.flatMap((each) => each.duties);
        const levied = sum(duties.map(({ amount }) => amount)) + added * taxes(duties);
        const goods =
          sum(lines.map(({ unitPrice, ordered }) => unitPrice * ordered)) + added * taxes(lines) + levied;
        expect(totalOf(items.map(({ original_price }) => original_price))).toBe(goods);
        expect(discountsOf(items)).toBe(discounts(lines));
        expect(totalOf(items.map(({ price }) => price))).toBe(goods - discounts(lines));
        expect(taxesOf(items)).toBe(taxes(lines) + levied);
        const other = [...shippingFees, ...additionalFees];
        const charged = sum(other.map(({ price }) => price)) + added * taxes(other) + tip;
        expect(totalOf(fees.map(({ original_price }) => original_price))).toBe(charged);
        expect(discountsOf(fees)).toBe(discounts(shippingFees));
        expect(taxesOf(fees)).toBe(taxes(other));
        const whole = goods + charged - discounts(lines) - discounts(shippingFees);
        expect(totalOf(sent.map(({ pricing_details }) => pricing_details.price))).toBe(whole);
        expect(totalOf(sent.map(({ pricing_details }) => pricing_details.original_price))).toBe(
          goods + charged,
        );
      }),
      { numRuns: 300 },
    );
  });
});
