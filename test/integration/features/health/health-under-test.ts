import { randomUUID } from 'node:crypto';
import { ok, type Result } from 'neverthrow';
import { beforeEach } from 'vitest';
import type { AttachmentError, AttachmentSummary } from '#app/features/carrier-service/index.ts';
import { createDeliveryOptions } from '#app/features/delivery-options/index.ts';
import { createHealth } from '#app/features/health/index.ts';
import { createObstacles, type RaisedObstacle } from '#app/features/obstacles/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { createFakeAdminShop, type FakeAdminShop } from '#test/support/fake-admin-shop.ts';

export const SHOP = 'example.myshopify.com' as ShopDomain;
export const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
export const NOW = new Date('2026-11-21T10:30:00Z');
export const MINUTE_MS = 60_000;

export const ATTACHED: AttachmentSummary = {
  mode: 'profiles',
  carrierService: 'registered',
  coverage: { attached: 2, hidingNewServices: 0, total: 3 },
};

interface Kept {
  shop?: ShopDomain;
  minutesAgo: number;
  rung?: string;
  durationMs?: number;
  oneStockMs?: number;
  failure?: string;
}

/** What Shopify says; a test may change it. */
interface Shopify {
  admin: FakeAdminShop;
  attachment: Result<AttachmentSummary, AttachmentError>;
}

/** The health of a shop over a real database, with Shopify in memory. Call it at the top of a test file: every test there begins without shops. */
export function healthUnderTest(database: Database) {
  const { prisma } = database;
  const clock = { now: () => NOW };
  const obstacles = createObstacles(database, clock);
  const deliveryOptions = createDeliveryOptions(database, clock);
  const shopify: Shopify = { admin: createFakeAdminShop(), attachment: ok(ATTACHED) };

  const health = () =>
    createHealth({
      database,
      clock,
      adminClients: shopify.admin,
      obstacles,
      remedyHandlers: {},
      carrierService: { checkAttachment: async () => shopify.attachment },
      deliveryOptions,
    });

  beforeEach(async () => {
    await database.pool.query(
      'delete from shop; delete from callback; delete from rate_answer; delete from answered_hour; delete from obstacle; delete from order_promise; delete from inbox_event',
    );
    shopify.admin = createFakeAdminShop();
    shopify.attachment = ok(ATTACHED);
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

  return { health, shopify, obstacles, keepShop, connect, keepOption, keepCallback };
}

/** An obstacle of the account, or by its source of anything else of the shop. */
export function ofAccount(source: string): RaisedObstacle {
  return {
    subject: { kind: 'onestock_account', id: '' },
    source,
    causes: [{ code: 'policy', params: { userId: 'api_user', refused: 'orders' } }],
    severity: 'critical',
    remedies: ['open'],
  };
}
