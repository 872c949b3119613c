import { err, ok, okAsync } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { OneStockOrder } from '#app/gateways/onestock/index.ts';
import type { FulfillmentOrderId } from '#app/gateways/shopify/ids.ts';
import { freshDatabase } from '#test/support/database.ts';
import { keepCallback, quoteIdOf } from '#test/support/kept-activity.ts';
import { promiseOf } from '#test/support/shown-rates.ts';
import { minutesAgo, NOW, OTHER_SHOP, orderId, SHOP, storiesUnderTest } from './stories-under-test.ts';

const { database } = await freshDatabase();
const { pool } = database;
const { stories, oneStock, keep } = storiesUnderTest(database);

describe('the story of an order', () => {
  test('tells what was promised, by which rate request, and all that happened, the newest first', async () => {
    const callbackId = await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(120), rates: 1 });
    await keep(1001, {
      seenAt: minutesAgo(90),
      resolvedAt: minutesAgo(89),
      groups: [{ promise: promiseOf(0), quoteId: quoteIdOf(callbackId, 1), code: 'STANDARD' }],
      export: { state: 'exported', exportedAt: minutesAgo(88) },
      deliveries: [{ oneStockOrderId: '1001', exportedAt: minutesAgo(88) }],
      notes: [
        { kind: 'exported', at: minutesAgo(88), facts: { oneStockOrderId: '1001' } },
        { kind: 'something_new', at: minutesAgo(80) },
      ],
    });
    const story = await stories.story(SHOP, orderId(1001));
    expect(story).toMatchObject({
      orderName: '#1001',
      promises: [{ source: 'checkout', code: 'STANDARD', callbackId }],
      export: {
        state: 'exported',
        deliveries: [
          {
            ...{ oneStockOrderId: '1001', items: [] },
            backOfficeUrl: 'https://admin-qualif.onestock-retail.com/s100/order/detail/1001',
          },
        ],
      },
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

  test('tells of each delivery whether it was sent again, and whether its promise was asked for only afterwards', async () => {
    const line = { lineItemId: 'gid://shopify/LineItem/1', quantity: 1 };
    const items = [{ ...line, itemId: 'SKU-1' }];
    const idOf = (number: number) => `gid://shopify/FulfillmentOrder/${number}` as FulfillmentOrderId;
    const choice = { methodType: 'SHIPPING', code: 'STANDARD', locationId: null };
    await keep(1001, {
      resolvedAt: minutesAgo(50),
      groups: [
        { promise: promiseOf(0), code: 'STANDARD', fulfillmentOrderId: idOf(1) },
        {
          ...{ promise: promiseOf(1), code: 'STANDARD', source: 'recomputed' },
          fulfillmentOrderId: idOf(2),
        },
      ],
      export: { state: 'exported', exportedAt: minutesAgo(50) },
      deliveries: [
        {
          ...{ oneStockOrderId: '1001', exportedAt: minutesAgo(50), items, choice, removed: [line] },
          fulfillmentOrderIds: [idOf(1)],
        },
        {
          ...{ oneStockOrderId: '1001-2', exportedAt: minutesAgo(9), items, choice },
          fulfillmentOrderIds: [idOf(2)],
        },
      ],
      notes: [
        { kind: 'held', key: 'held:h1', at: minutesAgo(20), facts: { lines: [line] } },
        { kind: 'sent_again', at: minutesAgo(10), facts: { pieces: 1 } },
      ],
    });
    const story = await stories.story(SHOP, orderId(1001));
    expect(story?.export?.deliveries).toMatchObject([
      { isSentAgain: false, isAskedAfterwards: false },
      { isSentAgain: true, isAskedAfterwards: true },
    ]);
    expect(story?.holds).toMatchObject([{ sentAgainAs: ['1001-2'] }]);
    expect(story?.timeline).toContainEqual(
      expect.objectContaining({ kind: 'promised', facts: { sources: ['checkout'] } }),
    );
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
    await keep(1001, {
      export: { state: 'exported', exportedAt: NOW },
      deliveries: [{ oneStockOrderId: '1001', exportedAt: NOW, items }],
    });
    oneStock.readOrder = () => okAsync(order);
    expect((await stories.now(SHOP, orderId(1001)))._unsafeUnwrap()).toMatchObject([
      {
        number: 1,
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
      },
    ]);
  });

  test('says what OneStock removed and nobody asked for again, and whether anything is left to come', async () => {
    const removed = { ...group, state: 'removed', ranges: [{ from: 0, to: 1 }], quantity: 2 };
    await keep(1001, {
      export: { state: 'exported', exportedAt: NOW },
      deliveries: [
        {
          ...{ oneStockOrderId: '1001', exportedAt: NOW, items: items.slice(0, 1) },
          removed: [{ lineItemId: 'gid://shopify/LineItem/1', quantity: 1 }],
        },
      ],
    });
    oneStock.readOrder = () => okAsync({ ...order, groups: [removed] });
    expect((await stories.now(SHOP, orderId(1001)))._unsafeUnwrap()).toMatchObject([
      { isNothingToCome: true, unprepared: [{ itemId: 'SKU-1', quantity: 1 }] },
    ]);
    oneStock.readOrder = () => okAsync(order);
    expect((await stories.now(SHOP, orderId(1001)))._unsafeUnwrap()).toMatchObject([
      { isNothingToCome: false },
    ]);
  });

  test('is not asked for an order that OneStock was never known to have', async () => {
    await keep(1001, { export: { state: 'waiting' }, deliveries: [{ oneStockOrderId: '1001' }] });
    oneStock.readOrder = () => expect.fail('OneStock was asked');
    expect(await stories.now(SHOP, orderId(1001))).toEqual(ok([]));
  });

  test('is an error in words where OneStock has it no more', async () => {
    await keep(1001, {
      export: { state: 'exported', exportedAt: NOW },
      deliveries: [{ oneStockOrderId: '1001', exportedAt: NOW }],
    });
    expect(await stories.now(SHOP, orderId(1001))).toEqual(
      err(expect.objectContaining({ code: 'onestock_order_missing' })),
    );
  });
});
