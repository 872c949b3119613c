import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, writeAmount } from '#app/features/orders/export/amounts.ts';
import { sentCopy } from '#app/features/orders/export/sent-copy.ts';
import { type ExportInput, toOneStockOrder } from '#app/features/orders/export/to-onestock-order.ts';
import type { ResolvedGroup } from '#app/features/orders/index.ts';
import { defaultsOf, ORDERS } from '#app/features/settings/shape.ts';
import type { NewOrderPrice } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { fulfillmentOrder, LYON } from '../deliveries/planned.ts';
import { address, anyShopOrder, line, shopOrder, thousandths } from './shop-orders.ts';

const shop = 'test-shop.myshopify.com' as ShopDomain;

const SETTINGS = { ...defaultsOf(ORDERS), orderIdPrefix: '' };

/** All that is left of the order, as its first delivery. */
function input(change: Partial<ExportInput> = {}): ExportInput {
  const order = change.order ?? shopOrder();
  return {
    order,
    delivery: {
      number: 1,
      choice: { methodType: 'SHIPPING', code: 'STANDARD', locationId: null },
      fulfillmentOrderIds: [],
      lines: order.lines
        .filter(({ quantity }) => quantity > 0)
        .map(({ id, quantity }) => ({ lineItemId: id, quantity, askedBefore: 0 })),
    },
    earlier: [],
    groups: [],
    shop: { domain: shop, itemIdSource: 'sku' },
    settings: SETTINGS,
    mappings: { rulesets: [], locations: [] },
    connection: { salesChannel: 'web', salesChannels: { GB: 'web_gb' } },
    ...change,
  };
}

function sent(change: Partial<ExportInput> = {}) {
  return toOneStockOrder(input(change))._unsafeUnwrap();
}

function group(change: Partial<ResolvedGroup>): ResolvedGroup {
  return {
    fulfillmentOrderId: null,
    code: 'STANDARD',
    source: 'checkout',
    quoteId: null,
    endpointId: null,
    promise: null,
    ...change,
  };
}

describe('the prices of any order', () => {
  it('add up exactly: each is its original less its discounts, and the whole is its items and fees', () => {
    fc.assert(
      fc.property(anyShopOrder, (order) => {
        const prepared = toOneStockOrder(input({ order }))._unsafeUnwrap();
        const { order_items, shipping_fees = [], pricing_details } = prepared.order;
        const parts = [
          ...order_items.map((item) => item.pricing_details),
          ...shipping_fees,
        ] as NewOrderPrice[];
        const sum = (amounts: (number | undefined)[]) =>
          amounts.reduce((total, amount) => total + thousandths(amount), 0n);
        for (const { price, original_price, discounts = [] } of parts) {
          expect(thousandths(price)).toBe(
            thousandths(original_price) - sum(discounts.map(({ amount }) => amount)),
          );
        }
        expect(thousandths(pricing_details.price)).toBe(sum(parts.map(({ price }) => price)));
        expect(thousandths(pricing_details.original_price)).toBe(
          sum(parts.map(({ original_price }) => original_price)),
        );
        for (const { quantity, pricing_details: priced } of order_items) {
          if (priced?.unit_price === undefined) continue;
          expect(thousandths(priced.unit_price) * BigInt(quantity)).toBe(thousandths(priced.price));
        }
      }),
    );
  });

  it('belong to what is left of its lines, each once, in Shopify’s order', () => {
    fc.assert(
      fc.property(anyShopOrder, (order) => {
        const prepared = toOneStockOrder(input({ order }));
        const left = order.lines.filter(({ quantity }) => quantity > 0);
        if (prepared.isErr()) throw new Error(prepared.error.code);
        const expected = left.map(({ id, sku, title, quantity }) => ({
          ...{ lineItemId: id, itemId: sku, quantity },
          ...{ title, sku },
        }));
        expect(prepared.value.items).toEqual(expected);
        const items = prepared.value.order.order_items;
        expect(items.map(({ item_id, quantity }) => ({ item_id, quantity }))).toEqual(
          expected.map(({ itemId, quantity }) => ({ item_id: itemId, quantity })),
        );
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }),
    );
  });

  it.each([
    ['EUR', 5_010, 2.505, false],
    ['JPY', 2_809_000, 1404.5, false],
    ['JPY', 2_810_000, 1405, true],
    ['KWD', 5_010, 2.505, true],
  ])('tell of one piece where %s can express a half of %i thousandths', (currency, both, piece, isTold) => {
    const pair = line({ unitPrice: both / 2, quantity: 2, ordered: 2, discounts: [], taxes: [] });
    const [item] = sent({ order: shopOrder({ currency, lines: [pair] }) }).order.order_items;
    expect(item?.pricing_details).toMatchObject({ price: both / 1000 });
    expect(item?.pricing_details).toEqual(
      isTold
        ? expect.objectContaining({ unit_price: piece, original_unit_price: piece })
        : expect.not.objectContaining({ unit_price: piece, original_unit_price: piece }),
    );
  });

  it('are read from decimals and written as them without a digit lost', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.integer({ min: 0, max: 999 }),
        (whole, fraction) => {
          const text = `${whole}.${String(fraction).padStart(3, '0')}`;
          expect(thousandths(writeAmount(readAmount(text)))).toBe(BigInt(whole) * 1000n + BigInt(fraction));
        },
      ),
    );
    expect([readAmount('4.9'), readAmount('1290'), readAmount('-0.5'), readAmount('0.0005')]).toEqual([
      4_900, 1_290_000, -500, 1,
    ]);
  });

  it('include the taxes also where the shop’s do not, and say so', () => {
    const taxes = [{ title: 'Sales tax', amount: 3_300, percentage: 8.25 }];
    const order = shopOrder({ taxesIncluded: false, lines: [line({ taxes })], shippingFees: [] });
    const [item] = sent({ order }).order.order_items;
    expect(item?.pricing_details).toMatchObject({
      price: 43.28,
      original_price: 43.28,
      taxes: [{ title: 'Sales tax', amount: 3.3, percentage: 8.25, included_in_price: true }],
    });
  });
});

describe('an order for OneStock', () => {
  it('is called as the settings say', () => {
    const settings = { ...SETTINGS, orderIdPrefix: 'FR-' };
    expect(sent({ settings: { ...settings, orderId: 'name' } }).order.id).toBe('FR-1001');
    expect(sent({ settings: { ...settings, orderId: 'numeric' } }).order.id).toBe('FR-6172983901');
  });

  it('is dated, and goes by the sales channel of its country', () => {
    const toLondon = shopOrder({ shippingAddress: address({ country: { code: 'GB', name: null } }) });
    expect(sent().order).toMatchObject({ date: 1_795_262_400, sales_channel: 'web', types: ['ffs'] });
    expect(sent({ order: toLondon }).order.sales_channel).toBe('web_gb');
  });

  it('for collection names the store, and carries the promise as it was given and as it was shown', () => {
    const promise = { delivery_method: 'ckc', eta_start: 1, eta_end: 2, cost: 0 };
    const collected = group({ code: 'COLLECT:store_1', endpointId: 'store_1', promise });
    const choice = { methodType: 'SHIPPING', code: 'COLLECT:store_1', locationId: null };
    const { order } = sent({
      groups: [group({}), collected],
      delivery: { ...input().delivery, choice },
    });
    expect(order).toMatchObject({
      types: ['ffs', 'ckc'],
      delivery: { type: 'COLLECT', destination: { endpoint_id: 'store_1' } },
      delivery_promise: {
        original_delivery_option: promise,
        sent_delivery_option: { eta_start: 1, eta_end: 2 },
      },
    });
  });

  it('that is picked up at a location without an endpoint is not made, and says of what and where', () => {
    const order = shopOrder({ fulfillmentOrders: [fulfillmentOrder('1', { shirt: 1 }, { location: LYON })] });
    const choice = { methodType: 'PICK_UP', code: null, locationId: LYON.id };
    const { lines, ...delivery } = input({ order }).delivery;
    const asked = { ...delivery, choice, lines: lines.slice(0, 1) };
    const stopped = toOneStockOrder(input({ order, delivery: asked }))._unsafeUnwrapErr();
    const pieces = [`${lines[0]?.quantity} × ${order.lines[0]?.title}`];
    expect(stopped).toMatchObject({
      code: 'pick_up_location_unmapped',
      params: { pieces, location: 'Lyon' },
    });
  });

  it('has a dash where the customer has no last name, and no empty texts', () => {
    const nobody = address({ firstName: ' ', lastName: null, city: null, lines: [] });
    const order = shopOrder({ shippingAddress: nobody, billingAddress: null, email: null });
    expect(sent({ order }).order).toMatchObject({ customer: { last_name: '-' } });
    expect(sent({ order }).order.customer).toEqual({ last_name: '-' });
    expect(sent({ order }).order.delivery.destination.address).toEqual({
      lines: [],
      zip_code: '31000',
      regions: { country: { code: 'FR', name: 'France' } },
      contact: { last_name: '-' },
    });
  });

  it('is kept for people to look at without anybody’s name, address or code', () => {
    const discounts = [{ title: 'CAMILLE10', amount: 1_000, percentage: 10 }];
    const order = shopOrder({ lines: [line({ discounts })] });
    const kept = JSON.stringify(sentCopy(sent({ order }).order));
    expect(kept).not.toMatch(/camille|martin|lois|toulouse|31000|example\.com/i);
    expect(kept).toContain('"country":"FR"');
  });
});
