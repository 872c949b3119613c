import { Session } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from 'vitest';
import { createRatePreviews, type PreviewLine, type RatePreview } from '#app/features/promise/index.ts';
import { type AdminClients, createAdminClients } from '#app/gateways/shopify/admin-client.ts';
import { SHOP_FACTS } from '#app/gateways/shopify/operations/shop.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createLogger } from '#app/platform/log.ts';
import { type ShopifySimulator, startShopify } from '#sandbox/shopify/index.ts';
import { checkoutDoor } from '#test/support/checkout-door.ts';
import { fakeOneStock, NOW, promisesFor, type Reply } from '#test/support/promises.ts';
import { collectOption, deliveryOption, SHOP, snapshot } from '#test/support/rate-requests.ts';

export const LINE: PreviewLine = {
  kind: 'own',
  variantId: null,
  sku: 'SKU-001',
  quantity: 2,
  grams: null,
  unitPrice: null,
};
export const PREVIEW: RatePreview = {
  lines: [LINE],
  destination: {
    country: 'FR',
    region: null,
    zip: '31000',
    city: 'Toulouse',
    latitude: null,
    longitude: null,
  },
  locale: 'fr',
  moment: null,
  mode: 'new',
};

/** Why each option of a preview is shown as it is. */
export const reasons = ({ options }: { options: { code: string; reason: string }[] }) =>
  Object.fromEntries(options.map(({ code, reason }) => [code, reason]));

/** Previews of rates over a simulated Shopify and an OneStock in memory. */
export function previewsUnderTest(database: Database) {
  const log = createLogger('silent');
  let shopify: ShopifySimulator;

  beforeAll(async () => {
    shopify = await startShopify({ apiKey: 'key', apiSecret: 'secret', appUrl: () => 'http://127.0.0.1:1' });
    setAbstractFetchFunc((input, init) => fetch(`${shopify.url}${new URL(String(input)).pathname}`, init));
    // The simulator reads Shopify's schema at its first request, which takes longer than a preview waits.
    const admin = (await simulatedShopify().forShop(SHOP))._unsafeUnwrap();
    (await admin.request(SHOP_FACTS, {}))._unsafeUnwrap();
  });
  afterAll(async () => {
    setAbstractFetchFunc(fetch);
    await shopify.close();
  });
  beforeEach(async () => {
    await database.pool.query(
      'delete from shown_rate; delete from showing; delete from rate_answer; delete from callback; delete from answered_hour; delete from promise_cache',
    );
  });

  const doors: ReturnType<typeof checkoutDoor>[] = [];
  /** What checkouts leave behind in the background is written before the next test looks. */
  afterEach(async () => {
    for (const { promises } of doors.splice(0)) await promises.close();
    await vi.waitFor(() => expect(database.pool.idleCount).toBe(database.pool.totalCount));
  });

  /** A checkout door and the previews of the same shop, over one database and one OneStock. A busy machine makes no answer late. */
  function shopUnderPreview(options = [deliveryOption(), collectOption()], softDeadlineMs = 10_000) {
    const shop = snapshot(options, { softDeadlineMs });
    const oneStock: { reply: (...asked: Parameters<typeof promisesFor>) => Reply | Promise<Reply> } = {
      reply: (question) => promisesFor(question),
    };
    const clock = { now: () => NOW };
    const door = checkoutDoor({ shop, database, clock, reply: (question) => oneStock.reply(question) });
    doors.push(door);
    const { gateway, questions } = fakeOneStock((question) => oneStock.reply(question));
    const products: { adminClients: AdminClients } = { adminClients: simulatedShopify() };
    const previews = createRatePreviews({
      database,
      shops: { shop: async () => shop.shop },
      oneStockAccounts: {
        account: async () => shop.connection,
        stores: async () => shop.stores,
      },
      deliveryOptions: { list: async () => shop.options as never, texts: async () => shop.texts },
      adminClients: { forShop: (domain) => products.adminClients.forShop(domain) },
      oneStock: gateway,
      promises: door.promises,
      clock,
      log,
    });
    return {
      door,
      oneStock,
      products,
      /** What the previews asked OneStock. */
      questions,
      run: previews.run,
      attempt: async (change: Partial<RatePreview> = {}) =>
        (await previews.run(SHOP, { ...PREVIEW, ...change }))._unsafeUnwrap(),
    };
  }

  function simulatedShopify(): AdminClients {
    const session = new Session({ id: 'offline', shop: shopify.shop, state: '', isOnline: false });
    session.accessToken = shopify.accessToken;
    return createAdminClients({
      api: { session: { getOfflineId: () => session.id } } as never,
      sessionStorage: { loadSession: async () => session } as never,
      pool: database.pool,
      clock: systemClock,
      log,
    });
  }

  /** The number of rows of every table, and the remembered answers in full. */
  async function everythingKept() {
    const { rows: tables } = await database.pool.query<{ name: string }>(
      `select table_schema || '.' || quote_ident(table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    const counts = await Promise.all(
      tables.map(async ({ name }) => {
        const { rows } = await database.pool.query(`select count(*)::int as count from ${name}`);
        return [name, rows[0].count];
      }),
    );
    const { rows: cached } = await database.pool.query('select to_jsonb(c) as row from promise_cache c');
    return { counts: Object.fromEntries(counts), cached };
  }

  return { shopUnderPreview, everythingKept, store: () => shopify.store };
}
