import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createHealth, type RemedyHandler, type RemedyHandlers } from '#app/features/health/index.ts';
import { entryKey } from '#app/features/health/shape.ts';
import { createObstacles, type RaisedObstacle } from '#app/features/obstacles/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();
const { prisma } = database;

const SHOP = 'example.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
const clock = { time: new Date('2026-11-21T10:00:00Z'), now: () => clock.time };
const obstacles = createObstacles(database, clock);

const health = (remedyHandlers: RemedyHandlers = {}) =>
  createHealth({ database, obstacles, remedyHandlers } as unknown as Parameters<typeof createHealth>[0]);

beforeEach(async () => {
  await database.pool.query('delete from obstacle; delete from order_promise; delete from inbox_event');
});

function obstacle(
  kind: string,
  id: string,
  source: string,
  changes: Partial<RaisedObstacle> = {},
): RaisedObstacle {
  return {
    subject: { kind, id },
    source,
    causes: [{ code: 'onestock_refused' }],
    severity: 'warning',
    attempts: 10,
    remedies: ['retry', 'dismiss'],
    ...changes,
  };
}

const orderId = (number: number) => `gid://shopify/Order/${number}`;
const REFUSED = obstacle('order', orderId(1001), 'export', { remedies: ['retry'] });
const UNWRITTEN = obstacle('order', orderId(1002), 'promise', { causes: [{ code: 'metafields_refused' }] });
const NOTICE = obstacle('customer_request', '7', 'customer_data_request', {
  severity: 'info',
  remedies: ['dismiss'],
});
const WEBHOOK = obstacle('onestock_account', '', 'onestock_webhook', { remedies: ['open'] });

async function keepOrder(number: number) {
  const data = { shop: SHOP, orderId: orderId(number), orderName: `#${number}`, firstSeenAt: clock.time };
  await prisma.orderPromise.create({ data: { ...data, state: 'resolved' } });
}

describe('what needs a person', () => {
  test('is one list and one number: an order that OneStock refused and a promise that is not written are two', async () => {
    await keepOrder(1001);
    await keepOrder(1002);
    await obstacles.raise(SHOP, REFUSED);
    await obstacles.raise(SHOP, UNWRITTEN);
    await obstacles.raise(OTHER_SHOP, REFUSED);

    expect(await health().attention(SHOP)).toEqual([
      {
        key: entryKey(REFUSED),
        ...REFUSED,
        name: '#1001',
        since: clock.time.toISOString(),
      },
      {
        key: entryKey(UNWRITTEN),
        ...UNWRITTEN,
        name: '#1002',
        since: clock.time.toISOString(),
      },
    ]);
    expect(await health().countAttention(SHOP)).toBe(2);
    expect(await health().attentionSummary(SHOP)).toEqual({
      count: 2,
      ofOrders: 2,
      ofShop: [],
      notices: [],
    });
  });

  test('has what is about the shop too, the worst first, and no notice, which is not counted', async () => {
    await obstacles.raise(SHOP, REFUSED);
    await obstacles.raise(SHOP, NOTICE);
    await obstacles.raise(SHOP, WEBHOOK);
    const down = obstacle('carrier_service', '', 'carrier_service', { severity: 'critical' });
    await obstacles.raise(SHOP, down);

    const listed = await health().attention(SHOP);
    expect(listed.map(({ source }) => source)).toEqual(['carrier_service', 'onestock_webhook', 'export']);
    const { count, ofOrders, ofShop, notices } = await health().attentionSummary(SHOP);
    expect([count, await health().countAttention(SHOP), ofOrders]).toEqual([3, 3, 1]);
    expect(ofShop.map(({ source }) => source)).toEqual(['carrier_service', 'onestock_webhook']);
    expect(notices.map(({ key }) => key)).toEqual([entryKey(NOTICE)]);
  });

  test('names an event by its topic, and lists an order of which nothing is known', async () => {
    const { id } = await prisma.inboxEvent.create({
      data: { source: 'shopify', shop: SHOP, messageId: '1', topic: 'orders/create', state: 'waiting' },
    });
    await obstacles.raise(SHOP, obstacle('event', id, 'event'));
    await obstacles.raise(SHOP, REFUSED);
    const names = (await health().attention(SHOP)).map(({ source, name }) => [source, name]);
    expect(Object.fromEntries(names)).toEqual({ event: 'orders/create', export: undefined });
  });

  test('is counted whole where a page has no room for all of it', async () => {
    const data = Array.from({ length: 300 }, (_, number) => ({
      shop: SHOP,
      subjectKind: 'order',
      subjectId: orderId(number),
      source: 'export',
      causes: [{ code: 'onestock_refused' }],
      severity: 'warning',
      since: clock.time,
      seenAt: clock.time,
    }));
    await prisma.obstacle.createMany({ data });
    expect(await health().attention(SHOP)).toHaveLength(250);
    expect(await health().countAttention(SHOP)).toBe(300);
  });
});

describe('what is tried again or dismissed', () => {
  /** A handler that takes the obstacles of its subjects away, as every one does. */
  const clearing = (source: string) =>
    vi.fn<RemedyHandler>(async (shop, ids) => {
      for (const id of ids) await obstacles.clear(shop, { subject: { kind: 'order', id }, source });
      return ids.length;
    });

  test('goes to the handler of its source, once however often it is asked', async () => {
    await obstacles.raise(SHOP, REFUSED);
    await obstacles.raise(SHOP, UNWRITTEN);
    const [exported, promised] = [clearing('export'), clearing('promise')];
    const { retry, countAttention } = health({ export: { retry: exported }, promise: { retry: promised } });
    const keys = [entryKey(REFUSED), entryKey(UNWRITTEN), entryKey(REFUSED)];
    expect(await retry(SHOP, keys)).toBe(2);
    expect(await retry(SHOP, keys)).toBe(0);
    expect(exported).toHaveBeenCalledExactlyOnceWith(SHOP, [orderId(1001)]);
    expect(promised).toHaveBeenCalledExactlyOnceWith(SHOP, [orderId(1002)]);
    expect(await countAttention(SHOP)).toBe(0);
  });

  test('of another shop, unknown, or with no such remedy, touches nothing', async () => {
    await obstacles.raise(OTHER_SHOP, UNWRITTEN);
    await obstacles.raise(SHOP, REFUSED);
    await obstacles.raise(SHOP, WEBHOOK);
    const handler = clearing('promise');
    const { retry, dismiss } = health({
      promise: { retry: handler, dismiss: handler },
      export: { dismiss: handler },
      onestock_webhook: { retry: handler },
    });
    const keys = [entryKey(UNWRITTEN), entryKey(WEBHOOK), 'nonsense', ''];
    expect(await retry(SHOP, keys)).toBe(0);
    expect(await dismiss(SHOP, [...keys, entryKey(REFUSED)])).toBe(0);
    expect(handler).not.toHaveBeenCalled();
    expect(await obstacles.list(OTHER_SHOP)).toHaveLength(1);
    expect(await obstacles.list(SHOP)).toHaveLength(2);
  });

  test('by one handler for several sources is asked of it once', async () => {
    const sources = ['shop_facts', 'metafield_definitions'];
    for (const source of sources)
      await obstacles.raise(SHOP, obstacle('shop', '', source, { remedies: ['retry'] }));
    const prepare = { retry: vi.fn<RemedyHandler>(async (_, ids) => ids.length) };
    const { retry, attention } = health({ shop_facts: prepare, metafield_definitions: prepare });
    const keys = (await attention(SHOP)).map(({ key }) => key);
    expect(await retry(SHOP, keys)).toBe(1);
    expect(prepare.retry).toHaveBeenCalledOnce();
  });

  test('a notice that is dismissed is gone, and can be dismissed once', async () => {
    await obstacles.raise(SHOP, NOTICE);
    await obstacles.raise(OTHER_SHOP, NOTICE);
    const { dismiss } = health();
    expect(await dismiss(SHOP, [entryKey(NOTICE)])).toBe(1);
    expect(await dismiss(SHOP, [entryKey(NOTICE)])).toBe(0);
    expect(await obstacles.notices(SHOP)).toEqual([]);
    expect(await obstacles.notices(OTHER_SHOP)).toHaveLength(1);
  });
});
