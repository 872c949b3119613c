import { describe, expect, it } from 'vitest';
import { numericId } from '#sandbox/shopify/store/ids.ts';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { routedOrder, fulfillmentOrders, order, mutate, command, announced } = orderHarness(shop);
const lines = [{ sku: 'SKU-001', quantity: 3 }, { sku: 'SKU-002' }];

describe('a payment', () => {
  it('that comes later is announced then', async () => {
    const orderId = await routedOrder({ lines, financialStatus: 'PENDING' });
    expect((await order(orderId)).displayFinancialStatus).toBe('PENDING');
    await command(orderId, 'pay');
    expect(await announced('orders/paid')).toMatchObject({
      admin_graphql_api_id: orderId,
      financial_status: 'paid',
    });
    expect((await order(orderId)).displayFinancialStatus).toBe('PAID');
    expect((await command(orderId, 'pay')).status).toBe(422);
  });

  it('at the checkout is announced beside the order', async () => {
    const orderId = await routedOrder({ lines });
    expect(await announced('orders/paid')).toMatchObject({ admin_graphql_api_id: orderId });
  });
});

describe('an edit', () => {
  it('changes what is to be fulfilled, and tells which lines gained and lost how much', async () => {
    const orderId = await routedOrder({ lines });
    const edit = {
      quantities: [{ sku: 'SKU-001', quantity: 1 }],
      additions: [{ sku: 'SKU-003', quantity: 2 }],
      note: 'By telephone',
    };
    expect((await command(orderId, 'edit', edit)).status).toBe(200);
    expect(await order(orderId)).toMatchObject({
      edited: true,
      lineItems: {
        nodes: [
          { sku: 'SKU-001', quantity: 3, currentQuantity: 1, unfulfilledQuantity: 1 },
          { sku: 'SKU-002', quantity: 1, currentQuantity: 1 },
          { sku: 'SKU-003', quantity: 2, currentQuantity: 2, unfulfilledQuantity: 2 },
        ],
      },
    });
    const [first, , third] = shop.shopify.store.orders.get(orderId)?.lines ?? [];
    expect(await announced('orders/edited')).toEqual({
      order_edit: expect.objectContaining({
        order_id: numericId(orderId),
        staff_note: 'By telephone',
        line_items: {
          additions: [{ id: numericId(third?.id ?? ''), delta: 2 }],
          removals: [{ id: numericId(first?.id ?? ''), delta: 2 }],
        },
      }),
    });
  });

  it('cannot remove what is fulfilled', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'fulfill');
    const answer = await command(orderId, 'edit', { quantities: [{ sku: 'SKU-001', quantity: 0 }] });
    expect(answer.status).toBe(422);
    expect((await order(orderId)).lineItems.nodes[0].currentQuantity).toBe(3);
  });

  it('may give added lines a fulfillment order of their own', async () => {
    await shop.control({ addedLinesGo: 'new' });
    const orderId = await routedOrder({ lines });
    await command(orderId, 'edit', { additions: [{ sku: 'SKU-003', quantity: 1 }] });
    expect(await fulfillmentOrders(orderId)).toHaveLength(2);
  });
});

describe('a cancellation', () => {
  it('ends every fulfillment order, is final, and is announced', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'hold');
    const cancelled = await mutate('orderCancel', { id: orderId });
    expect(cancelled).toEqual({ job: { done: true }, orderCancelUserErrors: [] });
    expect(await order(orderId)).toMatchObject({
      cancelReason: 'CUSTOMER',
      cancelledAt: expect.any(String),
      displayFinancialStatus: 'PAID',
      lineItems: { nodes: [{ quantity: 3, currentQuantity: 0 }, { currentQuantity: 0 }] },
    });
    expect(await fulfillmentOrders(orderId)).toMatchObject([{ status: 'CLOSED', fulfillmentHolds: [] }]);
    expect(await announced('orders/cancelled')).toMatchObject({
      admin_graphql_api_id: orderId,
      cancel_reason: 'customer',
    });
    const again = await mutate('orderCancel', { id: orderId });
    expect(again.orderCancelUserErrors[0].code).toBe('INVALID');
  });

  it('is refused for what is fulfilled', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'fulfill', { lines: [{ sku: 'SKU-002', quantity: 1 }] });
    expect((await command(orderId, 'cancel')).status).toBe(422);
    expect((await order(orderId)).cancelledAt).toBeNull();
  });

  it('with a refund gives everything back', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'cancel', { refund: true });
    expect((await order(orderId)).displayFinancialStatus).toBe('REFUNDED');
    expect(await announced('refunds/create')).toMatchObject({ order_id: numericId(orderId) });
  });
});

it.each([
  ['an unknown order', 'gid://shopify/Order/1', 'pay', {}, 404],
  ['an unknown key', null, 'cancel', { restock: true }, 400],
  ['an unknown line', null, 'refund', { lines: [{ sku: 'SKU-999', quantity: 1 }] }, 422],
  ['an unknown fulfillment order', null, 'hold', { fulfillmentOrderId: 1 }, 422],
])('the control door refuses %s', async (_what, named, name, body, status) => {
  const orderId = named ?? (await routedOrder({ lines }));
  expect(await command(orderId, name, body)).toMatchObject({ status, body: { error: expect.any(String) } });
});
