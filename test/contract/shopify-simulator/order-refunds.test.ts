import { describe, expect, it } from 'vitest';
import { numericId } from '#sandbox/shopify/store/ids.ts';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { routedOrder, order, command, announced } = orderHarness(shop);
const lines = [{ sku: 'SKU-001', quantity: 3 }, { sku: 'SKU-002' }];

describe('a refund', () => {
  it('of what is not fulfilled leaves less to fulfil, and is announced', async () => {
    const orderId = await routedOrder({ lines: [{ sku: 'SKU-001', quantity: 3, unitPrice: 1000 }] });
    await command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 2 }], note: 'Too late' });
    expect(await order(orderId)).toMatchObject({
      displayFinancialStatus: 'PARTIALLY_REFUNDED',
      lineItems: { nodes: [{ currentQuantity: 1, unfulfilledQuantity: 1 }] },
      refunds: [
        {
          totalRefundedSet: { shopMoney: { amount: '20.0' } },
          refundLineItems: { nodes: [{ quantity: 2, restockType: 'CANCEL' }] },
        },
      ],
    });
    expect(await announced('refunds/create')).toMatchObject({
      order_id: numericId(orderId),
      note: 'Too late',
      refund_line_items: [{ quantity: 2, restock_type: 'cancel', subtotal: 20 }],
    });
  });

  it('of what came back leaves the rest to fulfil, and what is fulfilled cannot be cancelled', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 2 }] });
    const refund = (restockType: string) =>
      command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 2, restockType }] });
    expect((await refund('CANCEL')).status).toBe(422);
    await refund('RETURN');
    expect((await order(orderId)).lineItems.nodes[0]).toMatchObject({
      currentQuantity: 1,
      unfulfilledQuantity: 1,
    });
  });

  const mutation = (
    directive: string,
  ) => `mutation Run($input: RefundInput!) { refundCreate(input: $input) ${directive} {
    refund { id } userErrors { field message } } }`;
  const refund = (orderId: string, quantity: number, directive: string) => {
    const lineItemId = shop.shopify.store.orders.get(orderId)?.lines[0]?.id;
    const input = { orderId, refundLineItems: [{ lineItemId, quantity, restockType: 'CANCEL' }] };
    return shop.graphql(mutation(directive), { input });
  };

  it('over the API takes an idempotency key, and happens once for each', async () => {
    const orderId = await routedOrder({ lines });
    const without = await refund(orderId, 1, '');
    expect(without.body.errors).toEqual([
      expect.objectContaining({
        message: 'The @idempotent directive is required for this mutation but was not provided.',
        extensions: { code: 'BAD_REQUEST' },
      }),
    ]);
    const key = `@idempotent(key: "${orderId}")`;
    const first = await refund(orderId, 1, key);
    expect(first.body.errors).toBeUndefined();
    const second = await refund(orderId, 1, key);
    expect(second.body.data).toEqual(first.body.data);
    expect((await order(orderId)).refunds).toHaveLength(1);
    const other = await refund(orderId, 2, key);
    expect(other.body.errors[0].extensions.code).toBe('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');

    const { refundCreate } = (await refund(orderId, 3, `@idempotent(key: "${orderId}/2")`)).body.data;
    expect(refundCreate.userErrors).toEqual([
      {
        field: ['refundLineItems', '0', 'quantity'],
        message: 'Quantity cannot refund more items than were purchased',
      },
    ]);
  });
});
