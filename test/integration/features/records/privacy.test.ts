import { randomUUID } from 'node:crypto';
import { okAsync } from 'neverthrow';
import { beforeEach, describe, expect, test } from 'vitest';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { createRecords, privacyTopics } from '#app/features/records/index.ts';
import { shopifySource, shopTopics } from '#app/features/shops/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { inboxUnderTest, keepEvent } from '#test/support/inbox.ts';
import { ACCOUNT, endpoint, OTHER_SHOP, SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';
import { keepOrder, tablesOfShops } from './kept-records.ts';

const { database } = await freshDatabase();
const { prisma, pool } = database;

const ORDER = 'gid://shopify/Order/1001' as OrderId;
const OTHER_ORDER = 'gid://shopify/Order/1002' as OrderId;
const NEXT_DAY = new Date('2026-11-22T10:00:00Z');

beforeEach(async () => {
  const tables = (await tablesOfShops(pool)).map(({ table }) => table);
  await pool.query(tables.map((table) => `delete from ${table}`).join(';'));
});

/** A connected shop with a row in every table. */
const ANY = { subject: { kind: 'any', id: '' }, source: 'any' };

async function fullShop(shop: ShopDomain) {
  const world = tiesUnderTest(database);
  const { oneStockAccounts, shops, mirror, oneStock, obstacles } = world;
  await shops.install(shop);
  await oneStockAccounts.saveAccount(shop, ACCOUNT);
  oneStock.endpoints = () => okAsync([endpoint('a')]);
  await mirror(shop);
  await obstacles.raise(shop, { ...ANY, causes: [{ code: 'any' }], severity: 'warning', remedies: [] });
  const session = { id: `offline_${shop}`, shop, isOnline: false, sealed: 'sealed' };
  await prisma.session.create({ data: session });
  await prisma.deliveryOption.create({
    data: {
      shop,
      handle: 'STANDARD',
      kind: 'home',
      deliveryMethod: 'standard',
      names: {},
      descriptions: {},
      basketTotal: {},
      weightGrams: {},
      price: {},
      currency: 'EUR',
      fallback: {},
      position: 1,
    },
  });
  const at = new Date('2026-11-21T09:00:00Z');
  const answer = { answeredAt: at, freshUntil: at, usableUntil: at, options: [] };
  await prisma.promiseCache.create({ data: { key: `key of ${shop}`, shop, ...answer } });
  await keepOrder(prisma, { shop, orderId: ORDER, orderName: '#1001' });
  const counts = { answers: 1, promised: 1, failed: 0 };
  await prisma.answeredHour.create({ data: { shop, hour: at, rung: 'memory', ...counts } });
  const eventId = await keepEvent(database, { shop, state: 'needs_attention' });
  const { id: runId } = await prisma.run.findFirstOrThrow({ where: { shop, kind: 'mirror_stores' } });
  await prisma.readEndpoint.create({ data: { shop, runId, endpointId: 'b', endpoint: {} } });
  await prisma.shopText.create({ data: { shop, language: 'fr', key: 'any', text: 'Texte' } });
  await prisma.rulesetMapping.create({
    data: { shop, source: 'option', key: 'STANDARD', rulesetChainingId: 'home' },
  });
  await prisma.locationMapping.create({
    data: { shop, locationId: 'gid://shopify/Location/1', endpointId: 'e' },
  });
  return { ...world, eventId };
}

async function rowsOf(shop: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table, column } of await tablesOfShops(pool)) {
    const { rows } = await pool.query(`select count(*)::int as count from ${table} where ${column} = $1`, [
      shop,
    ]);
    counts[table] = rows[0].count;
  }
  return counts;
}

/** Receives the event by the inbox, and has it handled. */
async function receive(topic: string, body: object, triggeredAt = NEXT_DAY) {
  const { shops, obstacles, clock } = tiesUnderTest(database);
  const records = createRecords({ database, obstacles });
  const source = shopifySource({ ...shopTopics(shops), ...privacyTopics(records) });
  const inbox = inboxUnderTest(database, { sources: [source], clock });
  const messageId = `${topic} ${Math.random()}`;
  await inbox.receive(source.name, {
    shop: SHOP,
    messageId,
    topic,
    triggeredAt,
    body: Buffer.from(JSON.stringify(body)),
  });
  const { id } = await prisma.inboxEvent.findFirstOrThrow({ where: { messageId } });
  return inbox.handle(id);
}

describe('shop/redact', () => {
  test('deletes everything of the shop in every table, and nothing of another shop', async () => {
    await fullShop(SHOP);
    await fullShop(OTHER_SHOP);
    const ofOther = await rowsOf(OTHER_SHOP);
    expect(Object.values(await rowsOf(SHOP)), 'a row in every table').not.toContain(0);

    expect((await receive('shop/redact', {}))._unsafeUnwrap()).toBe('done');

    expect(new Set(Object.values(await rowsOf(SHOP)))).toEqual(new Set([0]));
    expect(await rowsOf(OTHER_SHOP)).toEqual(ofOther);
  });

  test('goes on where a worker that was stopped left it: the shop itself goes first', async () => {
    await fullShop(SHOP);
    await prisma.shop.delete({ where: { domain: SHOP } });
    await receive('shop/redact', {});
    expect(new Set(Object.values(await rowsOf(SHOP)))).toEqual(new Set([0]));
  });

  test('that comes again late leaves a shop alone that has come back since', async () => {
    const { oneStockAccounts, shops, clock } = await fullShop(SHOP);
    clock.time = new Date('2026-11-25T10:00:00Z');
    await shops.install(SHOP);

    await receive('shop/redact', {}, new Date('2026-11-24T10:00:00Z'));

    expect(await oneStockAccounts.account(SHOP)).not.toBeNull();
  });
});

describe('shop/redact, while the shop comes back', () => {
  test('leaves what the shop gets from then on', async () => {
    const { clock } = await fullShop(SHOP);
    const back = tiesUnderTest(database);
    back.clock.time = new Date('2026-11-25T10:00:00Z');
    /** GIVEN a shop that comes back, and is shown rates, before the table `callback` is emptied. */
    const interrupted = async (...[statement, ...rest]: Parameters<typeof pool.query>) => {
      if (String(statement).includes('delete from callback')) {
        await back.shops.install(SHOP);
        await back.oneStockAccounts.saveAccount(SHOP, ACCOUNT);
        await keepOrder(prisma, { shop: SHOP, orderId: OTHER_ORDER, orderName: '#1002' });
      }
      return pool.query(statement, ...rest);
    };
    const records = createRecords({
      database: { prisma, pool: { query: interrupted } as unknown as typeof pool },
      obstacles: back.obstacles,
    });

    await records.redactShop(SHOP, { eventId: randomUUID(), at: clock.now() });

    expect(await back.oneStockAccounts.account(SHOP)).not.toBeNull();
    expect(await prisma.shownRate.count({ where: { shop: SHOP } })).toBe(2);
    expect(
      await prisma.orderPromise.findUnique({ where: { shop_orderId: { shop: SHOP, orderId: OTHER_ORDER } } }),
    ).not.toBeNull();
    expect(await prisma.inboxEvent.count({ where: { shop: SHOP, subject: OTHER_ORDER } })).toBe(1);
  });
});

describe('shop/redact, stopped half-way', () => {
  test('is asked again, for the event that asks goes after everything else', async () => {
    await fullShop(SHOP);
    const eventId = await keepEvent(database, { shop: SHOP, topic: 'shop/redact' });
    const { obstacles } = tiesUnderTest(database);
    /** GIVEN a worker that dies when only the event is left. */
    let deletions = 0;
    const dying = async (...[statement, values]: Parameters<typeof pool.query>) => {
      const isInbox = String(statement).includes('delete from inbox_event');
      if (isInbox && ++deletions === 2) throw new Error('killed');
      return pool.query(statement, values);
    };
    const records = createRecords({
      database: { prisma, pool: { query: dying } as unknown as typeof pool },
      obstacles,
    });
    await expect(records.redactShop(SHOP, { eventId, at: NEXT_DAY })).rejects.toThrow('killed');
    const left = await rowsOf(SHOP);
    expect(left).toEqual({
      ...Object.fromEntries(Object.keys(left).map((table) => [table, 0])),
      inbox_event: 1,
    });
    expect(await prisma.inboxEvent.findMany({ where: { shop: SHOP } })).toMatchObject([{ id: eventId }]);
  });
});

describe('app/uninstalled', () => {
  test('is handled with the time at which it happened', async () => {
    const { shops } = await fullShop(SHOP);
    await receive('app/uninstalled', {});
    expect(await shops.shop(SHOP)).toBeNull();
    const row = await prisma.shop.findUniqueOrThrow({ where: { domain: SHOP } });
    expect(row.uninstalledAt).toEqual(NEXT_DAY);
  });
});

describe('customers/redact', () => {
  test('deletes the customer’s orders with what was shown for them, and no other order', async () => {
    const { obstacles, eventId } = await fullShop(SHOP);
    await keepOrder(prisma, { shop: SHOP, orderId: OTHER_ORDER, orderName: '#1002' });
    const failed = { source: 'any', causes: [{ code: 'any' }], severity: 'warning', remedies: [] } as const;
    for (const id of [ORDER, OTHER_ORDER])
      await obstacles.raise(SHOP, { ...failed, subject: { kind: 'order', id } });
    for (const { id } of await prisma.inboxEvent.findMany({
      where: { subject: { in: [ORDER, OTHER_ORDER] } },
    }))
      await obstacles.raise(SHOP, { ...failed, subject: { kind: 'event', id } });

    await receive('customers/redact', { orders_to_redact: [1001, 5555] });

    expect(await prisma.orderPromise.findMany({ select: { orderId: true } })).toEqual([
      { orderId: OTHER_ORDER },
    ]);
    expect(await prisma.shownRate.count()).toBe(2);
    expect(await prisma.callback.count()).toBe(1);
    for (const left of [
      await prisma.orderExport.findMany(),
      await prisma.fulfillmentIntent.findMany(),
      await prisma.orderNote.findMany(),
    ])
      expect(left).toMatchObject([{ orderId: OTHER_ORDER }]);
    const events = await prisma.inboxEvent.findMany({ where: { subject: { not: null } } });
    expect(events.map(({ subject }) => subject).sort()).toEqual([
      '#1002',
      `gid://shopify/FulfillmentOrder/${OTHER_ORDER.split('/').at(-1)}`,
      OTHER_ORDER,
    ]);
    const leftEvent = await prisma.inboxEvent.findFirstOrThrow({ where: { subject: OTHER_ORDER } });
    // The other order was kept with an obstacle already.
    expect((await obstacles.list(SHOP)).map(({ subject }) => subject.id).sort()).toEqual(
      [ANY.subject.id, eventId, leftEvent.id, OTHER_ORDER, OTHER_ORDER].sort(),
    );
  });

  test('takes what stands in the way of those orders, and of the events about them, off the list', async () => {
    await fullShop(SHOP);
    await keepOrder(prisma, { shop: SHOP, orderId: OTHER_ORDER, orderName: '#1002' });
    const obstacles = createObstacles(database, { now: () => NEXT_DAY });
    const events = await prisma.inboxEvent.findMany({ where: { subject: { in: [ORDER, OTHER_ORDER] } } });
    const subjects = [
      ...[ORDER, OTHER_ORDER].map((id) => ({ kind: 'order', id })),
      ...events.map(({ id }) => ({ kind: 'event', id })),
    ];
    await prisma.obstacle.deleteMany({ where: { shop: SHOP } });
    for (const subject of subjects)
      await obstacles.raise(SHOP, {
        subject,
        source: 'any',
        causes: [{ code: 'any' }],
        severity: 'warning',
        remedies: [],
      });

    await receive('customers/redact', { orders_to_redact: [1001] });

    const ofOther = events.find(({ subject }) => subject === OTHER_ORDER)?.id;
    const left = (await obstacles.list(SHOP)).map(({ subject }) => subject.id);
    expect(left.sort()).toEqual([OTHER_ORDER, ofOther].sort());
  });

  test('of a customer without orders deletes nothing', async () => {
    await fullShop(SHOP);
    const before = await rowsOf(SHOP);
    await receive('customers/redact', { orders_to_redact: [] });
    expect(await rowsOf(SHOP)).toEqual({ ...before, inbox_event: (before.inbox_event ?? 0) + 1 });
  });
});

describe('customers/data_request', () => {
  test('tells the merchant which orders the app knows and where to read what it keeps', async () => {
    const { obstacles } = await fullShop(SHOP);
    const before = await obstacles.list(SHOP);

    await receive('customers/data_request', { orders_requested: [1001, 5555], data_request: { id: 9999 } });

    expect(await obstacles.list(SHOP)).toEqual(before);
    const [notice] = await obstacles.notices(SHOP);
    expect(notice).toMatchObject({
      subject: { kind: 'customer_request', id: '9999' },
      source: 'customer_data_request',
      severity: 'info',
      remedies: ['dismiss'],
    });
    expect(notice?.causes).toEqual([
      { code: 'customer_data_kept', params: { request: '9999', orders: '#1001' } },
    ]);
  });

  test('about orders that the app does not know says that there is nothing', async () => {
    const { obstacles } = await fullShop(SHOP);
    await receive('customers/data_request', { orders_requested: [5555], data_request: { id: 1 } });
    const [notice] = await obstacles.notices(SHOP);
    expect(notice?.causes).toEqual([{ code: 'customer_data_none', params: { request: '1' } }]);
  });
});
