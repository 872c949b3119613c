import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createActivity, createProblems } from '#app/features/activity/index.ts';
import type { DeliveryOption } from '#app/features/delivery-options/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();
const { prisma } = database;

const SHOP = 'example.myshopify.com' as ShopDomain;
const NOW = new Date('2026-11-21T10:00:00Z');
const STANDARD = {
  handle: 'STANDARD',
  kind: 'home',
  names: { en: 'Standard', fr: 'Livraison standard' },
  price: { kind: 'fixed', amount: 490, freeFrom: 6000 },
  currency: 'EUR',
  countries: ['FR', 'DE'],
  position: 1,
  active: true,
} as unknown as DeliveryOption;

const problems = createProblems(database, { now: () => NOW });
const activity = createActivity({ database, problems, deliveryOptions: { list: async () => [STANDARD] } });

beforeEach(async () => {
  await database.pool.query('truncate shop, callback, problem cascade');
});

async function keepShop() {
  await prisma.shop.create({
    data: {
      domain: SHOP,
      installedAt: NOW,
      carrierTokenHash: 'hash',
      carrierToken: 'sealed',
      fingerprintSalt: 'salt',
      timezone: 'Europe/Paris',
      primaryLocale: 'fr',
    },
  });
}

async function connect() {
  await prisma.oneStockConnection.create({
    data: {
      shop: SHOP,
      siteId: 's100',
      host: 'https://api.onestock-retail.com',
      apiVersion: 'v3',
      userId: 'api_user',
      password: 'sealed-password',
      checkedAt: NOW,
    },
  });
}

describe('the overview of a shop', () => {
  test('that is hardly installed is empty', async () => {
    expect(await activity.readOverview(SHOP)).toMatchObject({
      connection: { state: 'not_connected' },
      callbacks: [],
      problems: [],
      timezone: 'UTC',
    });
  });

  test('shows the connection without its secrets, and the options in the shop’s language', async () => {
    await keepShop();
    await connect();

    const overview = await activity.readOverview(SHOP);

    expect(overview.connection).toEqual({
      state: 'connected',
      siteId: 's100',
      host: 'https://api.onestock-retail.com',
      apiVersion: 'v3',
      checkedAt: NOW.toISOString(),
    });
    expect(JSON.stringify(overview)).not.toContain('sealed-password');
    expect(overview.options).toEqual([
      {
        handle: 'STANDARD',
        kind: 'home',
        name: 'Livraison standard',
        priceInWords: '€4.90, free from €60.00',
        countries: ['FR', 'DE'],
        active: true,
        position: 1,
      },
    ]);
    expect(overview.timezone).toBe('Europe/Paris');
  });

  test('says why the connection fails, and lists every problem', async () => {
    await keepShop();
    await connect();
    await problems.raise(SHOP, {
      key: 'onestock_connection',
      severity: 'critical',
      message: 'Wrong password.',
    });

    const { connection, problems: listed } = await activity.readOverview(SHOP);

    expect(connection).toMatchObject({ state: 'failing', message: 'Wrong password.' });
    expect(listed).toEqual([
      {
        key: 'onestock_connection',
        severity: 'critical',
        message: 'Wrong password.',
        raisedAt: NOW.toISOString(),
      },
    ]);
  });

  test('shows the last twenty rate requests of this shop, newest first', async () => {
    for (let minute = 0; minute < 22; minute++) await keepCallback(SHOP, minute);
    await keepCallback('other.myshopify.com', 59);

    const { callbacks } = await activity.readOverview(SHOP);

    expect(callbacks).toHaveLength(20);
    expect(callbacks[0]).toEqual({
      id: expect.any(String),
      receivedAt: '2026-11-21T10:21:00.000Z',
      country: 'FR',
      postalPrefix: '75',
      rung: 'onestock',
      status: 200,
      durationMs: 41.5,
      phasesMs: { onestock: 40 },
      rateCount: 1,
      lines: [
        { sku: 'SKU-001', quantity: 2 },
        { sku: '(no SKU)', quantity: 1 },
      ],
      options: [{ code: 'STANDARD', handle: 'STANDARD', kept: true, reason: 'promised', rung: 'onestock' }],
      failure: { code: 'onestock_timeout', message: 'Late.' },
    });
  });
});

async function keepCallback(shop: string, minute: number) {
  const answerId = randomUUID();
  const receivedAt = new Date(Date.UTC(2026, 10, 21, 10, minute));
  await prisma.rateAnswer.create({
    data: {
      id: answerId,
      shop,
      composedAt: receivedAt,
      country: 'FR',
      postalPrefix: '75',
      lines: [
        { sku: 'SKU-001', quantity: 2 },
        { sku: null, quantity: 1 },
      ],
      status: 200,
      rung: 'onestock',
      rateCount: 1,
      options: [{ code: 'STANDARD', handle: 'STANDARD', kept: true, reason: 'promised', rung: 'onestock' }],
      failure: { code: 'onestock_timeout', message: 'Late.' },
    },
  });
  await prisma.callback.create({
    data: { id: randomUUID(), shop, answerId, receivedAt, durationMs: 41.5, phasesMs: { onestock: 40 } },
  });
}
