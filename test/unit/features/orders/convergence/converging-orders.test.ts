import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ConvergingOrder, convergingOrder, type LineOfOrder } from '#test/support/converging-order.ts';

/** What happens to an order, and how the app comes to look at it. */
type Happening =
  | { kind: 'units'; name: string; from: number; more: number }
  | { kind: 'parcel'; from: number; more: number; state: string; hasTracking: boolean; endpointId: string }
  | { kind: 'step'; parcel: number; state: string }
  | { kind: 'look'; crashAfter: number | null; seconds: number };

const SKUS = ['SKU-001', 'SKU-002'];

const lines: fc.Arbitrary<LineOfOrder[]> = fc.array(
  fc
    .record({
      sku: fc.constantFrom(...SKUS),
      quantity: fc.integer({ min: 1, max: 3 }),
      elsewhere: fc.nat(3),
      local: fc.nat(2),
    })
    .map((line) => {
      const elsewhere = Math.min(line.quantity, line.elsewhere);
      return { ...line, elsewhere, local: Math.min(line.quantity - elsewhere, line.local) };
    }),
  { minLength: 1, maxLength: 3 },
);

const unit = fc.nat(8);
const more = fc.constantFrom(0, 0, 0, 1, 1, 2, 3);
const looks = fc.record({
  kind: fc.constant('look' as const),
  crashAfter: fc.option(fc.constantFrom(0, 0, 1, 1, 2, 2, 3, 4, 5, 6)),
  seconds: fc.constantFrom(0, 5, 61),
});
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant('units' as const),
    name: fc.constantFrom('claim', 'remove', 'remove', 'bring-back', 'bring-back', 'out-of-stock'),
    from: unit,
    more,
  }),
  fc.record({
    kind: fc.constant('parcel' as const),
    from: unit,
    more,
    state: fc.constantFrom('created', 'dispatched', 'collected', 'dispatched'),
    hasTracking: fc.boolean(),
    endpointId: fc.constantFrom('store_here', 'store_there', 'store_unmapped'),
  }),
  fc.record({
    kind: fc.constant('step' as const),
    parcel: fc.nat(3),
    state: fc.constantFrom('dispatched', 'collected'),
  }),
  looks,
  looks,
);

async function play(world: ConvergingOrder, happenings: readonly Happening[]): Promise<void> {
  const size = world.site.units.length;
  const ranges = ({ from, more }: { from: number; more: number }) => {
    const first = from % size;
    return [{ from: first, to: Math.min(first + more, size - 1) }];
  };
  for (const each of happenings) {
    if (each.kind === 'units') world.command(each.name, { indexRanges: ranges(each) });
    else if (each.kind === 'parcel')
      world.command('parcels', {
        indexRanges: ranges(each),
        state: each.state,
        endpointId: each.endpointId,
        ...(each.hasTracking && {
          carrier: { name: 'Colissimo' },
          trackingCode: `T${world.site.parcels.length}`,
          trackingLink: 'https://example.com/track',
        }),
      });
    else if (each.kind === 'step') {
      const parcel = world.site.parcels[each.parcel];
      if (parcel) world.moveParcel(parcel.id, each.state);
    } else {
      await world.converge(each.crashAfter ?? undefined);
      world.pass(each.seconds);
    }
  }
}

/** What OneStock says should be fulfilled and held, by line. */
function wanted({ site, items, settings }: ConvergingOrder) {
  const lineOf = items.flatMap(({ lineItemId, quantity }) => Array<string>(quantity).fill(lineItemId));
  const shipped = new Set(
    site.parcels
      .filter(
        ({ id, state }) =>
          settings.shippedParcelStates.includes(state) && site.units.some(({ parcelId }) => parcelId === id),
      )
      .map(({ id }) => id),
  );
  const isOver = settings.closedOrderStates.includes(site.state);
  return {
    parcels: Object.fromEntries(
      [...shipped].map((id) => [id, count(site.units.filter(({ parcelId }) => parcelId === id).map(line))]),
    ),
    held: count(
      site.units
        .filter(
          ({ state, parcelId }) =>
            settings.heldGroupStates.includes(state) || (isOver && parcelId === undefined),
        )
        .map(line),
    ),
  };
  function line({ index }: { index: number }): string {
    return lineOf[index] ?? '';
  }
}

/** What Shopify's order tells. */
function told({ order, record }: ConvergingOrder) {
  const parcelOf = new Map(record.kept.map(({ fulfillmentId, parcelId }) => [fulfillmentId, parcelId]));
  const parcels = Map.groupBy(order.fulfillments, ({ id }) => parcelOf.get(id) ?? `unclaimed ${id}`);
  return {
    parcels: Object.fromEntries(
      [...parcels].map(([id, made]) => [
        id,
        count(
          made.flatMap((each) =>
            each.lines.flatMap((line) => Array<string>(line.quantity).fill(line.orderLineId)),
          ),
        ),
      ]),
    ),
    held: count(
      order.fulfillmentOrders
        .filter(({ holds }) => holds.some(({ app }) => app === null))
        .flatMap((each) =>
          each.lines.flatMap((line) => Array<string>(line.remainingQuantity).fill(line.orderLineId)),
        ),
    ),
  };
}

function count(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of [...values].sort()) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

const setting = fc.record({
  whereFulfilled: fc.constantFrom('assigned' as const, 'mapped' as const),
  outOfStockIsHeld: fc.boolean(),
  readForm: fc.constantFrom('groups' as const, 'line_items' as const),
  lineItemsNameParcel: fc.boolean(),
  mergeReleasedHolds: fc.boolean(),
  partlyFulfilledStatus: fc.constantFrom('IN_PROGRESS' as const, 'OPEN' as const),
});

type Setting = typeof setting extends fc.Arbitrary<infer Chosen> ? Chosen : never;

function adjust(world: ConvergingOrder, chosen: Setting): void {
  const [here, there] = world.store.locations.filter(({ isActive }) => isActive);
  world.settings.whereFulfilled = chosen.whereFulfilled;
  if (chosen.outOfStockIsHeld) world.settings.heldGroupStates.push('out_of_stock');
  world.siteSettings.orderReadForm = chosen.readForm;
  world.siteSettings.lineItemsNameParcel = chosen.lineItemsNameParcel;
  world.shopSettings.mergeReleasedHolds = chosen.mergeReleasedHolds;
  world.shopSettings.partlyFulfilledStatus = chosen.partlyFulfilledStatus;
  world.locations.set('store_here', here?.id ?? '');
  world.locations.set('store_there', there?.id ?? '');
}

test('whatever happens in OneStock, and wherever the app is cut off, the order comes to tell the same, each thing once', async () => {
  await fc.assert(
    fc.asyncProperty(
      lines,
      setting,
      fc.array(happening, { minLength: 3, maxLength: 20 }),
      async (ordered, chosen, happenings) => {
        const world = await convergingOrder(ordered);
        adjust(world, chosen);
        await play(world, happenings);
        const { blocked } = await world.settle();
        expect(blocked).toEqual([]);
        expect(told(world)).toEqual(wanted(world));
        for (const made of Map.groupBy(
          world.record.kept,
          ({ parcelId, locationId, methodType }) => parcelId + locationId + methodType,
        ))
          expect(made[1]).toHaveLength(1);

        const before = world.mutations.length;
        const notes = world.record.notes.size;
        await world.settle();
        expect(world.mutations.slice(before)).toEqual([]);
        expect(world.record.notes.size).toBe(notes);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);
