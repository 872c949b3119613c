import { Session } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRatePreviews, type PreviewLine, type RatePreview } from '#app/features/promise/index.ts';
import type { Rate } from '#app/features/promise/types.ts';
import { type AdminClients, createAdminClients } from '#app/gateways/shopify/admin-client.ts';
import { SHOP_FACTS } from '#app/gateways/shopify/operations/shop.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createLogger } from '#app/platform/log.ts';
import { type ShopifySimulator, startShopify } from '#sandbox/shopify/index.ts';
import { withoutQuoteIds } from '#test/support/asked-rates.ts';
import { checkoutDoor } from '#test/support/checkout-door.ts';
import { freshDatabase } from '#test/support/database.ts';
import { fakeOneStock, minutesAfter, NOW, promisesFor, type Reply } from '#test/support/promises.ts';
import { collectOption, deliveryOption, SHOP, snapshot } from '#test/support/rate-requests.ts';

const { database } = await freshDatabase();
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

const LINE: PreviewLine = {
  kind: 'own',
  variantId: null,
  sku: 'SKU-001',
  quantity: 2,
  grams: null,
  unitPrice: null,
};
const PREVIEW: RatePreview = {
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

const reasons = ({ options }: { options: { code: string; reason: string }[] }) =>
  Object.fromEntries(options.map(({ code, reason }) => [code, reason]));

describe('a preview', () => {
  it('shows the very rates that the checkout shows for the request that Shopify would send', async () => {
    const { attempt, door } = shopUnderPreview();
    const tried = await attempt();
    const { rates } = await door.ask(tried.request);
    const { rates: triedRates } = tried.answer as { rates: Rate[] };
    expect(withoutQuoteIds(triedRates)).toEqual(withoutQuoteIds(rates ?? []));
    expect(triedRates.length).toBeGreaterThan(1);
    expect(tried.options).toEqual(door.trace().options);
    expect(tried.rates.map(({ code, name, price }) => [code, name, price])).toEqual(
      rates?.map((rate) => [rate.service_code, rate.service_name, Number(rate.total_price)]),
    );
  });

  it.each(['new', 'checkout'] as const)(
    'leaves nothing behind, in no table and in no memory: mode %s',
    async (mode) => {
      const { attempt, door } = shopUnderPreview();
      const before = await everythingKept();
      await attempt({ mode });
      await attempt({ mode });
      expect(await everythingKept()).toEqual(before);
      await door.ask((await attempt({ mode })).request);
      expect(door.trace().rung).toBe('onestock');
    },
  );

  it('as the checkout would answer now goes by what is remembered; as a new request it asks', async () => {
    const { attempt, door, questions } = shopUnderPreview();
    const { request } = await attempt();
    await door.ask(request);
    questions.length = 0;
    expect((await attempt({ mode: 'checkout' })).rung).toBe('memory');
    expect(questions).toHaveLength(0);
    expect((await attempt({ mode: 'new' })).rung).toBe('onestock');
    expect(questions).toHaveLength(1);
  });

  it('of another process’s answer goes by what the database shares', async () => {
    const first = shopUnderPreview([deliveryOption()]);
    first.oneStock.reply = (question) =>
      promisesFor(question, ({ deliveryMethod }) => ({
        option: {
          delivery_method: deliveryMethod,
          status: 'valid',
          cutoff: minutesAfter(60).getTime() / 1000,
          eta_end: minutesAfter(600).getTime() / 1000,
        },
      }));
    await first.door.ask((await first.attempt()).request);
    await expect.poll(async () => (await everythingKept()).cached.length, { interval: 10 }).toBe(1);
    // A database that is slow to tell is not waited for: the next process asks again.
    const elsewhere = () => shopUnderPreview([deliveryOption()]).attempt({ mode: 'checkout' });
    await expect.poll(async () => (await elsewhere()).rung, { timeout: 5_000 }).toBe('shared');
  });

  it('says that OneStock failed, and what each option did then', async () => {
    const { attempt, oneStock } = shopUnderPreview();
    oneStock.reply = () => 'onestock_unreachable';
    const tried = await attempt();
    expect(tried).toMatchObject({ status: 200, rung: 'fallback', failure: { code: 'onestock_unreachable' } });
    expect(reasons(tried)).toMatchObject({
      STANDARD: 'onestock_unreachable',
      'COLLECT:store_capitole': 'onestock_unreachable, fallback_hides',
    });
  });

  it('never opens the shop’s breaker, and is held back by an open one only as the checkout would be', async () => {
    const { attempt, door, oneStock } = shopUnderPreview();
    oneStock.reply = () => 'onestock_failed';
    for (let failures = 0; failures < 6; failures += 1) await attempt({ mode: 'checkout' });
    const { request } = await attempt();
    await door.ask(request);
    expect(door.trace().failure?.code).toBe('onestock_failed');
    for (let failures = 0; failures < 4; failures += 1) await door.ask(request);
    expect((await attempt({ mode: 'checkout' })).failure?.code).toBe('onestock_breaker_open');
    expect((await attempt({ mode: 'new' })).failure?.code).toBe('onestock_failed');
    oneStock.reply = (question) => promisesFor(question);
    expect((await attempt({ mode: 'new' })).rung).toBe('onestock');
  });

  it('judges cut-offs as of the moment that is tried, in the shop’s zone', async () => {
    const { attempt } = shopUnderPreview([deliveryOption()]);
    // The promise's cut-off is at 16:00 in Paris.
    expect(reasons(await attempt({ moment: '2026-11-21T15:30' }))).toEqual({ STANDARD: 'promised' });
    const after = await attempt({ moment: '2026-11-21T16:01' });
    expect(after.judgedAt).toBe('2026-11-21T15:01:00.000Z');
    expect(reasons(after)).toEqual({ STANDARD: 'cutoff_passed' });
  });

  it('waits for a late answer to see it, and shows what the shopper saw without it', async () => {
    const { attempt, oneStock } = shopUnderPreview([deliveryOption()], 20);
    const late = Promise.withResolvers<Reply>();
    oneStock.reply = () => late.promise;
    let isOver = false;
    const tried = attempt().finally(() => {
      isOver = true;
    });
    let wasOver = true;
    setTimeout(() => {
      wasOver = isOver;
      late.resolve([]);
    }, 200);
    expect(await tried).toMatchObject({ rung: 'fallback', failure: { code: 'onestock_late' } });
    expect(wasOver).toBe(false);
  });

  it('of a shop without options shows nothing, and says that there are none', async () => {
    expect(await shopUnderPreview([]).attempt()).toMatchObject({ status: 503, optionCount: 0, rates: [] });
  });
});

describe('the basket of a preview', () => {
  const items = ({ request }: { request: unknown }) =>
    (request as { rate: { items: Record<string, unknown>[] } }).rate.items;

  it('takes name, weight and price from Shopify, by SKU as by the variant that was picked', async () => {
    const { attempt } = shopUnderPreview();
    const variant = shopify.store.variants.find(({ sku }) => sku === 'SKU-001');
    if (!variant) throw new Error('The simulated shop sells SKU-001.');
    const known = { sku: 'SKU-001', grams: variant.grams, price: variant.price, requires_shipping: true };
    const bySku = await attempt();
    expect(items(bySku)).toMatchObject([known]);
    expect(bySku.warnings).toEqual([]);
    const picked = await attempt({ lines: [{ ...LINE, variantId: variant.id, sku: null }] });
    expect(items(picked)).toEqual(items(bySku));
  });

  it('takes what was typed before what Shopify says', async () => {
    const tried = await shopUnderPreview().attempt({ lines: [{ ...LINE, grams: 7, unitPrice: 100 }] });
    expect(items(tried)).toMatchObject([{ grams: 7, price: 100 }]);
  });

  it('may hold a SKU that Shopify does not know, of which it warns', async () => {
    const tried = await shopUnderPreview().attempt({ lines: [LINE, { ...LINE, sku: 'NO "SUCH" SKU' }] });
    expect(tried.warnings).toEqual([{ code: 'variant_unknown', sku: 'NO "SUCH" SKU' }]);
    expect(items(tried)[1]).toMatchObject({ sku: 'NO "SUCH" SKU', variant_id: null, grams: 0, price: 0 });
    expect(tried.rates.length).toBeGreaterThan(0);
  });

  it('may hold goods of another service and a custom line, and tells why OneStock was not asked about them', async () => {
    const { attempt, door, questions } = shopUnderPreview();
    const tried = await attempt({
      lines: [
        LINE,
        { ...LINE, kind: 'other_service', sku: 'SKU-002', quantity: 1 },
        { ...LINE, kind: 'custom', sku: null, quantity: 1 },
      ],
    });
    expect(questions.map(({ lines }) => lines)).toEqual([[{ itemId: 'SKU-001', quantity: 2 }]]);
    expect(tried.warnings).toEqual([]);
    expect(tried.lines).toEqual([
      { sku: 'SKU-001', quantity: 2 },
      { sku: 'SKU-002', quantity: 1, unasked: 'of_other_service', service: 'another-service' },
      { sku: null, quantity: 1, unasked: 'custom_line' },
    ]);
    await door.ask(tried.request);
    expect(door.trace()).toMatchObject({ lines: tried.lines, options: tried.options });
    const alone = await attempt({ lines: [{ ...LINE, kind: 'other_service' }] });
    expect(alone).toMatchObject({ status: 200, rung: 'fallback', failure: null, exchanges: [] });
    expect(reasons(alone)).toMatchObject({
      STANDARD: 'only_outside_lines',
      'COLLECT:store_capitole': 'only_outside_lines, store_unknown',
    });
  });

  it('is tried as it was typed while Shopify is out of reach, of which it warns', async () => {
    const { attempt, products } = shopUnderPreview();
    products.adminClients = { forShop: () => new Promise(() => {}) };
    const tried = await attempt();
    expect(tried.warnings).toEqual([{ code: 'products_unread' }]);
    expect(tried.rates.length).toBeGreaterThan(0);
  });
});

it('only a few previews of a shop are under way at once, and each that ends makes room for another', async () => {
  const { run, oneStock, questions } = shopUnderPreview();
  const held = Promise.withResolvers<Reply>();
  oneStock.reply = () => held.promise;
  const first = [1, 2, 3].map(() => run(SHOP, PREVIEW));
  const refused = await run(SHOP, PREVIEW);
  expect(refused._unsafeUnwrapErr()).toMatchObject({ code: 'too_many_previews', retryable: true });
  const another = await run('other.myshopify.com' as typeof SHOP, { ...PREVIEW, lines: [] });
  expect(another.isOk()).toBe(true);
  await vi.waitFor(() => expect(questions).toHaveLength(3));
  held.resolve([]);
  for (const outcome of await Promise.all(first)) expect(outcome.isOk()).toBe(true);
  expect((await run(SHOP, PREVIEW)).isOk()).toBe(true);
});

it('a moment is not in the way of a fresh answer from memory', async () => {
  const { attempt, door } = shopUnderPreview();
  await door.ask((await attempt()).request);
  const soon = minutesAfter(2).toLocaleString('sv-SE', { timeZone: 'Europe/Paris' }).replace(' ', 'T');
  expect((await attempt({ mode: 'checkout', moment: soon.slice(0, 16) })).rung).toBe('memory');
  expect((await attempt({ mode: 'checkout', moment: '2026-11-21T14:00' })).rung).toBe('onestock');
});
