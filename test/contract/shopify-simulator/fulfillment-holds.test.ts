import { describe, expect, it } from 'vitest';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { routedOrder, fulfillmentOrders, order, mutate, command } = orderHarness(shop);

function hold(id: string, change: Record<string, unknown> = {}) {
  const input = { reason: 'INVENTORY_OUT_OF_STOCK', reasonNotes: 'Removed in the store', ...change };
  return mutate('fulfillmentOrderHold', { id, hold: input });
}

const lines = [{ sku: 'SKU-001', quantity: 3 }, { sku: 'SKU-002' }];

async function twoLines() {
  const orderId = await routedOrder({ lines });
  const [{ id, lineItems }] = await fulfillmentOrders(orderId);
  return { orderId, id, line: lineItems.nodes[0].id };
}

describe('a hold', () => {
  it('stops a whole fulfillment order, and says why and whose it is', async () => {
    const { orderId, id } = await twoLines();
    const held = await hold(id, { handle: 'ours' });
    expect(held).toMatchObject({ userErrors: [], remainingFulfillmentOrder: null });
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      {
        id,
        status: 'ON_HOLD',
        supportedActions: [{ action: 'RELEASE_HOLD' }, { action: 'HOLD' }, { action: 'MOVE' }],
        fulfillmentHolds: [
          {
            handle: 'ours',
            reason: 'INVENTORY_OUT_OF_STOCK',
            reasonNotes: 'Removed in the store',
            heldByRequestingApp: true,
          },
        ],
      },
    ]);
    expect((await order(orderId)).displayFulfillmentStatus).toBe('ON_HOLD');
  });

  it('on some pieces keeps those, and leaves the others open in a new fulfillment order', async () => {
    const { orderId, id, line } = await twoLines();
    const held = await hold(id, { fulfillmentOrderLineItems: [{ id: line, quantity: 1 }] });
    expect(held).toMatchObject({
      fulfillmentOrder: { id, lineItems: { nodes: [{ id: line, sku: 'SKU-001', remainingQuantity: 1 }] } },
      remainingFulfillmentOrder: {
        status: 'OPEN',
        lineItems: {
          nodes: [
            { sku: 'SKU-001', totalQuantity: 2 },
            { sku: 'SKU-002', totalQuantity: 1 },
          ],
        },
      },
    });
    expect(await fulfillmentOrders(orderId)).toHaveLength(2);
  });

  it('on every piece splits nothing', async () => {
    const orderId = await routedOrder();
    const [{ id, lineItems }] = await fulfillmentOrders(orderId);
    const pieces = [{ id: lineItems.nodes[0].id, quantity: 1 }];
    expect(await hold(id, { fulfillmentOrderLineItems: pieces })).toMatchObject({
      fulfillmentOrder: { id, status: 'ON_HOLD' },
      remainingFulfillmentOrder: null,
    });
  });

  it('leaves what is fulfilled already fulfilled', async () => {
    const { orderId, id, line } = await twoLines();
    await command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 2 }] });
    const held = await hold(id, { fulfillmentOrderLineItems: [{ id: line, quantity: 1 }] });
    expect(held.fulfillmentOrder.lineItems.nodes).toEqual([
      { id: line, sku: 'SKU-001', totalQuantity: 3, remainingQuantity: 1 },
    ]);
    await mutate('fulfillmentOrderReleaseHold', { id, holdIds: [held.fulfillmentHold.id] });
    expect((await fulfillmentOrders(orderId))[0]).toMatchObject({ id, status: 'IN_PROGRESS' });
  });
});

describe('a hold is refused', () => {
  const codeOf = async (answer: ReturnType<typeof hold>) => {
    const { fulfillmentHold, userErrors } = await answer;
    expect(fulfillmentHold).toBeNull();
    return userErrors[0].code;
  };

  it('for a handle that the app has there already, and not for that of another app', async () => {
    const { orderId, id } = await twoLines();
    await command(orderId, 'hold', { handle: 'ours', app: 'Fraud filter' });
    expect((await hold(id, { handle: 'ours' })).userErrors).toEqual([]);
    expect(await codeOf(hold(id, { handle: 'ours' }))).toBe('DUPLICATE_FULFILLMENT_HOLD_HANDLE');
    expect((await hold(id, { handle: 'x'.repeat(65) })).userErrors).toHaveLength(1);
    expect((await fulfillmentOrders(orderId))[0].fulfillmentHolds).toHaveLength(2);
  });

  it('when the app has ten, and holds of others do not count', async () => {
    const { orderId, id } = await twoLines();
    await command(orderId, 'hold', { app: 'Fraud filter' });
    for (let number = 1; number <= 10; number += 1) await hold(id, { handle: `h${number}` });
    expect(await codeOf(hold(id, { handle: 'h11' }))).toBe('FULFILLMENT_ORDER_HOLD_LIMIT_REACHED');
    const [{ supportedActions }] = await fulfillmentOrders(orderId);
    expect(supportedActions).not.toContainEqual({ action: 'HOLD' });
  });

  it('on some pieces of what is held already', async () => {
    const { id, line } = await twoLines();
    await hold(id, { handle: 'first' });
    const pieces = { handle: 'second', fulfillmentOrderLineItems: [{ id: line, quantity: 1 }] };
    expect(await codeOf(hold(id, pieces))).toBe('FULFILLMENT_ORDER_NOT_SPLITTABLE');
  });

  it('for pieces that are not there, twice the same line, and what is unknown', async () => {
    const { id, line } = await twoLines();
    const pieces = (...quantities: number[]) => ({
      fulfillmentOrderLineItems: quantities.map((quantity) => ({ id: line, quantity })),
    });
    expect(await codeOf(hold(id, pieces(4)))).toBe('INVALID_LINE_ITEM_QUANTITY');
    expect(await codeOf(hold(id, pieces(0)))).toBe('GREATER_THAN_ZERO');
    expect(await codeOf(hold(id, pieces(1, 1)))).toBe('DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS');
    expect(await codeOf(hold('gid://shopify/FulfillmentOrder/1'))).toBe('FULFILLMENT_ORDER_NOT_FOUND');
  });
});

describe('a release', () => {
  const release = (id: string, holdIds?: string[]) => mutate('fulfillmentOrderReleaseHold', { id, holdIds });

  it('of the last hold puts together what a partial hold had split', async () => {
    const { orderId, id, line } = await twoLines();
    const { fulfillmentHold } = await hold(id, { fulfillmentOrderLineItems: [{ id: line, quantity: 1 }] });
    await release(id, [fulfillmentHold.id]);
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      { id, status: 'OPEN', lineItems: { nodes: [{ remainingQuantity: 3 }, { remainingQuantity: 1 }] } },
      { status: 'CLOSED' },
    ]);
    expect((await order(orderId)).lineItems.nodes).toMatchObject([
      { unfulfilledQuantity: 3 },
      { unfulfilledQuantity: 1 },
    ]);
  });

  it('leaves alone the rest of a partial hold of which something is fulfilled, and all of it when told so', async () => {
    for (const mergeReleasedHolds of [true, false]) {
      const { orderId, id, line } = await twoLines();
      await shop.control({ mergeReleasedHolds });
      const { fulfillmentHold } = await hold(id, { fulfillmentOrderLineItems: [{ id: line, quantity: 1 }] });
      const [, rest] = await fulfillmentOrders(orderId);
      if (mergeReleasedHolds) {
        const pieces = { fulfillmentOrderId: rest.id, lines: [{ sku: 'SKU-002', quantity: 1 }] };
        await command(orderId, 'fulfill', pieces);
      }
      await release(id, [fulfillmentHold.id]);
      expect((await fulfillmentOrders(orderId)).map(({ status }) => status)).toEqual([
        'OPEN',
        mergeReleasedHolds ? 'IN_PROGRESS' : 'OPEN',
      ]);
    }
  });

  it('by id lifts that one, and never that of another app', async () => {
    const { orderId, id } = await twoLines();
    await command(orderId, 'hold', { app: 'Fraud filter' });
    const { fulfillmentHold } = await hold(id, { handle: 'ours' });
    const theirs = (await fulfillmentOrders(orderId))[0].fulfillmentHolds.find(
      ({ heldByRequestingApp }: { heldByRequestingApp: boolean }) => !heldByRequestingApp,
    );
    expect((await release(id, [theirs.id])).userErrors[0].code).toBe('INVALID_ACCESS');
    const released = await release(id, [fulfillmentHold.id]);
    expect(released.fulfillmentOrder).toMatchObject({
      status: 'ON_HOLD',
      fulfillmentHolds: [{ id: theirs.id, heldByRequestingApp: false }],
    });
    expect((await command(orderId, 'release')).body.fulfillmentOrders[0].status).toBe('OPEN');
  });

  it.each([
    ['all', 'OPEN'],
    ['own', 'ON_HOLD'],
  ])('without ids lifts %s holds', async (releaseWithoutIds, status) => {
    const { orderId, id } = await twoLines();
    await shop.control({ releaseWithoutIds });
    await command(orderId, 'hold', { app: 'Fraud filter' });
    await hold(id);
    expect((await release(id)).fulfillmentOrder.status).toBe(status);
  });
});
