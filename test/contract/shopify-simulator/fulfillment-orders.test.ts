import { describe, expect, it } from 'vitest';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { routedOrder, fulfillmentOrders, mutate, command, overTwoLocations } = orderHarness(shop);
const [paris, lyon] = shop.shopify.store.locations.map(({ id }) => id);
const lines = [{ sku: 'SKU-001', quantity: 3 }];

function move(id: string, location: string | undefined, pieces?: { id: string; quantity: number }[]) {
  return mutate('fulfillmentOrderMove', { id, location, lines: pieces });
}

describe('a move', () => {
  it('of everything changes where the fulfillment order is', async () => {
    const [{ id }] = await fulfillmentOrders(await routedOrder({ lines }));
    const { movedFulfillmentOrder, originalFulfillmentOrder, remainingFulfillmentOrder } = await move(
      id,
      lyon,
    );
    expect(movedFulfillmentOrder).toMatchObject({ id, assignedLocation: { location: { id: lyon } } });
    expect([originalFulfillmentOrder.id, remainingFulfillmentOrder]).toEqual([id, null]);
  });

  it('of some pieces makes a new one there', async () => {
    const orderId = await routedOrder({ lines });
    const [{ id, lineItems }] = await fulfillmentOrders(orderId);
    const moved = await move(id, lyon, [{ id: lineItems.nodes[0].id, quantity: 1 }]);
    expect(moved.remainingFulfillmentOrder).toEqual({ id });
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      { id, assignedLocation: { location: { id: paris } }, lineItems: { nodes: [{ remainingQuantity: 2 }] } },
      {
        id: moved.movedFulfillmentOrder.id,
        assignedLocation: { location: { id: lyon } },
        lineItems: { nodes: [{ remainingQuantity: 1 }] },
      },
    ]);
  });

  it('to where the order has one already makes a new one, and closes the old', async () => {
    const orderId = await routedOrder({ lines, deliveries: overTwoLocations([2, 1]) });
    const [{ id }] = await fulfillmentOrders(orderId);
    const { movedFulfillmentOrder } = await move(id, lyon);
    expect(movedFulfillmentOrder.id).not.toBe(id);
    expect((await fulfillmentOrders(orderId)).map(({ status }) => status)).toEqual([
      'CLOSED',
      'OPEN',
      'OPEN',
    ]);
  });

  it('leaves what is fulfilled where it was', async () => {
    const orderId = await routedOrder({ lines });
    const [{ id }] = await fulfillmentOrders(orderId);
    await command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    const { movedFulfillmentOrder } = await move(id, lyon);
    expect(movedFulfillmentOrder.lineItems.nodes).toMatchObject([{ remainingQuantity: 2 }]);
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      { id, status: 'CLOSED', assignedLocation: { location: { id: paris } } },
      { status: 'OPEN' },
    ]);
  });

  it('is refused to an unknown location, and for what is closed', async () => {
    const orderId = await routedOrder({ lines });
    const [{ id }] = await fulfillmentOrders(orderId);
    expect((await move(id, 'gid://shopify/Location/1')).userErrors[0].message).toBe('Location not found.');
    await command(orderId, 'fulfill');
    expect((await move(id, lyon)).userErrors[0].message).toBe('Cannot change location.');
  });

  it('by somebody in the admin is seen by the app', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'move', { locationId: lyon });
    expect((await fulfillmentOrders(orderId))[0].assignedLocation.location.id).toBe(lyon);
  });
});

describe('a split', () => {
  it('parts the pieces that are named', async () => {
    const [{ id, lineItems }] = await fulfillmentOrders(await routedOrder({ lines }));
    const splits = (quantity: number) => [
      { fulfillmentOrderId: id, fulfillmentOrderLineItems: [{ id: lineItems.nodes[0].id, quantity }] },
    ];
    const refused = await mutate('fulfillmentOrderSplit', { splits: splits(4) });
    expect(refused.userErrors[0].code).toBe('INVALID_LINE_ITEM_QUANTITY');
    const { fulfillmentOrderSplits } = await mutate('fulfillmentOrderSplit', { splits: splits(1) });
    expect(fulfillmentOrderSplits).toMatchObject([
      {
        fulfillmentOrder: { id, lineItems: { nodes: [{ remainingQuantity: 2 }] } },
        remainingFulfillmentOrder: { lineItems: { nodes: [{ remainingQuantity: 1 }] } },
      },
    ]);
  });
});

describe('a pickup', () => {
  const prepare = async (id: string) =>
    (
      await mutate('fulfillmentOrderLineItemsPreparedForPickup', {
        input: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: id }] },
      })
    ).userErrors;

  it('can be prepared, and what is shipped cannot', async () => {
    const deliveries = [
      {
        locationId: lyon,
        lines: [{ line: 0, quantity: 3 }],
        deliveryMethod: { methodType: 'PICK_UP', presentedName: 'Lyon' },
      },
    ];
    const orderId = await routedOrder({ lines, deliveries });
    const [{ id }] = await fulfillmentOrders(orderId);
    expect(await prepare(id)).toEqual([]);
    expect((await fulfillmentOrders(orderId))[0].status).toBe('IN_PROGRESS');

    await command(orderId, 'fulfill');
    expect((await prepare(id))[0].code).toBe('NO_LINE_ITEMS_TO_PREPARE_FOR_FULFILLMENT_ORDER');
    const [shipped] = await fulfillmentOrders(await routedOrder({ lines }));
    expect((await prepare(shipped.id))[0].code).toBe('FULFILLMENT_ORDER_INVALID');
  });
});
