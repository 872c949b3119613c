import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeHold } from '#sandbox/shopify/store/fulfillment/place-hold.ts';
import { releaseHolds } from '#sandbox/shopify/store/fulfillment/release-holds.ts';
import { type ConvergingOrder, convergingOrder } from '#test/support/converging-order.ts';
import { fulfilPiece } from './fulfil-piece.ts';
import { refundPiece } from './refund-piece.ts';

const twoAlike = [
  { sku: 'SKU-001', quantity: 1 },
  { sku: 'SKU-001', quantity: 1 },
];

/** What the merchant, or another app, does; nothing where it cannot be done. */
const others = {
  refund: refundPiece,
  fulfil: fulfilPiece,
  hold({ store, order, shopSettings }: ConvergingOrder, which: number): void {
    const fulfillmentOrder = order.fulfillmentOrders[which % order.fulfillmentOrders.length];
    if (!fulfillmentOrder) return;
    const hold = {
      app: 'Fraud watch',
      handle: '',
      reason: 'OTHER' as const,
      reasonNotes: null,
      pieces: null,
    };
    placeHold(store, { order, fulfillmentOrder }, hold, shopSettings);
  },
  release({ store, order, shopSettings }: ConvergingOrder): void {
    for (const fulfillmentOrder of [...order.fulfillmentOrders]) {
      const holdIds = fulfillmentOrder.holds.filter(({ app }) => app !== null).map(({ id }) => id);
      if (holdIds.length === 0) continue;
      releaseHolds(store, { order, fulfillmentOrder }, { app: 'Fraud watch', holdIds }, shopSettings);
    }
  },
};

function fulfilledLines({ order }: ConvergingOrder): string[][] {
  return order.fulfillments.map(({ lines }) => lines.map(({ orderLineId }) => orderLineId));
}

function heldByUs({ order }: ConvergingOrder): number {
  return order.fulfillmentOrders
    .filter(({ holds }) => holds.some(({ app }) => app === null))
    .flatMap(({ lines }) => lines)
    .reduce((sum, { remainingQuantity }) => sum + remainingQuantity, 0);
}

describe('a parcel', () => {
  test('becomes one fulfilment for each location, of several lines of one SKU and several fulfillment orders', async () => {
    const world = await convergingOrder([
      { sku: 'SKU-001', quantity: 2, elsewhere: 1 },
      { sku: 'SKU-001', quantity: 1 },
    ]);
    world.command('parcels', { itemQuantities: { 'SKU-001': 3 }, state: 'dispatched' });
    expect((await world.settle()).blocked).toEqual([]);
    const [one, two] = world.order.lines.map(({ id }) => id);
    expect(fulfilledLines(world)).toEqual([[one, two], [one]]);
  });

  test('becomes one fulfilment for each delivery method type, of which one in doubt does not keep the other back', async () => {
    const world = await convergingOrder([{ sku: 'SKU-001', quantity: 3, local: 1 }]);
    world.command('parcels', { id: 'p1', state: 'dispatched' });
    // Ends when the intent is written, before Shopify is asked.
    await world.converge(1);
    others.fulfil(world, 0);
    world.pass(61);
    expect((await world.settle()).blocked).toMatchObject([{ code: 'fulfilment_uncertain' }]);
    expect(world.record.kept).toMatchObject([
      { methodType: 'SHIPPING', state: 'in_doubt', lines: [{ quantity: 2 }] },
      { methodType: 'LOCAL', state: 'done', lines: [{ quantity: 1 }] },
    ]);
    expect(world.mutations).toEqual(['FulfillmentCreate']);
  });

  test('fulfils the line that its units are of, and another of the same item where nothing of that is left', async () => {
    const world = await convergingOrder(twoAlike);
    world.command('parcels', { indexRanges: [{ from: 1, to: 1 }], state: 'dispatched' });
    await world.settle();
    expect(fulfilledLines(world)).toEqual([[world.order.lines[1]?.id]]);

    const refunded = await convergingOrder(twoAlike);
    others.refund(refunded, 1);
    refunded.command('parcels', { indexRanges: [{ from: 1, to: 1 }], state: 'dispatched' });
    await refunded.settle();
    expect(fulfilledLines(refunded)).toEqual([[refunded.order.lines[0]?.id]]);
  });

  test('that the merchant has fulfilled by hand is left as it is', async () => {
    const world = await convergingOrder([{ sku: 'SKU-001', quantity: 1 }]);
    others.fulfil(world, 0);
    world.command('parcels', { state: 'dispatched' });
    expect((await world.settle()).blocked).toEqual([]);
    expect(world.order.fulfillments).toHaveLength(1);
    expect(world.mutations).toEqual([]);
  });

  test('whose items Shopify does not show the app, as those of another fulfillment service, is told to the merchant', async () => {
    const world = await convergingOrder([{ sku: 'SKU-001', quantity: 1 }]);
    world.order.fulfillmentOrders = [];
    world.command('parcels', { state: 'dispatched', id: 'p1' });
    expect((await world.settle()).blocked).toMatchObject([
      {
        code: 'parcel_without_pieces',
        params: { parcel: 'p1', pieces: ['1 × SKU-001'] },
      },
    ]);
  });

  test('that got more after it was fulfilled is told to the merchant, and not fulfilled twice', async () => {
    const world = await convergingOrder([{ sku: 'SKU-001', quantity: 2 }]);
    world.command('parcels', { indexRanges: [{ from: 0, to: 0 }], state: 'dispatched', id: 'p1' });
    await world.settle();
    Object.assign(world.site.units[1] ?? {}, { parcelId: 'p1', state: 'fulfilled' });
    expect((await world.settle()).blocked).toMatchObject([{ code: 'parcel_grew' }]);
    expect(world.order.fulfillments).toHaveLength(1);
  });
});

describe('what was handed over in no parcel', () => {
  test('is not held: once the order is over, the merchant is asked, until it is fulfilled by hand', async () => {
    const world = await convergingOrder([{ sku: 'SKU-001', quantity: 2 }]);
    world.command('parcels', { indexRanges: [{ from: 0, to: 0 }], state: 'dispatched' });
    for (const state of ['claimed', 'ready', 'provided'])
      world.command('groups', { indexRanges: [{ from: 1, to: 1 }], state });
    expect((await world.settle()).blocked).toEqual([]);
    world.command('groups', { indexRanges: [{ from: 1, to: 1 }], state: 'fulfilled' });
    expect((await world.settle()).blocked).toMatchObject([{ code: 'handed_over_in_no_parcel' }]);
    expect(heldByUs(world)).toBe(0);
    expect(world.order.fulfillments).toHaveLength(1);
    others.fulfil(world, 0);
    expect((await world.settle()).blocked).toEqual([]);
  });
});

describe('what will not come', () => {
  test('is held no more once the merchant has refunded it, and is not held again', async () => {
    const world = await convergingOrder([{ sku: 'SKU-001', quantity: 1 }, ...twoAlike]);
    world.command('remove', { indexRanges: [{ from: 0, to: 0 }] });
    await world.settle();
    expect(heldByUs(world)).toBe(1);
    others.refund(world, 0);
    const before = world.mutations.length;
    expect((await world.settle()).blocked).toEqual([]);
    expect(world.mutations).toHaveLength(before);
  });

  test('is not mixed up with a piece of the same line that is to be sent', async () => {
    const world = await convergingOrder([{ sku: 'SKU-001', quantity: 2 }]);
    world.command('remove', { indexRanges: [{ from: 0, to: 0 }] });
    await world.settle();
    others.refund(world, 0);
    await world.settle();
    expect(heldByUs(world)).toBe(0);
    expect(world.order.fulfillmentOrders.flatMap(({ lines }) => lines)).toContainEqual(
      expect.objectContaining({ remainingQuantity: 1 }),
    );
  });

  test('changes places with a piece that another app holds, when the parcel leaves', async () => {
    const world = await convergingOrder([{ sku: 'SKU-001', quantity: 2 }]);
    world.command('remove', { indexRanges: [{ from: 0, to: 0 }] });
    await world.settle();
    const open = world.order.fulfillmentOrders.findIndex(({ status }) => status === 'OPEN');
    others.hold(world, open);
    world.command('parcels', { indexRanges: [{ from: 1, to: 1 }], state: 'dispatched' });
    expect((await world.settle()).blocked).toEqual([]);
    expect(world.order.fulfillments).toHaveLength(1);
    expect(heldByUs(world)).toBe(1);
  });

  test('joins the hold of another app where all of it will not come', async () => {
    const world = await convergingOrder([{ sku: 'SKU-001', quantity: 2 }]);
    others.hold(world, 0);
    world.command('remove', { indexRanges: [{ from: 0, to: 0 }] });
    await world.settle();
    expect(heldByUs(world)).toBe(0);
    world.command('remove', { indexRanges: [{ from: 1, to: 1 }] });
    await world.settle();
    expect(world.order.fulfillmentOrders[0]?.holds).toMatchObject([{ app: 'Fraud watch' }, { app: null }]);
  });
});

type Deed =
  | { kind: keyof typeof others; which: number }
  | { kind: 'remove' | 'bring-back' | 'parcel'; which: number }
  | { kind: 'look'; which: number };

const deed: fc.Arbitrary<Deed> = fc.record({
  kind: fc.constantFrom(
    'refund' as const,
    'fulfil' as const,
    'hold' as const,
    'release' as const,
    'remove' as const,
    'bring-back' as const,
    'parcel' as const,
    'parcel' as const,
    'look' as const,
    'look' as const,
  ),
  which: fc.nat(6),
});

function take(world: ConvergingOrder, { kind, which }: Deed): Promise<unknown> | undefined {
  const index = which % world.site.units.length;
  const indexRanges = [{ from: index, to: index }];
  if (kind === 'look') return world.converge(which).then(() => world.pass(20 * which));
  if (kind === 'parcel') world.command('parcels', { indexRanges, state: 'dispatched' });
  else if (kind === 'remove' || kind === 'bring-back') world.command(kind, { indexRanges });
  else others[kind](world, which);
  return undefined;
}

test('whatever others do besides, no parcel is fulfilled twice, no hold of theirs is touched, and the app comes to rest', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ sku: fc.constantFrom('SKU-001', 'SKU-002'), quantity: fc.integer({ min: 1, max: 2 }) }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      fc.array(deed, { minLength: 4, maxLength: 18 }),
      async (lines, deeds) => {
        const world = await convergingOrder(lines);
        const foreign = () =>
          world.order.fulfillmentOrders.flatMap(({ holds }) => holds).filter(({ app }) => app !== null);
        for (const each of deeds) {
          const before = each.kind === 'look' ? foreign().length : null;
          await take(world, each);
          if (before !== null) expect(foreign()).toHaveLength(before);
        }
        await world.settle();
        const claimed = world.record.kept.flatMap(({ fulfillmentId }) => fulfillmentId ?? []);
        expect(new Set(claimed).size).toBe(claimed.length);
        for (const { parcelId, fulfillmentId } of world.record.kept) {
          const made = world.order.fulfillments.find(({ id }) => id === fulfillmentId);
          const pieces = (made?.lines ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
          const content = world.site.units.filter((unit) => unit.parcelId === parcelId).length;
          expect(pieces).toBeLessThanOrEqual(content);
        }
        const before = [
          world.mutations.filter((name) => !name.startsWith('refused')).length,
          foreign().length,
        ];
        await world.settle();
        expect([
          world.mutations.filter((name) => !name.startsWith('refused')).length,
          foreign().length,
        ]).toEqual(before);
      },
    ),
    { numRuns: 100 },
  );
}, 120_000);
