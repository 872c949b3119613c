import { describe, expect, it, vi } from 'vitest';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop({ topics: ['fulfillment_orders/scheduled_fulfillment_order_ready'] });
const { routedOrder, fulfillmentOrders, order, mutate, command, announced } = orderHarness(shop);
const dayMs = 24 * 3600 * 1000;
const ready = 'fulfillment_orders/scheduled_fulfillment_order_ready';

const inDays = (days: number) => new Date(shop.now().getTime() + days * dayMs).toISOString();
const one = (fulfillAt?: string) => ({
  locationId: shop.shopify.store.locations[0]?.id,
  lines: [{ line: 0, quantity: 1 }],
  deliveryMethod: { serviceCode: 'STANDARD' },
  ...(fulfillAt && { fulfillAt }),
});
const prepaid = () =>
  routedOrder({
    lines: [{ sku: 'SKU-003', quantity: 3 }],
    deliveries: [one(), one(inDays(30)), one(inDays(61))],
  });
const fulfill = (id: string) =>
  mutate('fulfillmentCreate', { fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: id }] } });

describe('a fulfillment order with an instant to come', () => {
  it('is scheduled, says when it opens, and can be opened but not fulfilled', async () => {
    const orderId = await prepaid();
    const shown = await fulfillmentOrders(orderId);
    expect(shown.map(({ status }) => status)).toEqual(['OPEN', 'SCHEDULED', 'SCHEDULED']);
    expect(shown.map(({ fulfillAt }) => fulfillAt)).toEqual([null, expect.any(String), expect.any(String)]);
    const actions = shown[1].supportedActions.map(({ action }: { action: string }) => action);
    expect(actions).toContain('MARK_AS_OPEN');
    expect(actions).not.toContain('CREATE_FULFILLMENT');
    const { userErrors } = await fulfill(shown[1].id);
    expect(userErrors).toMatchObject([{ message: expect.stringContaining('status= scheduled') }]);
  });

  it('opens when its time has come, which is announced, and can be fulfilled then', async () => {
    const orderId = await prepaid();
    const [, second] = await fulfillmentOrders(orderId);
    const path = '/_control/open-scheduled';
    expect((await shop.call('POST', path)).body).toEqual({ fulfillmentOrderIds: [] });
    const due = await shop.call('POST', path, { until: inDays(31) });
    expect(due.body.fulfillmentOrderIds).toContain(second.id);
    await vi.waitFor(() =>
      expect(shop.receiver.webhooks.map(({ body }) => body)).toContainEqual({
        fulfillment_order: { id: second.id, status: 'open' },
      }),
    );
    expect((await fulfillmentOrders(orderId)).map(({ status }) => status)).toEqual([
      'OPEN',
      'OPEN',
      'SCHEDULED',
    ]);
    expect((await fulfill(second.id)).userErrors).toEqual([]);
  });

  it('opens by itself when its time comes', async () => {
    const soon = new Date(shop.now().getTime() + 300).toISOString();
    const orderId = await routedOrder({ deliveries: [one(soon)] });
    expect((await fulfillmentOrders(orderId))[0].status).toBe('SCHEDULED');
    await vi.waitFor(async () => expect((await fulfillmentOrders(orderId))[0].status).toBe('OPEN'));
  });

  it('is opened before its time by an app, in silence, and by the control door, aloud', async () => {
    const orderId = await prepaid();
    const [, second, third] = await fulfillmentOrders(orderId);
    expect(await mutate('fulfillmentOrderOpen', { id: second.id })).toEqual({
      fulfillmentOrder: { id: second.id, status: 'OPEN' },
      userErrors: [],
    });
    expect((await mutate('fulfillmentOrderOpen', { id: second.id })).userErrors).toHaveLength(1);
    expect((await command(orderId, 'open')).status).toBe(200);
    expect(await announced(ready)).toMatchObject({ fulfillment_order: { id: third.id } });
    expect((await command(orderId, 'open', { fulfillmentOrderId: third.id })).status).toBe(422);
  });

  it('is scheduled again when a hold on it goes', async () => {
    const orderId = await prepaid();
    const [, second] = await fulfillmentOrders(orderId);
    await command(orderId, 'hold', { fulfillmentOrderId: second.id });
    expect((await fulfillmentOrders(orderId))[1].status).toBe('ON_HOLD');
    await command(orderId, 'release', { fulfillmentOrderId: second.id });
    expect((await fulfillmentOrders(orderId))[1].status).toBe('SCHEDULED');
  });
});

it('an order of which only scheduled pieces are left shows as scheduled', async () => {
  const orderId = await prepaid();
  expect((await order(orderId)).displayFulfillmentStatus).toBe('UNFULFILLED');
  await command(orderId, 'fulfill-all');
  expect(await order(orderId)).toMatchObject({
    displayFulfillmentStatus: 'SCHEDULED',
    fulfillments: [{ totalQuantity: 1 }],
  });
  expect((await fulfillmentOrders(orderId)).map(({ status }) => status)).toEqual([
    'CLOSED',
    'SCHEDULED',
    'SCHEDULED',
  ]);
});

it('an instant that has passed schedules nothing', async () => {
  const orderId = await routedOrder({ deliveries: [one(inDays(-1))] });
  await vi.waitFor(async () => expect((await fulfillmentOrders(orderId))[0].status).toBe('OPEN'));
});
