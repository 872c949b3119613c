import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from 'neverthrow';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AttachmentError, AttachmentSummary } from '#app/features/carrier-service/index.ts';
import { createDeliveryOptions } from '#app/features/delivery-options/index.ts';
import { createHealth, type RemedyHandlers } from '#app/features/health/index.ts';
import { createObstacles, type RaisedObstacle } from '#app/features/obstacles/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { createFakeAdminShop, type FakeAdminShop } from '#test/support/fake-admin-shop.ts';

const { database } = await freshDatabase();
const { prisma } = database;

const SHOP = 'example.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
const NOW = new Date('2026-11-21T10:30:00Z');
const MINUTE_MS = 60_000;
const clock = { now: () => NOW };

const ATTACHED: AttachmentSummary = {
  mode: 'profiles',
  carrierService: 'registered',
  coverage: { attached: 2, hidingNewServices: 0, total: 3 },
};

const obstacles = createObstacles(database, clock);
const deliveryOptions = createDeliveryOptions(database, clock);
let admin: FakeAdminShop;
let remedyHandlers: RemedyHandlers;
let attachment: Result<AttachmentSummary, AttachmentError>;

const health = () =>
  createHealth({
    database,
    clock,
    adminClients: admin,
    obstacles,
    remedyHandlers,
    carrierService: { checkAttachment: async () => attachment },
    deliveryOptions,
  });

beforeEach(async () => {
  await database.pool.query(
    'delete from shop; delete from callback; delete from rate_answer; delete from answered_hour; delete from obstacle; delete from order_promise; delete from inbox_event',
  );
  admin = createFakeAdminShop();
  attachment = ok(ATTACHED);
  remedyHandlers = {};
});

async function keepShop(domain: ShopDomain = SHOP) {
  await prisma.shop.create({
    data: {
      domain,
      installedAt: NOW,
      carrierTokenHash: `hash of ${domain}`,
      carrierToken: 'sealed',
      carrierServiceId: 'gid://shopify/DeliveryCarrierService/1',
      fingerprintSalt: 'salt',
      timezone: 'Europe/Paris',
    },
  });
}

async function connect(changes: { checkedAt?: Date | null; salesChannel?: string | null } = {}) {
  await prisma.oneStockConnection.create({
    data: {
      shop: SHOP,
      siteId: 's100',
      host: 'https://api.onestock-retail.com',
      apiVersion: 'v3',
      userId: 'api_user',
      password: 'sealed-password',
      salesChannel: 'web',
      checkedAt: NOW,
      ...changes,
    },
  });
}

async function keepOption(
  handle: string,
  changes: { chargeOnce?: boolean; amount?: number; active?: boolean } = {},
) {
  const { amount = 490, ...columns } = changes;
  await prisma.deliveryOption.create({
    data: {
      shop: SHOP,
      handle,
      kind: 'home',
      deliveryMethod: 'standard',
      names: { en: handle },
      descriptions: {},
      countries: [],
      basketTotal: { min: null, max: null },
      weightGrams: { min: null, max: null },
      price: { kind: 'fixed', amount, freeFrom: null },
      currency: 'EUR',
      acceptedStatuses: ['valid'],
      fallback: { policy: 'hide' },
      position: 0,
      ...columns,
    },
  });
}

interface Kept {
  shop?: ShopDomain;
  minutesAgo: number;
  rung?: string;
  durationMs?: number;
  oneStockMs?: number;
  failure?: string;
}

/** A rate request with its trace and its count, as the checkout leaves them. */
async function keepCallback({
  shop = SHOP,
  minutesAgo,
  rung = 'onestock',
  durationMs = 10,
  oneStockMs,
  failure,
}: Kept) {
  const answerId = randomUUID();
  const receivedAt = new Date(NOW.getTime() - minutesAgo * MINUTE_MS);
  await prisma.rateAnswer.create({
    data: {
      id: answerId,
      shop,
      composedAt: receivedAt,
      lines: [],
      status: 200,
      rung,
      rateCount: 1,
      options: [],
      failure: failure ? { code: failure, message: 'It failed.' } : undefined,
    },
  });
  const phasesMs = oneStockMs === undefined ? { memory: 1 } : { onestock: oneStockMs };
  await prisma.callback.create({
    data: { id: randomUUID(), shop, answerId, receivedAt, durationMs, phasesMs },
  });
  const hour = new Date(Math.floor(receivedAt.getTime() / 3_600_000) * 3_600_000);
  const counts = { answers: 1, promised: rung === 'fallback' ? 0 : 1, failed: failure ? 1 : 0 };
  await prisma.answeredHour.upsert({
    where: { shop_hour_rung: { shop, hour, rung } },
    create: { shop, hour, rung, ...counts },
    update: {
      answers: { increment: counts.answers },
      promised: { increment: counts.promised },
      failed: { increment: counts.failed },
    },
  });
}

/** An obstacle of the account, or by its source of anything else of the shop. */
function ofAccount(source: string): RaisedObstacle {
  return {
    subject: { kind: 'onestock_account', id: '' },
    source,
    causes: [{ code: 'policy', params: { userId: 'api_user', refused: 'orders' } }],
    severity: 'critical',
    remedies: ['open'],
  };
}

const stateOf = async (name: string) =>
  (await health().setup(SHOP)).steps.find((step) => step.name === name)?.state;

describe('the set-up', () => {
  test('of a shop whose installation has only begun has everything before it', async () => {
    const { steps, isComplete } = await health().setup(SHOP);
    expect(steps[0]).toEqual({ name: 'onestock', state: 'current' });
    expect(steps.filter(({ state }) => state === 'done')).toEqual([]);
    expect(isComplete).toBe(false);
  });

  test('is complete with the first rate request, and without waiting for Shopify', async () => {
    await keepShop();
    await connect();
    await keepOption('STANDARD');
    expect((await health().setup(SHOP)).isComplete).toBe(false);
    await keepCallback({ minutesAgo: 1 });
    expect((await health().setup(SHOP)).isComplete).toBe(true);
    expect(admin.asked).toEqual([]);
  });

  test('takes a channel of one destination country for a chosen channel', async () => {
    await keepShop();
    await connect({ salesChannel: null });
    expect(await stateOf('sales_channel')).toBe('current');
    await prisma.oneStockConnection.update({
      where: { shop: SHOP },
      data: { salesChannels: { FR: 'web_fr' } },
    });
    expect(await stateOf('sales_channel')).toBe('done');
  });

  test('counts neither what is switched off or archived, nor anything of another shop', async () => {
    await keepShop();
    await keepShop(OTHER_SHOP);
    await connect();
    await keepOption('OFF', { active: false });
    await keepOption('OLD');
    await prisma.deliveryOption.updateMany({ where: { handle: 'OLD' }, data: { archivedAt: NOW } });
    await keepCallback({ shop: OTHER_SHOP, minutesAgo: 1 });
    expect(await stateOf('delivery_option')).toBe('current');
    expect(await stateOf('first_callback')).toBe('todo');
  });

  test('tells why the account or the registration fails', async () => {
    await keepShop();
    await connect();
    const refused = {
      source: 'onestock_connection',
      causes: [{ code: 'user_refused', params: { userId: 'us_api', siteId: 's100' } }],
    } as const;
    const unregistered = { source: 'carrier_service', causes: [{ code: 'shopify_refused' }] } as const;
    await obstacles.raise(SHOP, { ...ofAccount(refused.source), ...refused });
    await obstacles.raise(SHOP, { ...ofAccount(unregistered.source), ...unregistered });
    const { steps } = await health().setup(SHOP);
    expect(steps).toContainEqual({ name: 'onestock', state: 'failing', obstacle: refused });
    expect(steps).toContainEqual({ name: 'carrier_service', state: 'failing', obstacle: unregistered });
  });
});

describe('what only Shopify knows', () => {
  test('completes the set-up with where the rates are attached', async () => {
    await keepShop();
    const { setup, attachment: told } = await health().checkout(SHOP);
    expect(setup.steps).toContainEqual({ name: 'attachment', state: 'done' });
    expect(told).toEqual({ isKnown: true, answer: ATTACHED });
  });

  test('is missing by itself when Shopify does not say where they are', async () => {
    await keepShop();
    attachment = err({ code: 'shopify_timeout', retryable: true });
    const { attachment: told, origins, setup } = await health().checkout(SHOP);
    expect(told).toEqual({ isKnown: false, code: 'shopify_timeout' });
    expect(setup.steps).toContainEqual({ name: 'attachment', state: 'unknown' });
    expect(origins.isKnown).toBe(true);
  });

  test('is missing by itself when Shopify does not name its locations', async () => {
    admin.failing.Locations = 'shopify_unreachable';
    const { attachment: told, origins } = await health().checkout(SHOP);
    expect(origins).toEqual({ isKnown: false, code: 'shopify_unreachable' });
    expect(told.isKnown).toBe(true);
  });

  test('warns of each option that several locations would charge several times', async () => {
    await keepShop();
    await keepOption('STANDARD');
    await keepOption('ONCE', { chargeOnce: true });
    await keepOption('FREE', { amount: 0 });
    await keepOption('OFF', { active: false });
    admin.locations = [
      { name: 'Paris', fulfillsOnlineOrders: true },
      { name: 'Lyon', fulfillsOnlineOrders: true },
      { name: 'Pop-up', fulfillsOnlineOrders: false },
    ];
    expect((await health().checkout(SHOP)).origins).toEqual({
      isKnown: true,
      answer: { locations: ['Paris', 'Lyon'], chargedRepeatedly: ['STANDARD'] },
    });
    admin.locations = admin.locations.slice(1);
    expect((await health().checkout(SHOP)).origins).toMatchObject({
      answer: { locations: ['Lyon'], chargedRepeatedly: [] },
    });
  });
});

describe('the report', () => {
  test('of a shop without a request has every hour and day, and no duration', async () => {
    const { day, week, oneStock } = await health().report(SHOP);
    expect(day.bars).toHaveLength(24);
    expect(week.bars).toHaveLength(7);
    expect(day).toMatchObject({ answers: 0, failures: 0, rungs: [], durationMs: null, oneStockMs: null });
    expect(oneStock).toEqual({ state: 'not_connected', lastHour: { asked: 0, failed: 0 } });
  });

  test('counts by the hour and by the shop’s own day', async () => {
    await keepShop();
    await keepCallback({ minutesAgo: 5 });
    // 23:30 in Paris, the day before.
    await keepCallback({ minutesAgo: 12 * 60, rung: 'fallback', failure: 'onestock_late' });
    await keepCallback({ minutesAgo: 3 * 24 * 60 });
    const { day, week } = await health().report(SHOP);
    expect(day.answers).toBe(2);
    expect(day.bars.at(-1)).toMatchObject({ from: '2026-11-21T10:00:00.000Z', promised: 1 });
    expect(week.bars.map(({ promised, fallback }) => [promised, fallback])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(week).toMatchObject({ answers: 3, failures: 1 });
  });

  test('measures answers, and of OneStock’s time only where it was waited for', async () => {
    await keepShop();
    for (const durationMs of [2, 4, 6]) await keepCallback({ minutesAgo: 30, rung: 'memory', durationMs });
    await keepCallback({ minutesAgo: 20, durationMs: 100, oneStockMs: 90 });
    await keepCallback({
      minutesAgo: 20,
      rung: 'fallback',
      durationMs: 350,
      oneStockMs: 340,
      failure: 'onestock_late',
    });
    await keepCallback({
      minutesAgo: 20,
      rung: 'fallback',
      durationMs: 1,
      oneStockMs: 0.1,
      failure: 'onestock_breaker_open',
    });
    await keepCallback({ minutesAgo: 2 * 24 * 60, durationMs: 900, oneStockMs: 890 });
    const { day, week } = await health().report(SHOP);
    expect(day.durationMs?.p50).toBe(5);
    expect(day.oneStockMs).toEqual({ p50: 215, p95: expect.closeTo(327.5) });
    expect(week.oneStockMs?.p50).toBe(340);
  });

  test('says that OneStock fails while it fails shoppers, whatever an older check said, and that it works again', async () => {
    await keepShop();
    const checkedAt = new Date(NOW.getTime() - 4 * MINUTE_MS);
    await connect({ checkedAt });
    await keepCallback({ minutesAgo: 50, rung: 'memory' });
    await keepCallback({ minutesAgo: 40 });
    await keepCallback({ minutesAgo: 3, rung: 'fallback', failure: 'onestock_late' });
    expect((await health().report(SHOP)).oneStock).toMatchObject({ state: 'works' });
    await keepCallback({ minutesAgo: 2, rung: 'fallback', failure: 'onestock_breaker_open' });
    expect((await health().report(SHOP)).oneStock).toEqual({
      state: 'fails',
      siteId: 's100',
      salesChannel: 'web',
      checkedAt: checkedAt.toISOString(),
      obstacle: undefined,
      lastHour: { asked: 3, failed: 2 },
    });
    await prisma.oneStockConnection.updateMany({ data: { checkedAt: NOW } });
    expect((await health().report(SHOP)).oneStock).toMatchObject({ state: 'works' });
    await prisma.oneStockConnection.updateMany({ data: { checkedAt } });
    await keepCallback({ minutesAgo: 1 });
    expect((await health().report(SHOP)).oneStock).toMatchObject({
      state: 'works',
      lastHour: { asked: 4, failed: 2 },
    });
  });

  test('has what the last check found when that failed, and no secret', async () => {
    await keepShop();
    await connect();
    const refused = ofAccount('onestock_access');
    await obstacles.raise(SHOP, refused);
    const limited = await health().report(SHOP);
    const { source, causes } = refused;
    expect(limited.oneStock).toMatchObject({ state: 'limited', obstacle: { source, causes } });
    expect(JSON.stringify(limited)).not.toContain('sealed-password');
    await obstacles.raise(SHOP, ofAccount('onestock_connection'));
    expect((await health().report(SHOP)).oneStock).toMatchObject({
      state: 'fails',
      obstacle: { source: 'onestock_connection' },
    });
  });

  test('has nothing of another shop', async () => {
    await keepShop();
    await keepCallback({ shop: OTHER_SHOP, minutesAgo: 1, failure: 'onestock_late' });
    const { week, oneStock } = await health().report(SHOP);
    expect(week).toMatchObject({ answers: 0, durationMs: null });
    expect(oneStock.lastHour).toEqual({ asked: 0, failed: 0 });
  });
});
