import { err, ok, okAsync } from 'neverthrow';
import { beforeEach, describe, expect, test } from 'vitest';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { createOrderStories, type OrderListFilters } from '#app/features/orders/index.ts';
import type { OneStockOrder } from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { keepCallback, quoteIdOf } from '#test/support/kept-activity.ts';
import { keepOrder, type OrderToKeep } from '#test/support/kept-orders.ts';
import { promiseOf } from '#test/support/shown-rates.ts';

const SHOP = 'test-shop.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
/** In Paris it is half past midnight, on the day after that of Greenwich. */
const NOW = new Date('2026-11-21T23:30:00Z');
const MINUTE_MS = 60_000;
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS);
const orderId = (number: number) => `gid://shopify/Order/${number}` as OrderId;

const { database } = await freshDatabase();
const { pool, prisma } = database;
let inOneStock: () => ReturnType<Parameters<typeof createOrderStories>[0]['oneStock']['readOrder']>;
const stories = createOrderStories({
  database,
  obstacles: createObstacles(database, { now: () => NOW }),
  clock: { now: () => NOW },
  oneStockAccounts: { account: async () => ({ account: {} }) as never },
  oneStock: { readOrder: () => inOneStock() },
});

beforeEach(async () => {
  inOneStock = () => okAsync(null);
  await pool.query(
    `delete from shop; delete from callback; delete from rate_answer; delete from shown_rate; delete from order_promise; delete from order_export; delete from fulfillment_intent; delete from order_note; delete from obstacle;
     delete from graphile_worker._private_jobs`,
  );
  await installed(SHOP);
});

async function installed(domain: ShopDomain, syncsOrders = true) {
  await prisma.shop.create({
    data: {
      domain,
      timezone: 'Europe/Paris',
      installedAt: minutesAgo(9_999),
      carrierTokenHash: domain,
      carrierToken: '',
      fingerprintSalt: '',
      syncsOrders,
      connection: {
        create: {
          siteId: 's100',
          host: 'https://api-qualif.onestock-retail.com',
          apiVersion: 'v3',
          userId: 'user',
          password: '',
        },
      },
    },
  });
}

const keep = (number: number, order: Partial<OrderToKeep> = {}) =>
  keepOrder(database, { shop: SHOP, number, seenAt: minutesAgo(100 - (number % 100)), ...order });

async function names(filters: OrderListFilters): Promise<(string | undefined)[]> {
  return (await stories.list(SHOP, filters)).items.map(({ orderName }) => orderName);
}

/** GIVEN one order of each kind. */
async function oneOfEach() {
  await keep(1001, { export: { state: 'waiting' } });
  await keep(1002, { export: { state: 'exported', oneStockOrderId: 'FR-1002' } });
  await keep(1003, {
    export: { state: 'waiting' },
    obstacles: [{ source: 'export', causes: [{ code: 'not_taken.item' }] }],
  });
  await keep(1004, { export: { state: 'closed', oneStockState: 'fulfilled' } });
  await keep(1005, { export: { state: 'left_out', causes: [{ code: 'cancelled_before_sent' }] } });
  await keep(1006);
  await keep(1007, { promiseState: 'waiting' });
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
    [{ state: 'exported' }, ['#1002']],
    [{ state: 'needs_attention' }, ['#1003']],
    [{ state: 'closed' }, ['#1004']],
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
    expect(await stories.count(SHOP)).toMatchObject({ needsAttention: 3, waiting: 2 });
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
      export: { state: 'exported', oneStockState: 'claimed' },
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
      export: { state: 'exported', oneStockOrderId: '1001' },
      obstacles: [{ source: 'export', causes: [{ code: 'export_failed_inside' }] }],
      notes: [{ kind: 'held', key: 'held:h1' }],
    });
    expect((await stories.list(SHOP, {})).items).toEqual([]);
    expect(await stories.story(SHOP, orderId(1001))).toBeNull();
    expect((await stories.now(SHOP, orderId(1001)))._unsafeUnwrap()).toBeNull();
    expect(await stories.count(SHOP)).toMatchObject({ needsAttention: 0, held: 0 });
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
      needsAttention: 0,
    });
  });

  test('are none for a shop that does not synchronize orders', async () => {
    await installed(OTHER_SHOP, false);
    const obstacles = [{ source: 'export', causes: [{ code: 'export_failed_inside' }] }] as const;
    await keep(1001, { shop: OTHER_SHOP, export: { state: 'waiting' }, obstacles: [...obstacles] });
    expect(await stories.count(OTHER_SHOP)).toMatchObject({ isOn: false, needsAttention: 0 });
    expect(await stories.countObstructed(OTHER_SHOP)).toBe(1);
  });
});

describe('the story of an order', () => {
  test('tells what was promised, by which rate request, and all that happened, the newest first', async () => {
    const callbackId = await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(120), rates: 1 });
    await keep(1001, {
      seenAt: minutesAgo(90),
      resolvedAt: minutesAgo(89),
      groups: [{ promise: promiseOf(0), quoteId: quoteIdOf(callbackId, 1), code: 'STANDARD' }],
      export: { state: 'exported', oneStockOrderId: '1001', exportedAt: minutesAgo(88) },
      notes: [
        { kind: 'exported', at: minutesAgo(88), facts: { oneStockOrderId: '1001' } },
        { kind: 'something_new', at: minutesAgo(80) },
      ],
    });
    const story = await stories.story(SHOP, orderId(1001));
    expect(story).toMatchObject({
      orderName: '#1001',
      promises: [{ source: 'checkout', code: 'STANDARD', callbackId }],
      backOfficeUrl: 'https://admin-qualif.onestock-retail.com/s100/order/detail/1001',
      export: { state: 'exported', items: [] },
      work: { isWorking: false },
    });
    expect(story?.timeline.map(({ kind }) => kind)).toEqual([
      'something_new',
      'exported',
      'promised',
      'seen',
    ]);
  });

  test('leads to no rate request whose trace is gone, and follows no link that is not of the web', async () => {
    const callbackId = await keepCallback(database, { shop: OTHER_SHOP, receivedAt: minutesAgo(120) });
    await keep(1001, {
      groups: [{ promise: promiseOf(0), quoteId: quoteIdOf(callbackId, 1) }],
      intents: [{ state: 'done', tracking: { number: 'X1', url: 'javascript:alert(1)' } }],
    });
    const story = await stories.story(SHOP, orderId(1001));
    expect(story?.promises[0]?.callbackId).toBeUndefined();
    expect(story?.fulfilments[0]?.tracking).toEqual({ number: 'X1' });
  });

  test('says why its promise is not the one that the shopper was shown', async () => {
    const notCounted = { code: 'shown_too_long_ago', params: { hours: 24 } } as const;
    await keep(1001, { groups: [{ source: 'recomputed', promise: promiseOf(0), notCounted }] });
    const story = await stories.story(SHOP, orderId(1001));
    expect(story?.promises).toMatchObject([{ source: 'recomputed', causes: [notCounted] }]);
  });

  test('tells whether the app works on it, and else when it tries again', async () => {
    await keep(1001);
    const add = (runAt: Date) =>
      pool.query(`select graphile_worker.add_job('resolve-order', '{}', job_key => $1, run_at => $2)`, [
        `order:${SHOP}:${orderId(1001)}`,
        runAt,
      ]);
    await add(minutesAgo(-5));
    expect(await stories.work(SHOP, orderId(1001))).toEqual({
      isWorking: false,
      nextTryAt: minutesAgo(-5).toISOString(),
    });
    await add(minutesAgo(1));
    expect(await stories.work(SHOP, orderId(1001))).toEqual({ isWorking: true });
    expect(await stories.work(OTHER_SHOP, orderId(1001))).toEqual({ isWorking: false });
  });
});

describe('where an order is now', () => {
  const items = [
    { lineItemId: 'gid://shopify/LineItem/1', itemId: 'SKU-1', quantity: 2 },
    { lineItemId: 'gid://shopify/LineItem/2', itemId: 'SKU-1', quantity: 1 },
  ];
  const group = { itemId: 'SKU-1', orderItemId: null, parcelId: null, endpointId: null, reason: null };
  const order: OneStockOrder = {
    ...{ id: '1001', state: 'claimed', date: null, types: ['ffs'], items: [], parcels: [], information: {} },
    arrival: { from: minutesAgo(-60), to: minutesAgo(-120) },
    groups: [
      { ...group, state: 'claimed', quantity: 1, ranges: [{ from: 0, to: 0 }] },
      { ...group, state: 'removed', quantity: 2, ranges: [{ from: 1, to: 2 }] },
    ],
  };

  test('is told line by line, though two lines have one item', async () => {
    await keep(1001, { export: { state: 'exported', oneStockOrderId: '1001', exportedAt: NOW, items } });
    inOneStock = () => okAsync(order);
    expect((await stories.now(SHOP, orderId(1001)))._unsafeUnwrap()).toMatchObject({
      state: 'claimed',
      arrival: { from: minutesAgo(-60).toISOString(), to: minutesAgo(-120).toISOString() },
      items: [
        {
          states: [
            { state: 'claimed', quantity: 1 },
            { state: 'removed', quantity: 1 },
          ],
        },
        { states: [{ state: 'removed', quantity: 1 }] },
      ],
    });
  });

  test('is not asked for an order that OneStock was never known to have', async () => {
    await keep(1001, { export: { state: 'waiting', oneStockOrderId: '1001' } });
    inOneStock = () => expect.fail('OneStock was asked');
    expect(await stories.now(SHOP, orderId(1001))).toEqual(ok(null));
  });

  test('is an error in words where OneStock has it no more', async () => {
    await keep(1001, { export: { state: 'exported', oneStockOrderId: '1001', exportedAt: NOW } });
    expect(await stories.now(SHOP, orderId(1001))).toEqual(
      err(expect.objectContaining({ code: 'onestock_order_missing' })),
    );
  });
});
