import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cancelFulfillment } from '#sandbox/shopify/store/fulfillment/cancel-fulfillment.ts';
import { cancelOrder } from '#sandbox/shopify/store/order-changes/cancel-order.ts';
import { editOrder } from '#sandbox/shopify/store/order-changes/edit-order.ts';
import { type ConvergingOrder, convergingOrder } from '#test/support/converging-order.ts';
import { refundPiece } from './refund-piece.ts';

const two = [{ sku: 'SKU-001', quantity: 2 }];

function fulfilled({ order }: ConvergingOrder): number[] {
  return order.fulfillments.map(({ lines }) => sum(lines.map(({ quantity }) => quantity)));
}

function notes({ record }: ConvergingOrder, kind: string): unknown[] {
  return [...record.notes.values()].filter((note) => note.kind === kind).map(({ facts }) => facts);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

describe('a parcel of which something was refunded in Shopify', () => {
  test('is fulfilled with the pieces that are still there, and the timeline says what is not, once', async () => {
    const world = await convergingOrder(two);
    refundPiece(world, 0);
    world.command('parcels', { state: 'dispatched', id: 'p1' });
    expect((await world.settle()).blocked).toEqual([]);
    expect(fulfilled(world)).toEqual([1]);
    await world.settle();
    const lines = [{ lineItemId: world.order.lines[0]?.id, quantity: 1 }];
    expect(notes(world, 'shortfall')).toEqual([{ parcelId: 'p1', lines }]);
  });

  test.each([
    [
      'refunded',
      (world: ConvergingOrder) => {
        for (const line of [0, 0]) refundPiece(world, line);
      },
    ],
    [
      'edited away',
      ({ store, order, shopSettings }: ConvergingOrder) => {
        const quantities = order.lines.map(({ id }) => ({ orderLineId: id, quantity: 0 }));
        editOrder(store, order, { quantities, additions: [], note: null }, shopSettings);
      },
    ],
    [
      'cancelled',
      ({ store, order, shopSettings }: ConvergingOrder) =>
        void cancelOrder(store, order, { reason: 'CUSTOMER', refunds: true }, shopSettings),
    ],
  ])('is noted and needs nobody when all of it was %s', async (_, goAway) => {
    const world = await convergingOrder(two);
    goAway(world);
    world.command('parcels', { state: 'dispatched', id: 'p1' });
    expect((await world.settle()).blocked).toEqual([]);
    expect(fulfilled(world)).toEqual([]);
    expect(notes(world, 'shortfall')).toMatchObject([{ lines: [{ quantity: 2 }] }]);
  });

  test('takes a piece that the refund left, whichever OneStock packed; the next parcel lacks it', async () => {
    const world = await convergingOrder(two);
    refundPiece(world, 0);
    world.command('parcels', { indexRanges: [{ from: 0, to: 0 }], state: 'dispatched', id: 'p1' });
    await world.settle();
    world.command('parcels', { indexRanges: [{ from: 1, to: 1 }], state: 'dispatched', id: 'p2' });
    await world.settle();
    expect(fulfilled(world)).toEqual([1]);
    expect(notes(world, 'shortfall')).toMatchObject([{ parcelId: 'p2' }]);
  });

  test('is not fulfilled again with what it lacked when somebody cancels its fulfilment', async () => {
    const world = await convergingOrder(two);
    refundPiece(world, 0);
    world.command('parcels', { state: 'dispatched', id: 'p1' });
    await world.settle();
    cancelFulfillment(world.store, world.order.fulfillments[0]?.id ?? '', world.shopSettings);
    expect((await world.settle()).blocked).toEqual([]);
    expect(world.order.fulfillments).toHaveLength(1);
  });

  test('waits for the hold of another app on the piece that is left', async () => {
    const world = await convergingOrder(two);
    refundPiece(world, 0);
    const [fulfillmentOrder] = world.order.fulfillmentOrders;
    fulfillmentOrder?.holds.push({
      id: 'theirs',
      app: 'Fraud watch',
      handle: '',
      reason: 'OTHER',
      reasonNotes: null,
    });
    if (fulfillmentOrder) fulfillmentOrder.status = 'ON_HOLD';
    world.command('parcels', { state: 'dispatched', id: 'p1' });
    expect((await world.settle()).blocked).toMatchObject([
      { code: 'parcel_on_hold', params: { pieces: ['1 × SKU-001'] } },
    ]);
    expect(fulfilled(world)).toEqual([]);
  });
});

type Happening =
  | { kind: 'parcel' | 'remove' | 'bring-back'; unit: number; more: number }
  | { kind: 'refund'; line: number }
  | { kind: 'look'; crashAfter: number | null; seconds: number };

const units = { unit: fc.nat(8), more: fc.nat(2) };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constantFrom('parcel', 'parcel', 'remove', 'bring-back'), ...units }),
  fc.record({ kind: fc.constant('refund' as const), line: fc.nat(2) }),
  fc.record({
    kind: fc.constant('look' as const),
    crashAfter: fc.option(fc.nat(6)),
    seconds: fc.constantFrom(0, 5, 61),
  }),
);

async function take(world: ConvergingOrder, each: Happening): Promise<void> {
  if (each.kind === 'refund') refundPiece(world, each.line);
  else if (each.kind === 'look') {
    await world.converge(each.crashAfter ?? undefined);
    world.pass(each.seconds);
  } else {
    const last = world.site.units.length - 1;
    const from = each.unit % (last + 1);
    const indexRanges = [{ from, to: Math.min(from + each.more, last) }];
    const command = each.kind === 'parcel' ? 'parcels' : each.kind;
    world.command(command, { indexRanges, ...(each.kind === 'parcel' && { state: 'dispatched' }) });
  }
}

/** Pieces of an item: sold, refunded, left in parcels, removed, and what Shopify's order tells of them. */
function tally({ site, order, settings }: ConvergingOrder, sku: string) {
  const lines = order.lines.filter((line) => line.sku === sku);
  const isOf = ({ orderLineId }: { orderLineId: string }) => lines.some(({ id }) => id === orderLineId);
  const ours = site.units.filter(({ itemId }) => itemId === sku);
  const isOver = settings.closedOrderStates.includes(site.state);
  return {
    sold: sum(lines.map(({ quantity }) => quantity)),
    refunded: sum(lines.map(({ quantity, currentQuantity }) => quantity - currentQuantity)),
    left: ours.filter(({ parcelId }) => parcelId !== undefined).length,
    removed: ours.filter(
      ({ state, parcelId }) => settings.heldGroupStates.includes(state) || (isOver && parcelId === undefined),
    ).length,
    fulfilled: sum(
      order.fulfillments.flatMap((made) => made.lines.filter(isOf).map(({ quantity }) => quantity)),
    ),
    held: sum(
      order.fulfillmentOrders
        .filter(({ holds }) => holds.length > 0)
        .flatMap((each) => each.lines.filter(isOf).map(({ remainingQuantity }) => remainingQuantity)),
    ),
  };
}

const ordered = fc.array(
  fc.record({ sku: fc.constantFrom('SKU-001', 'SKU-002'), quantity: fc.integer({ min: 1, max: 3 }) }),
  { minLength: 1, maxLength: 3 },
);

test('whatever is refunded when, all that left and is still sold comes to be fulfilled, no piece twice, and nobody is asked', async () => {
  await fc.assert(
    fc.asyncProperty(ordered, fc.array(happening, { minLength: 3, maxLength: 16 }), async (lines, all) => {
      const world = await convergingOrder(lines);
      for (const each of all) await take(world, each);
      const { blocked } = await world.settle();
      const isUncertain = world.record.kept.some(({ state }) => state === 'in_doubt');
      expect(new Set(blocked.map(({ code }) => code))).toEqual(
        new Set(isUncertain ? ['fulfilment_uncertain'] : []),
      );
      for (const sku of new Set(lines.map((line) => line.sku))) {
        const { sold, refunded, left, removed, fulfilled: made, held } = tally(world, sku);
        expect(made).toBeLessThanOrEqual(Math.min(left, sold - refunded));
        if (isUncertain) continue;
        expect(made).toBe(Math.min(left, sold - refunded));
        expect(held).toBe(Math.max(0, removed - (refunded - (left - made))));
      }
      const before = [world.mutations.length, world.record.notes.size];
      await world.settle();
      expect([world.mutations.length, world.record.notes.size]).toEqual(before);
    }),
    { numRuns: 200 },
  );
}, 120_000);
