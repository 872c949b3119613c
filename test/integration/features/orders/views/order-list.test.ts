import { describe, expect, test } from 'vitest';
import type { OrderListFilters } from '#app/features/orders/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { promiseOf } from '#test/support/shown-rates.ts';
import { minutesAgo, OTHER_SHOP, orderId, SHOP, storiesUnderTest } from './stories-under-test.ts';

const { database } = await freshDatabase();
const { stories, installed, keep } = storiesUnderTest(database);

async function names(filters: OrderListFilters): Promise<(string | undefined)[]> {
  return (await stories.list(SHOP, filters)).items.map(({ orderName }) => orderName);
}

/** GIVEN one order of each kind. */
async function oneOfEach() {
  await keep(1001, { export: { state: 'waiting' } });
  await keep(1002, { export: { state: 'exported' }, deliveries: [{ oneStockOrderId: 'FR-1002' }] });
  await keep(1003, {
    export: { state: 'waiting' },
    obstacles: [{ source: 'export', causes: [{ code: 'not_taken.item' }] }],
  });
  await keep(1004, {
    export: { state: 'closed' },
    deliveries: [{ oneStockOrderId: '1004', oneStockState: 'fulfilled' }],
  });
  await keep(1005, { export: { state: 'left_out', causes: [{ code: 'cancelled_before_sent' }] } });
  await keep(1006);
  await keep(1007, { promiseState: 'waiting' });
  const cancelled = (keptPieces: number) => [
    { kind: 'cancelled', key: 'cancelled', facts: { isRemoved: true, keptPieces } },
  ];
  await keep(1011, { export: { state: 'closed' }, notes: cancelled(0), groups: [{ promise: promiseOf(1) }] });
  await keep(1012, { export: { state: 'exported' }, notes: cancelled(1) });
}

describe('the list of orders', () => {
  test('leads through all of them, forth and back, each once', async () => {
    for (let number = 1001; number <= 1060; number++) await keep(number);
    const first = await stories.list(SHOP, {});
    const second = await stories.list(SHOP, {}, first.older ?? '');
    const third = await stories.list(SHOP, {}, second.older ?? '');
    const seen = [first, second, third].flatMap(({ items }) => items.map((order) => order.orderName));
    expect(seen).toEqual(Array.from({ length: 60 }, (_, place) => `#${1060 - place}`));
    expect(third.older).toBeNull();
    expect((await stories.list(SHOP, {}, third.newer ?? '')).items).toEqual(second.items);
  });

  test.each([
    [{ state: 'waiting' }, ['#1007', '#1001']],
    [{ state: 'exported' }, ['#1012', '#1002']],
    [{ state: 'needs_attention' }, ['#1003']],
    [{ state: 'closed' }, ['#1004']],
    [{ state: 'cancelled' }, ['#1011']],
    [{ state: 'left_out' }, ['#1005']],
    [{ state: 'not_sent' }, ['#1006']],
    [{ order: '1002' }, ['#1002']],
    [{ order: '#1002' }, ['#1002']],
    [{ order: 'FR-1002' }, ['#1002']],
    [{ order: orderId(1002) }, ['#1002']],
    [{ order: '10' }, []],
  ] as [OrderListFilters, string[]][])('shows for %j just these', async (filters, expected) => {
    await oneOfEach();
    expect(await names(filters)).toEqual(expected);
  });

  test('calls an order cancelled, and promises nothing of it, once all of it was taken out of OneStock', async () => {
    await oneOfEach();
    const { items } = await stories.list(SHOP, { state: 'cancelled' });
    expect(items).toMatchObject([{ state: 'cancelled', promised: undefined }]);
    expect((await stories.story(SHOP, orderId(1011)))?.state).toBe('cancelled');
    expect((await stories.story(SHOP, orderId(1012)))?.state).toBe('exported');
    await keep(1013, {
      export: { state: 'exported' },
      notes: [{ kind: 'cancelled', key: 'cancelled', facts: { isRemoved: false, keptPieces: 0 } }],
    });
    expect((await stories.list(SHOP, { order: '1013' })).items).toMatchObject([{ state: 'exported' }]);
  });

  test('counts no parcel whose fulfilment was cancelled in Shopify, and the story says so of it', async () => {
    const line = (number: number) => ({ lineItemId: `gid://shopify/LineItem/${number}`, quantity: 1 });
    const causes = [{ code: 'fulfilment_cancelled', params: { pieces: ['1 × SKU-1'] } }];
    await keep(1001, {
      export: { state: 'closed' },
      deliveries: [
        {
          oneStockOrderId: '1001',
          items: [
            { ...line(1), itemId: 'SKU-1', sku: 'SKU-1' },
            { ...line(2), itemId: 'SKU-2', sku: 'SKU-2' },
          ],
        },
      ],
      intents: [
        { state: 'done', lines: [line(1)] },
        { state: 'done', lines: [line(2)] },
      ],
      notes: [{ kind: 'differs', facts: { causes } }],
    });
    await keep(1002, { export: { state: 'closed' }, intents: [{ state: 'done' }] });
    expect((await stories.list(SHOP, {})).items).toMatchObject([{ fulfilments: 1 }, { fulfilments: 1 }]);
    expect((await stories.story(SHOP, orderId(1001)))?.fulfilments).toMatchObject([
      { parcelId: 'P1', state: 'cancelled' },
      { parcelId: 'P2', state: 'done' },
    ]);
  });

  test('counts an order as held from the hold until its release, hold by hold', async () => {
    await keep(1001, { notes: [{ kind: 'held', key: 'held:h1' }] });
    await keep(1002, {
      notes: [
        { kind: 'held', key: 'held:h1' },
        { kind: 'released', key: 'released:h1' },
      ],
    });
    await keep(1003, {
      notes: [
        { kind: 'held', key: 'held:h1' },
        { kind: 'released', key: 'released:h1' },
        { kind: 'held', key: 'held:h2' },
      ],
    });
    expect(await names({ isHeld: true })).toEqual(['#1003', '#1001']);
    expect((await stories.count(SHOP)).held).toBe(2);
    expect((await stories.story(SHOP, orderId(1003)))?.holds).toHaveLength(1);
    expect((await stories.story(SHOP, orderId(1002)))?.holds).toEqual([]);
  });

  test('counts an order as failed for whatever stands in its way, once, and a notice as nothing', async () => {
    await oneOfEach();
    const refused = [{ code: 'shopify_refused' }] as const;
    const [uncertain, removed] = [{ code: 'fulfilment_uncertain' }, { code: 'removed_since_sent' }];
    await keep(1008, {
      promiseState: 'waiting',
      obstacles: [{ source: 'promise', causes: refused, remedies: ['retry', 'dismiss', 'open'] }],
    });
    await keep(1009, {
      export: { state: 'exported' },
      obstacles: [
        { source: 'difference', causes: [removed], severity: 'warning' },
        { source: 'comparison', causes: [uncertain] },
      ],
    });
    await keep(1010, { obstacles: [{ source: 'notice', causes: refused, severity: 'info' }] });
    expect(await names({ isFailed: true })).toEqual(['#1009', '#1008', '#1003']);
    expect(await stories.countObstructed(SHOP)).toBe(3);
    expect(await stories.count(SHOP)).toMatchObject({ waiting: 2 });
    expect(await stories.countObstructed(SHOP)).toBe(3);
    const remedies = ['retry', 'dismiss', 'open'];
    expect((await stories.list(SHOP, { order: '1008' })).items).toMatchObject([
      {
        state: 'not_sent',
        obstacles: [{ source: 'promise', causes: refused, severity: 'critical', remedies }],
      },
    ]);
    const both = [{ source: 'comparison' }, { source: 'difference' }];
    expect((await stories.list(SHOP, { order: '1009' })).items).toMatchObject([
      { state: 'needs_attention', obstacles: both },
    ]);
    expect(await stories.story(SHOP, orderId(1009))).toMatchObject({
      state: 'needs_attention',
      export: { state: 'exported' },
      obstacles: both,
    });
  });

  test('says of a parcel in doubt why it is, and of no other', async () => {
    const doubt = { code: 'fulfilment_uncertain', params: { order: '#1001', parcel: 'P2' } };
    await keep(1001, {
      export: { state: 'exported' },
      intents: [{ state: 'done' }, { state: 'in_doubt' }, { state: 'intended' }],
      obstacles: [{ source: 'comparison', causes: [{ code: 'parcel_grew' }, doubt] }],
    });
    expect((await stories.story(SHOP, orderId(1001)))?.fulfilments).toMatchObject([
      { parcelId: 'P1', causes: undefined },
      { parcelId: 'P2', state: 'in_doubt', causes: [doubt] },
      { parcelId: 'P3', causes: undefined },
    ]);
  });

  test('has of an order its promise, its state in OneStock and its fulfilled parcels', async () => {
    await keep(1001, {
      export: { state: 'exported' },
      deliveries: [{ oneStockOrderId: '1001', oneStockState: 'claimed' }],
      obstacles: [{ source: 'difference', causes: [{ code: 'removed_since_sent' }], severity: 'warning' }],
      groups: [{ promise: promiseOf(2) }, { promise: promiseOf(1) }],
      intents: [{ state: 'done' }, { state: 'done' }, { state: 'intended' }],
    });
    const from = new Date(Number(promiseOf(1).eta_start) * 1000).toISOString();
    expect((await stories.list(SHOP, {})).items).toMatchObject([
      {
        ...{ state: 'exported', oneStockState: 'claimed', fulfilments: 2, promised: { from } },
        obstacles: [{ source: 'difference', severity: 'warning' }],
      },
    ]);
  });

  test('and every other part show nothing of another shop', async () => {
    await installed(OTHER_SHOP);
    await keep(1001, {
      shop: OTHER_SHOP,
      export: { state: 'exported' },
      deliveries: [{ oneStockOrderId: '1001' }],
      obstacles: [{ source: 'export', causes: [{ code: 'export_failed_inside' }] }],
      notes: [{ kind: 'held', key: 'held:h1' }],
    });
    expect((await stories.list(SHOP, {})).items).toEqual([]);
    expect(await stories.story(SHOP, orderId(1001))).toBeNull();
    expect((await stories.now(SHOP, orderId(1001)))._unsafeUnwrap()).toEqual([]);
    expect(await stories.count(SHOP)).toMatchObject({ held: 0 });
    expect(await stories.countObstructed(SHOP)).toBe(0);
    // One that has the same id there has nothing of it here.
    await keep(1001);
    expect(await stories.story(SHOP, orderId(1001))).toMatchObject({
      export: null,
      holds: [],
      obstacles: [],
    });
    expect(await names({ isHeld: true })).toEqual([]);
    expect(await names({ isFailed: true })).toEqual([]);
  });
});

describe('the counts', () => {
  test('take the day of the shop, not that of Greenwich', async () => {
    await keep(1001, { export: { state: 'exported', exportedAt: minutesAgo(29) } });
    await keep(1002, { export: { state: 'closed', exportedAt: minutesAgo(31) } });
    await keep(1003, { export: { state: 'waiting' } });
    expect(await stories.count(SHOP)).toEqual({
      isOn: true,
      exportedToday: 1,
      waiting: 1,
      held: 0,
    });
    expect(await stories.countObstructed(SHOP)).toBe(0);
  });

  test('are none for a shop that does not synchronize orders', async () => {
    await installed(OTHER_SHOP, false);
    const obstacles = [{ source: 'export', causes: [{ code: 'export_failed_inside' }] }] as const;
    await keep(1001, { shop: OTHER_SHOP, export: { state: 'waiting' }, obstacles: [...obstacles] });
    expect(await stories.count(OTHER_SHOP)).toMatchObject({ isOn: false });
    expect(await stories.countObstructed(OTHER_SHOP)).toBe(1);
  });
});
