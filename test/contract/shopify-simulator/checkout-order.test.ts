import { describe, expect, test, vi } from 'vitest';
import type { Order } from '#sandbox/shopify/store/types.ts';
import { answerJson, answerRates, carrierRate, startCheckout, toulouse } from './checkout-harness.ts';

const { carrier, open, post, shopify } = await startCheckout();
const { store } = shopify;

async function routed(orderId: string | undefined): Promise<Order> {
  const order = store.orders.get(orderId ?? '');
  if (!order) throw new Error(`no order ${orderId}`);
  await vi.waitUntil(() => order.fulfillmentOrders.length > 0);
  return order;
}

function complete(id: string, body: unknown) {
  return post(`/_control/checkouts/${id}/complete`, body);
}

describe('completing a checkout', () => {
  test('places an order that keeps the code, name, price and window of the rate, and not its metafields', async () => {
    carrier.answer = answerRates(
      carrierRate({
        min_delivery_date: '2026-11-24 00:00:00 +0100',
        max_delivery_date: '2026-11-25 23:59:59 +0100',
        metafields: [{ namespace: 'onestock', key: 'quote_id', type: 'single_line_text_field', value: 'q' }],
      }),
    );
    const checkout = await open({ locale: 'fr', email: 'zoe@example.com' });

    const { status, body } = await complete(checkout.id, { handle: checkout.rates[0]?.handle });

    expect(status).toBe(200);
    const order = await routed(body.orderId);
    expect(order).toMatchObject({
      name: body.orderName,
      email: 'zoe@example.com',
      locale: 'fr',
      shippingAddress: toulouse,
      lines: [{ sku: 'SKU-001', quantity: 1, unitPrice: 1990 }],
      shippingLines: [
        {
          title: 'Standard delivery',
          code: 'STANDARD',
          price: 490,
          source: 'OneStock Promise',
          carrierIdentifier: '9',
        },
      ],
      fulfillmentOrders: [
        {
          destination: toulouse,
          deliveryMethod: {
            methodType: 'SHIPPING',
            serviceCode: 'STANDARD',
            presentedName: 'Standard delivery',
            minDeliveryDateTime: new Date('2026-11-23T23:00:00Z'),
            maxDeliveryDateTime: new Date('2026-11-25T22:59:59Z'),
          },
        },
      ],
    });
    expect(store.metafields.of(order.id)).toEqual([]);
  });

  test('works for a backup rate, which is no carrier’s', async () => {
    carrier.answer = answerJson({}, 500);
    const checkout = await open();

    const { body } = await complete(checkout.id, { handle: checkout.rates[0]?.handle });

    expect((await routed(body.orderId)).shippingLines).toEqual([
      expect.objectContaining({ code: 'backup-shipping', source: 'shopify', carrierIdentifier: null }),
    ]);
  });

  test('makes a fulfillment order for each location of a group', async () => {
    const lines = [{ sku: 'SKU-001' }, { sku: 'SKU-050', quantity: 2, location: 'Lyon' }, { sku: 'GIFT-50' }];
    const checkout = await open({ lines });

    const { body } = await complete(checkout.id, { handle: checkout.rates[0]?.handle });

    const order = await routed(body.orderId);
    const nameOf = (id: string) => store.locations.find((location) => location.id === id)?.name;
    expect(order.shippingLines).toHaveLength(1);
    expect(
      order.fulfillmentOrders.map(({ locationId, deliveryMethod, lines: [line] }) => [
        nameOf(locationId),
        deliveryMethod?.methodType,
        deliveryMethod?.serviceCode,
        order.lines.find(({ id }) => id === line?.orderLineId)?.sku,
        line?.totalQuantity,
      ]),
    ).toEqual([
      ['Paris warehouse', 'SHIPPING', 'STANDARD', 'SKU-001', 1],
      ['Lyon', 'SHIPPING', 'STANDARD', 'SKU-050', 2],
      ['Paris warehouse', 'NONE', null, 'GIFT-50', 1],
    ]);
  });

  test('takes a choice for each group of a split cart', async () => {
    carrier.answer = answerRates(carrierRate(), carrierRate({ service_name: 'E', service_code: 'E' }));
    const lines = [{ sku: 'SKU-001' }, { sku: 'SKU-050', location: 'Lyon' }];
    const checkout = await open({ lines, splitGroups: true });
    const handles = checkout.groups.map(({ id, rates }, at) => ({ group: id, handle: rates[at]?.handle }));

    const { body } = await complete(checkout.id, { handles });

    const order = await routed(body.orderId);
    expect(order.shippingLines.map(({ code }) => code)).toEqual(['STANDARD', 'E']);
    expect(order.fulfillmentOrders.map(({ deliveryMethod }) => deliveryMethod?.serviceCode)).toEqual([
      'STANDARD',
      'E',
    ]);
  });

  test('needs no rate for a cart that ships nothing', async () => {
    const checkout = await open({ lines: [{ sku: 'GIFT-50' }] });

    const { status, body } = await complete(checkout.id, {});

    expect(status).toBe(200);
    expect(store.orders.get(body.orderId ?? '')?.shippingLines).toEqual([]);
  });

  test('copies the cart’s metafields that an order definition lets through, the last word counting', async () => {
    store.metafields.definitions.push({
      id: store.nextId('MetafieldDefinition'),
      ownerType: 'ORDER',
      namespace: 'onestock',
      key: 'quote_id',
      name: 'Quote',
      description: null,
      type: 'single_line_text_field',
      cartToOrderCopyable: true,
      adminFilterable: false,
    });
    const metafield = (key: string, value: string) => ({
      namespace: 'onestock',
      key,
      type: 'single_line_text_field',
      value,
    });
    const checkout = await open({
      cartMetafields: [metafield('quote_id', 'first'), metafield('other', 'x')],
    });

    const { body } = await complete(checkout.id, {
      handle: checkout.rates[0]?.handle,
      cartMetafields: [metafield('quote_id', 'last')],
    });

    const copied = store.metafields.of(body.orderId ?? '').map(({ key, value }) => [key, value]);
    expect(copied).toEqual([['quote_id', 'last']]);
  });
});
