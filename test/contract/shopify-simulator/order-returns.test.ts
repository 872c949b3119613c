import { describe, expect, it } from 'vitest';
import { numericId } from '#sandbox/shopify/store/ids.ts';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop({
  topics: ['returns/approve', 'returns/process', 'returns/close', 'returns/cancel', 'orders/updated'],
});
const { routedOrder, fulfillmentOrders, order, command, announced } = orderHarness(shop);
const fulfilled = async () => {
  const orderId = await routedOrder({ lines: [{ sku: 'SKU-001', quantity: 2 }] });
  await command(orderId, 'fulfill-all');
  return orderId;
};
const exchange = { lines: [{ sku: 'SKU-001', quantity: 1 }], exchange: [{ sku: 'SKU-002' }] };
const returnsOf = async (orderId: string, token?: string) => {
  const query = `query Read($id: ID!) { order(id: $id) { returnStatus returns(first: 5) { nodes { id status totalQuantity
    returnLineItems(first: 5) { nodes { quantity returnReason ... on ReturnLineItem { fulfillmentLineItem { lineItem { sku } } } } }
    exchangeLineItems(first: 5) { nodes { quantity variantSku processedQuantity lineItems { sku } } } } } } }`;
  return (await shop.graphql(query, { id: orderId }, token)).body;
};

describe('a return with an exchange', () => {
  it('adds what is sent for it, on hold until the pieces have come in, and does not call the order edited', async () => {
    const orderId = await fulfilled();
    expect((await command(orderId, 'return', exchange)).status).toBe(200);
    expect(await order(orderId)).toMatchObject({
      edited: false,
      lineItems: { nodes: [{ sku: 'SKU-001' }, { sku: 'SKU-002', unfulfilledQuantity: 1 }] },
    });
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      { status: 'CLOSED' },
      {
        status: 'ON_HOLD',
        fulfillmentHolds: [{ reason: 'AWAITING_RETURN_ITEMS', heldByRequestingApp: false }],
        lineItems: { nodes: [{ sku: 'SKU-002', remainingQuantity: 1 }] },
      },
    ]);
    expect((await returnsOf(orderId)).data.order).toMatchObject({
      returnStatus: 'IN_PROGRESS',
      returns: {
        nodes: [
          {
            status: 'OPEN',
            totalQuantity: 1,
            returnLineItems: {
              nodes: [{ quantity: 1, fulfillmentLineItem: { lineItem: { sku: 'SKU-001' } } }],
            },
            exchangeLineItems: { nodes: [{ variantSku: 'SKU-002', lineItems: [{ sku: 'SKU-002' }] }] },
          },
        ],
      },
    });
    expect(await announced('returns/approve')).toMatchObject({
      status: 'open',
      order: { admin_graphql_api_id: orderId },
      total_return_line_items: 1,
      total_exchange_line_items: 1,
    });
  });

  it('is processed, refunded and closed, each announced', async () => {
    const orderId = await fulfilled();
    await command(orderId, 'return', exchange);
    await command(orderId, 'process-return', { refund: true });
    expect((await fulfillmentOrders(orderId))[1].status).toBe('OPEN');
    expect(await announced('refunds/create')).toMatchObject({
      order_id: numericId(orderId),
      refund_line_items: [{ quantity: 1, restock_type: 'return' }],
    });
    expect(await announced('returns/process')).toMatchObject({ status: 'open' });
    await command(orderId, 'close-return');
    expect(await announced('returns/close')).toMatchObject({
      order_id: numericId(orderId),
      status: 'closed',
    });
    expect((await returnsOf(orderId)).data.order.returnStatus).toBe('RETURNED');
    expect((await command(orderId, 'process-return')).status).toBe(422);
  });

  it('takes the exchange back when it is cancelled', async () => {
    const orderId = await fulfilled();
    await command(orderId, 'return', exchange);
    await command(orderId, 'cancel-return');
    expect((await fulfillmentOrders(orderId)).map(({ status }) => status)).toEqual(['CLOSED', 'CLOSED']);
    expect((await order(orderId)).lineItems.nodes[1]).toMatchObject({ currentQuantity: 0 });
    expect(await announced('returns/cancel')).toMatchObject({ status: 'canceled' });
  });

  it('may be open at once, come when it is processed, and count as an edit', async () => {
    await shop.control({ exchangeLinesCome: 'open', exchangesMarkEdited: true });
    const first = await fulfilled();
    await command(first, 'return', exchange);
    expect((await fulfillmentOrders(first))[1].status).toBe('OPEN');
    expect((await order(first)).edited).toBe(true);
    expect(await announced('orders/edited')).toMatchObject({ order_edit: { order_id: numericId(first) } });

    await shop.control({ exchangeLinesCome: 'processed' });
    const second = await fulfilled();
    await command(second, 'return', exchange);
    expect(await fulfillmentOrders(second)).toHaveLength(1);
    await command(second, 'process-return');
    expect((await fulfillmentOrders(second))[1].status).toBe('OPEN');
  });
});

it('no more comes back than was sent', async () => {
  const orderId = await fulfilled();
  const all = { lines: [{ sku: 'SKU-001', quantity: 2 }] };
  expect((await command(orderId, 'return', all)).status).toBe(200);
  expect((await command(orderId, 'return', { lines: [{ sku: 'SKU-001', quantity: 1 }] })).status).toBe(422);
});

it('returns are refused to an app without their scope', async () => {
  const orderId = await fulfilled();
  await command(orderId, 'return', exchange);
  const { errors } = await returnsOf(orderId, await shop.tokenWith('read_orders'));
  expect(errors[0].extensions.code).toBe('ACCESS_DENIED');
  expect((await returnsOf(orderId, await shop.tokenWith('read_orders,read_returns'))).errors).toBeUndefined();
});
