import { describe, expect, it } from 'vitest';
import { deliveryGroups } from '#app/features/orders/promise/delivery-groups.ts';
import { readOrder } from '#app/features/orders/promise/read-order.ts';
import { toOrder } from '#app/features/orders/promise/to-order.ts';
import type { DeliveryGroup } from '#app/features/orders/promise/types.ts';
import { basketFingerprint, destinationFingerprint } from '#app/features/promise/index.ts';
import { ORDER } from '#app/gateways/shopify/operations/orders.ts';
import { createFakeOrderShop, type FakeOrder, fakeOrder } from '#test/support/fake-order-shop.ts';

const SALT = 'salt';
const shirts = { variant: 11, quantity: 2 };
const shoes = { variant: 12, quantity: 1 };

/** The groups of an order as Shopify answers it, read in pages of `pageSize`. */
async function groupsOf(change: Partial<FakeOrder>, pageSize = 50): Promise<DeliveryGroup[]> {
  const order = fakeOrder(change);
  const shop = createFakeOrderShop(order);
  shop.pageSize = pageSize;
  const client = (await shop.forShop('test-shop.myshopify.com'))._unsafeUnwrap();
  const read = (await readOrder(client, order.id))._unsafeUnwrap();
  if (!read) throw new Error('The order is there.');
  return deliveryGroups(read, SALT);
}

function basketOf(...lines: { variant: number; quantity: number }[]): string {
  return basketFingerprint(
    lines.map(({ variant, quantity }) => ({ variantId: String(variant), quantity })),
    SALT,
  );
}

describe('the delivery groups of an order', () => {
  it('are the whole order while it is not routed, with the code, name and price of its shipping line', async () => {
    expect(await groupsOf({ lines: [shirts, shoes] })).toEqual([
      {
        fulfillmentOrderId: null,
        isScheduled: false,
        code: 'STANDARD',
        destination: { country: 'FR', zip: '31000', region: null },
        destinationFingerprint: destinationFingerprint({ country: 'FR', zip: '31000', region: null }, SALT),
        lines: [
          { variantId: '11', sku: 'SKU-11', title: 'Linen shirt', quantity: 2 },
          { variantId: '12', sku: 'SKU-12', title: 'Linen shirt', quantity: 1 },
        ],
        baskets: [basketOf(shirts, shoes)],
        kept: { window: null, name: 'Standard delivery', price: { amount: 490, currency: 'EUR' } },
      },
    ]);
  });

  it('go where the fulfillment order goes when the order has no address, whose region is a name and not a code', async () => {
    const placed = fakeOrder({ fulfillmentOrders: [{ number: 1, lines: [shirts] }] });
    const client = (await createFakeOrderShop(placed).forShop('test-shop.myshopify.com'))._unsafeUnwrap();
    const read = (await client.request(ORDER, { id: placed.id }))._unsafeUnwrap().order;
    if (!read) throw new Error('The order is there.');
    const destination = { countryCode: 'IT' as const, zip: null, province: 'Milano' };
    const routed = read.fulfillmentOrders.nodes.map((node) => ({ ...node, destination }));
    const order = toOrder({ ...read, shippingAddress: null }, read.lineItems.nodes, routed);
    expect(deliveryGroups(order, SALT)[0]?.destination).toEqual({ country: 'IT', zip: null, region: null });
  });

  it('are its fulfillment orders, each with its own basket first and no price of its own', async () => {
    const min = new Date('2026-11-24T07:00:00Z');
    const groups = await groupsOf({
      lines: [shirts, shoes],
      fulfillmentOrders: [
        { number: 1, lines: [shirts], code: 'EXPRESS', name: 'Express', min },
        { number: 2, lines: [shoes] },
      ],
    });
    expect(groups.map(({ baskets }) => baskets)).toEqual([
      [basketOf(shirts), basketOf(shirts, shoes)],
      [basketOf(shoes), basketOf(shirts, shoes)],
    ]);
    expect(groups[0]).toMatchObject({
      fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1',
      code: 'EXPRESS',
      kept: { window: { min, max: null }, name: 'Express', price: null },
    });
  });

  it('have one basket where the only fulfillment order is the whole order', async () => {
    const [group] = await groupsOf({ fulfillmentOrders: [{ number: 1, lines: [shirts] }] });
    expect(group?.baskets).toEqual([basketOf(shirts)]);
    expect(group?.kept.price).toEqual({ amount: 490, currency: 'EUR' });
  });

  it('count one variant on two lines as one', async () => {
    const [group] = await groupsOf({
      lines: [
        { variant: 11, quantity: 1 },
        { variant: 11, quantity: 1 },
      ],
    });
    expect(group?.baskets).toEqual([basketOf(shirts)]);
  });

  it('leave out what is not shipped: gift cards beside goods', async () => {
    const giftCard = { variant: 99, quantity: 1, isGiftCard: true };
    const groups = await groupsOf({
      lines: [shirts, giftCard],
      fulfillmentOrders: [
        { number: 1, lines: [shirts] },
        { number: 2, lines: [giftCard], methodType: 'NONE', code: null },
      ],
    });
    expect(groups.map(({ baskets }) => baskets)).toEqual([[basketOf(shirts)]]);
  });

  it('leave out a fulfillment order whose lines were all taken from it', async () => {
    const groups = await groupsOf({
      fulfillmentOrders: [
        { number: 1, lines: [{ variant: 11, quantity: 0 }] },
        { number: 2, lines: [shirts] },
      ],
    });
    expect(groups.map((group) => group.fulfillmentOrderId)).toEqual(['gid://shopify/FulfillmentOrder/2']);
  });

  it('are none for an order of gift cards alone', async () => {
    expect(await groupsOf({ lines: [{ variant: 99, quantity: 1, isGiftCard: true }] })).toEqual([]);
  });

  it('know a custom line of a draft order by its title', async () => {
    const [group] = await groupsOf({ lines: [{ variant: null, quantity: 1, title: 'Made to measure' }] });
    const custom = { variantId: null, customTitle: 'Made to measure', quantity: 1 };
    expect(group?.baskets).toEqual([basketFingerprint([custom], SALT)]);
    expect(group?.lines).toEqual([{ variantId: null, sku: null, title: 'Made to measure', quantity: 1 }]);
  });

  it('have no code for a local pickup, whatever the shipping line says', async () => {
    const [group] = await groupsOf({
      fulfillmentOrders: [{ number: 1, lines: [shirts], methodType: 'PICK_UP', code: 'Shop Paris' }],
    });
    expect(group?.code).toBeNull();
  });

  it('take the code of the only shipping line where the delivery method has none, and no code of several', async () => {
    const fulfillmentOrders = [{ number: 1, lines: [shirts], code: null }];
    const [one] = await groupsOf({ fulfillmentOrders });
    expect(one?.code).toBe('STANDARD');
    const line = { code: 'STANDARD', title: 'Standard delivery', amount: '4.90' };
    const [several] = await groupsOf({
      fulfillmentOrders,
      shippingLines: [line, { ...line, code: 'EXPRESS' }],
    });
    expect(several?.code).toBeNull();
  });

  it('leave out a cancelled fulfillment order beside its successor, but keep those of a cancelled order', async () => {
    const replaced = await groupsOf({
      fulfillmentOrders: [
        { number: 1, lines: [shirts], status: 'CANCELLED' },
        { number: 2, lines: [shirts] },
      ],
    });
    expect(replaced.map((group) => group.fulfillmentOrderId)).toEqual(['gid://shopify/FulfillmentOrder/2']);
    const cancelled = await groupsOf({
      fulfillmentOrders: [{ number: 1, lines: [shirts], status: 'CANCELLED' }],
    });
    expect(cancelled.map((group) => group.fulfillmentOrderId)).toEqual(['gid://shopify/FulfillmentOrder/1']);
  });

  it('are the same for an order that takes many pages to read', async () => {
    const lines = [shirts, shoes, { variant: 13, quantity: 1 }];
    const change = {
      lines,
      fulfillmentOrders: [
        { number: 1, lines },
        { number: 2, lines: [shoes] },
        { number: 3, lines: [shirts, shoes] },
      ],
    };
    expect(await groupsOf(change, 1)).toEqual(await groupsOf(change));
  });
});
