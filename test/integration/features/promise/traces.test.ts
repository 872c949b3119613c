import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { type CallbackFilters, createTraces, type DecidedOption } from '#app/features/promise/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { keepCallback, quoteIdOf } from '#test/support/kept-activity.ts';
import { minutesAgo, NOW, OTHER_SHOP, SHOP } from '#test/support/kept-moments.ts';

const { database } = await freshDatabase();
const { pool, prisma } = database;
const traces = createTraces(database);

beforeEach(() =>
  pool.query(
    'delete from shop; delete from callback; delete from rate_answer; delete from shown_rate; delete from order_promise',
  ),
);

const option = (handle: string, kept: boolean, reason: string): DecidedOption => ({
  code: handle,
  handle,
  kept,
  reason,
  rung: kept ? 'onestock' : 'none',
});

async function found(filters: CallbackFilters): Promise<string[]> {
  return (await traces.list(SHOP, filters)).items.map(({ id }) => id);
}

describe('the list of rate requests', () => {
  test('leads through all of them, forth and back, each once, though new ones come meanwhile', async () => {
    const ids: string[] = [];
    // Half of them at the very same moment.
    for (let minute = 0; minute < 30; minute++)
      ids.unshift(await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(60 - minute) }));
    for (let other = 0; other < 30; other++)
      ids.push(await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(90) }));
    const first = await traces.list(SHOP, {});
    await keepCallback(database, { shop: SHOP, receivedAt: NOW });
    const second = await traces.list(SHOP, {}, first.older ?? '');
    const third = await traces.list(SHOP, {}, second.older ?? '');

    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(seen.slice(0, 30)).toEqual(ids.slice(0, 30));
    expect(new Set(seen)).toEqual(new Set(ids));
    expect(seen).toHaveLength(60);
    expect(first.newer).toBeNull();
    expect(third.older).toBeNull();

    const back = await traces.list(SHOP, {}, third.newer ?? '');
    expect(back.items).toEqual(second.items);
    expect(await traces.list(SHOP, {}, second.newer ?? '')).toMatchObject({ items: first.items });
  });

  test.each(['nonsense', 'older_1_', `older_99999999999999_${'x'.repeat(300)}`])(
    'begins with the newest for the cursor %s, which no page gave',
    async (cursor) => {
      const id = await keepCallback(database, { shop: SHOP, receivedAt: NOW });
      expect((await traces.list(SHOP, {}, cursor)).items).toMatchObject([{ id }]);
    },
  );

  test('shows of a request where it was answered from, how long it took and where to', async () => {
    const id = await keepCallback(database, { shop: SHOP, receivedAt: NOW, rates: 2, country: 'DE' });
    expect((await traces.list(SHOP, {})).items).toEqual([
      {
        id,
        receivedAt: NOW.toISOString(),
        country: 'DE',
        postalPrefix: '31',
        rung: 'onestock',
        status: 200,
        durationMs: 41.5,
        phasesMs: { parse: 1, onestock: 38 },
        rateCount: 2,
      },
    ]);
  });

  test('of another shop stays its own', async () => {
    const id = await keepCallback(database, { shop: OTHER_SHOP, receivedAt: NOW });
    expect(await found({})).toEqual([]);
    expect(await traces.read(SHOP, id)).toBeNull();
    expect(await traces.read(OTHER_SHOP, id)).toMatchObject({ id });
  });
});

describe('a filter of the rate requests', () => {
  test('by rung, country or failure lets through what is so', async () => {
    const stale = await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(1), rung: 'stale' });
    const german = await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(2), country: 'DE' });
    const failure = { code: 'onestock_timeout', message: 'Late.' };
    const failed = await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(3), failure });
    const backup = await keepCallback(database, {
      shop: SHOP,
      receivedAt: minutesAgo(4),
      rung: 'none',
      status: 503,
    });

    expect(await found({ rungs: ['stale', 'none'] })).toEqual([stale, backup]);
    expect(await found({ country: 'DE' })).toEqual([german]);
    expect(await found({ isFailed: true })).toEqual([failed, backup]);
    expect(await found({ rungs: ['stale'], country: 'DE' })).toEqual([]);
  });

  test('by option and reason asks for both of the same option', async () => {
    const receivedAt = NOW;
    const dropped = await keepCallback(database, {
      shop: SHOP,
      receivedAt,
      options: [option('A', false, 'country_not_served'), option('B', true, 'promised')],
    });
    const shown = await keepCallback(database, {
      shop: SHOP,
      receivedAt: minutesAgo(1),
      options: [option('A', true, 'promised'), option('B', false, 'onestock_timeout, fallback_hides')],
    });

    expect(await found({ option: 'A' })).toEqual([dropped, shown]);
    expect(await found({ option: 'A', reason: 'country_not_served' })).toEqual([dropped]);
    expect(await found({ option: 'B', reason: 'country_not_served' })).toEqual([]);
    expect(await found({ reason: 'fallback_hides' })).toEqual([shown]);
    expect(await found({ reason: 'fallback' })).toEqual([]);
  });

  test('by reason finds what OneStock failed by, too', async () => {
    const failure = { code: 'onestock_late', message: 'Late.' };
    const late = await keepCallback(database, { shop: SHOP, receivedAt: NOW, failure });
    expect(await found({ reason: 'onestock_late' })).toEqual([late]);
  });

  test('by day counts days by the shop’s own clock', async () => {
    await prisma.shop.create({
      data: {
        domain: SHOP,
        installedAt: NOW,
        carrierTokenHash: 'hash',
        carrierToken: 'sealed',
        fingerprintSalt: 'salt',
        timezone: 'Europe/Paris',
      },
    });
    // 19 November in UTC, 20 November in Paris.
    const midnight = await keepCallback(database, {
      shop: SHOP,
      receivedAt: new Date('2026-11-19T23:00:00Z'),
    });
    const beforeMidnight = await keepCallback(database, {
      shop: SHOP,
      receivedAt: new Date('2026-11-19T22:59:59.999Z'),
    });
    expect(await found({ from: '2026-11-20', to: '2026-11-20' })).toEqual([midnight]);
    expect(await found({ to: '2026-11-19' })).toEqual([beforeMidnight]);
  });
});

describe('between an order and the rate request whose promise it carries', () => {
  async function keepOrder(name: string, quoteIds: (string | null)[], shop = SHOP): Promise<string> {
    const orderId = `gid://shopify/Order/${name.slice(1)}`;
    await prisma.orderPromise.create({
      data: {
        shop,
        orderId,
        orderName: name,
        firstSeenAt: NOW,
        source: 'checkout',
        state: 'resolved',
        groups: quoteIds.map((quoteId) => ({ quoteId, source: 'checkout' })),
      },
    });
    return orderId;
  }

  test('one gets in both directions, naming the rate', async () => {
    const id = await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(5), rates: 3 });
    const other = await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(4), rates: 1 });
    const orderId = await keepOrder('#1001', [quoteIdOf(id, 2), quoteIdOf(id, 3), null]);
    await keepOrder('#1002', [quoteIdOf(other, 1)]);

    expect(await traces.read(SHOP, id)).toMatchObject({
      rates: [{ code: 'OPTION-1', promise: { delivery_method: 'standard' } }, { promise: null }, {}],
      orders: [{ orderId, orderName: '#1001', source: 'checkout', rateNumbers: [2, 3] }],
      lines: [{ sku: 'SKU-1', quantity: 2 }],
      oneStockRequestId: 'request-1',
    });
    for (const order of ['#1001', '1001', ' 1001 ', orderId]) expect(await found({ order })).toEqual([id]);
    expect(await found({ order: '#1003' })).toEqual([]);
  });

  test('nothing leads to a trace that is no longer kept, or into another shop', async () => {
    const foreign = await keepCallback(database, { shop: OTHER_SHOP, receivedAt: NOW, rates: 1 });
    await keepOrder('#1001', [quoteIdOf(foreign, 1), quoteIdOf(randomUUID(), 1)]);
    expect(await found({ order: '#1001' })).toEqual([]);
    expect((await traces.read(OTHER_SHOP, foreign))?.orders).toEqual([]);
  });
});
