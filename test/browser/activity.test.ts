import { randomUUID } from 'node:crypto';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHealth, type RemedyHandlers } from '#app/features/health/index.ts';
import { createObstacles, type RaisedObstacle } from '#app/features/obstacles/index.ts';
import { dismissOrders, retryOrders } from '#app/features/orders/promise/settle-orders.ts';
import { createTraces } from '#app/features/promise/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP, type OpenPage, PHONE, startBrowser } from '#test/support/browser.ts';
import { freshDatabase } from '#test/support/database.ts';
import { SHOP as SHOP_NAME, startEmbeddedApp } from '#test/support/embedded-app.ts';
import { inboxUnderTest, keepEvent } from '#test/support/inbox.ts';
import { keepCallback, quoteIdOf } from '#test/support/kept-activity.ts';
import { keepOrder } from '#test/support/kept-orders.ts';
import { NO_ORDERS, pageServices } from '#test/support/page-services.ts';
import { runsUnderTest } from '#test/support/run-to-end.ts';
import { takeShot } from '#test/support/screenshots.ts';

const SHOP = SHOP_NAME as ShopDomain;
const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
const MINUTE_MS = 60_000;

const { database } = await freshDatabase();
const { pool, prisma } = database;
const clock = systemClock;
const inbox = inboxUnderTest(database);
const traces = createTraces(database);
const obstacles = createObstacles(database, clock);
const orders = { database, clock, obstacles, jobs: createJobs<'resolve-order'>(pool) };
let settleOrders = (ids: readonly string[]) => retryOrders(orders, SHOP, ids);
const remedyHandlers: RemedyHandlers = {
  promise: {
    retry: (_, ids) => settleOrders(ids),
    dismiss: (shop, ids) => dismissOrders(orders, shop, ids),
  },
  event: { retry: inbox.retry, dismiss: inbox.dismiss },
};
const { attention, countAttention, attentionSummary, retry, dismiss } = createHealth({
  database,
  obstacles,
  remedyHandlers,
} as unknown as Parameters<typeof createHealth>[0]);
const health = { attention, countAttention, attentionSummary, retry, dismiss };
const app = await startEmbeddedApp(
  pageServices({
    traces,
    inbox,
    health,
    orders: { views: { count: async () => ({ ...NO_ORDERS, isOn: true }) } },
    deliveryOptions: { listAll: async () => [] },
    runs: runsUnderTest(database).runs,
  }),
);
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

let opened: OpenPage;
beforeEach(async () => {
  settleOrders = (ids) => retryOrders(orders, SHOP, ids);
  await pool.query(
    `delete from callback; delete from rate_answer; delete from shown_rate; delete from inbox_event; delete from order_promise; delete from order_export; delete from obstacle; delete from run;
     delete from graphile_worker._private_jobs`,
  );
  opened = await browser.open();
});
afterEach(() => opened.context.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

/** WHEN a merchant opens a page of the app in the admin. */
async function open(path: string, page = opened.page, locale = 'en'): Promise<Frame> {
  const address = `${app.admin.appPage}${path}${path.includes('?') ? '&' : '?'}locale=${locale}`;
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return vi.waitUntil(() => page.frame('app-iframe'));
}

/** Until the page has taken over from the server, which names the document. */
const alive = (frame: Frame, title: string) =>
  vi.waitUntil(async () => (await frame.title()).startsWith(title), { timeout: 10_000 });
const tab = (frame: Frame, name: string | RegExp) => frame.getByRole('tab', { name });
const row = (frame: Frame, text: string) => frame.getByRole('row').filter({ hasText: text });

/** GIVEN a shop in which everything has happened that the page can show. */
async function aBusyShop() {
  const timeout = {
    code: 'onestock_timeout',
    message: 'OneStock did not answer in time. Shoppers saw a fallback.',
  };
  const decided = [
    { code: 'OPTION-1', handle: 'OPTION-1', kept: true, reason: 'promised', rung: 'onestock' as const },
    { code: 'EXPRESS', handle: 'EXPRESS', kept: false, reason: 'country_not_served', rung: 'none' as const },
  ];
  const callbackId = await keepCallback(database, {
    shop: SHOP,
    receivedAt: minutesAgo(9),
    rates: 2,
    options: decided,
  });
  await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(8), rung: 'memory', rates: 2 });
  await keepCallback(database, {
    shop: SHOP,
    receivedAt: minutesAgo(7),
    rung: 'none',
    country: 'DE',
    status: 503,
    failure: timeout,
    options: [
      {
        code: 'EXPRESS',
        handle: 'EXPRESS',
        kept: false,
        reason: 'onestock_timeout, fallback_hides',
        rung: 'none',
      },
    ],
  });
  await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(6), rung: 'fallback', rates: 1 });
  const order = { shop: SHOP, firstSeenAt: minutesAgo(5) };
  await prisma.orderPromise.create({
    data: {
      ...order,
      orderId: 'gid://shopify/Order/1001',
      orderName: '#1001',
      state: 'resolved',
      source: 'checkout',
      groups: [{ quoteId: quoteIdOf(callbackId, 1) }],
    },
  });
  const refused = { code: 'metafields_refused', params: { order: '#1002', said: 'Not this type.' } };
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1002, seenAt: order.firstSeenAt, promiseState: 'waiting' },
    obstacles: [{ source: 'promise', causes: [refused], remedies: ['retry', 'dismiss', 'open'] }],
  });
  const event = { source: 'shopify', shop: SHOP, topic: 'orders/create', receivedAt: minutesAgo(5) };
  await prisma.inboxEvent.create({
    data: {
      ...event,
      messageId: randomUUID(),
      subject: 'gid://shopify/Order/1001',
      state: 'done',
      attempts: 1,
      handledAt: minutesAgo(5),
    },
  });
  const eventId = await keepEvent(database, {
    ...event,
    topic: 'fulfillment_orders/order_routing_complete',
    subject: 'gid://shopify/FulfillmentOrder/77',
    state: 'needs_attention',
    attempts: 10,
    facts: { locationId: '12' },
    failure: { code: 'shopify_unreachable' },
  });
  await prisma.run.createMany({
    data: [
      {
        shop: SHOP,
        kind: 'check_account',
        startedBy: 'schedule',
        askedAt: minutesAgo(4),
        startedAt: minutesAgo(4),
        finishedAt: minutesAgo(3.99),
        state: 'done',
      },
      {
        shop: SHOP,
        kind: 'prepare_shop',
        startedBy: 'event',
        askedAt: minutesAgo(3),
        startedAt: minutesAgo(3),
        finishedAt: minutesAgo(2.999),
        state: 'failed',
        causes: [{ code: 'shopify_throttled' }],
      },
    ],
  });
  const { id: runId } = await prisma.run.create({
    data: {
      shop: SHOP,
      kind: 'sweep_orders',
      startedBy: 'merchant',
      askedAt: minutesAgo(2),
      startedAt: minutesAgo(2),
      state: 'running',
      total: 400,
      done: 118,
      failed: 2,
      counts: { order_taken_up: 118, shopify_timeout: 2 },
      causes: [{ code: 'shopify_timeout' }],
      outcomes: {
        create: ['order_taken_up', 'shopify_timeout'].map((code, place) => ({
          number: place + 1,
          subject: `gid://shopify/Order/${1001 + place}`,
          code,
          hasFailed: place === 1,
        })),
      },
    },
  });
  await orders.jobs.enqueue(
    'resolve-order',
    { shop: SHOP, orderId: 'gid://shopify/Order/1001' },
    { runAt: minutesAgo(-5) },
  );
  return { callbackId, eventId, runId };
}

describe('the rate requests', () => {
  test('are filtered by what stands in the address, which can be shared and gone back from', async () => {
    await aBusyShop();
    const frame = await open('/app/activity?rungs=none');
    await row(frame, 'HTTP 503').waitFor();
    expect(await row(frame, 'OneStock').count()).toBe(0);

    await frame
      .getByRole('button', { name: 'Remove Answered from' })
      .or(frame.getByRole('button', { name: /^Clear/ }))
      .first()
      .click();
    await row(frame, 'Remembered').waitFor();
    expect(await row(frame, 'HTTP 503').count()).toBe(1);
    await frame.evaluate(() => history.back());
    await row(frame, 'Remembered').waitFor({ state: 'detached' });
    await row(frame, 'HTTP 503').waitFor();
    expect(opened.faults).toEqual([]);
  });

  test('lead from an order to the request whose promise it carries, and from there to why', async () => {
    await aBusyShop();
    const frame = await open('/app/activity');
    await row(frame, 'HTTP 503').waitFor();
    await frame.getByPlaceholder('Search by order').fill('1001');
    await row(frame, 'HTTP 503').waitFor({ state: 'detached' });
    await row(frame, 'OneStock').getByRole('link').click();

    await frame.getByRole('heading', { level: 1, name: 'Rate request of' }).waitFor();
    for (const text of ['OneStock promised it', 'Not offered in this country', '2 × SKU-1', 'Option 1'])
      expect(await frame.getByText(text).first().isVisible()).toBe(true);
    expect(
      await frame.getByRole('link', { name: 'Open order #1001 in Shopify' }).first().getAttribute('href'),
    ).toBe('shopify://admin/orders/1001');
    expect(opened.faults).toEqual([]);
  });

  test('that are another shop’s, or none, are not found', async () => {
    const foreign = await keepCallback(database, { shop: OTHER_SHOP, receivedAt: minutesAgo(1) });
    for (const id of [foreign, randomUUID(), 'nonsense']) {
      const frame = await open(`/app/activity/callbacks/${id}`);
      await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    }
  });
});

describe('what needs attention', () => {
  test('is counted on its tab, says why, and is tried again together', async () => {
    await aBusyShop();
    const frame = await open('/app/activity');
    await tab(frame, /^Needs attention.*2$/).click();
    await frame.getByText('Shopify refused to write').waitFor();
    await frame
      .getByRole('checkbox', { name: /Select all/ })
      .first()
      .check();
    await frame.getByRole('button', { name: 'Try again', exact: true }).first().click();
    await frame.getByText('Nothing needs your attention').waitFor();
    await opened.page.getByText('2 are being tried again').waitFor();
    const keys = await pool.query<{ key: string }>(
      'select key from graphile_worker.jobs where key is not null',
    );
    expect(keys.rows).toHaveLength(2);
    expect(opened.faults).toEqual([]);
  });

  test('is dismissed one by one, and a second press of another person says that nothing was left to do', async () => {
    await aBusyShop();
    const frame = await open('/app/activity?list=attention');
    const dismiss = frame.getByRole('button', { name: 'Dismiss: The promise on order #1002' });
    await dismiss.waitFor();
    await dismissOrders(orders, SHOP, ['gid://shopify/Order/1002']);
    await dismiss.click();
    await opened.page.getByText('Nothing was left to do').waitFor();
    await dismiss.waitFor({ state: 'detached' });
    expect(await frame.getByRole('link', { name: 'Order routed to locations' }).isVisible()).toBe(true);
  });

  test('is settled together on a phone as well', async () => {
    await aBusyShop();
    await opened.page.setViewportSize(PHONE);
    const frame = await open('/app/activity?list=attention');
    const dismiss = frame.getByRole('button', { name: 'Dismiss', exact: true }).first();
    await frame.getByRole('checkbox', { name: 'Select The promise on order #1002' }).check();
    await frame.getByRole('checkbox', { name: 'Select all' }).check();
    await dismiss.click();
    await frame.getByText('Nothing needs your attention').waitFor();
    await opened.page.getByText('2 were dismissed').waitFor();
    expect(opened.faults).toEqual([]);
  });

  test('stays where it is when it could not be settled, and the merchant is told', async () => {
    await aBusyShop();
    settleOrders = () => Promise.reject(new Error('the database is gone'));
    const frame = await open('/app/activity?list=attention');
    await frame.getByRole('button', { name: 'Try again: The promise on order #1002' }).click();
    await opened.page.getByText('It did not work').waitFor();
    expect(await frame.getByText('Shopify refused to write').isVisible()).toBe(true);
  });

  test('says why in French as well', async () => {
    const { eventId } = await aBusyShop();
    const list = await open('/app/activity?list=attention', opened.page, 'fr');
    await list
      .getByText('Shopify a refusé d’inscrire la promesse de livraison sur la commande #1002')
      .waitFor();
    await takeShot(opened.page, 'activity-attention-french');
    const story = await open(`/app/activity/events/${eventId}`, opened.page, 'fr');
    await story.getByText('Shopify est injoignable. Après 10 essais').waitFor();
  });

  test('names work that was given up by what it does, and leads to the list of jobs', async () => {
    await obstacles.raise(SHOP, {
      subject: { kind: 'run', id: 'mirror_stores' },
      source: 'run',
      causes: [{ code: 'mirror_stores_given_up' }, { code: 'onestock_failed' }],
      severity: 'warning',
      attempts: 10,
      remedies: ['retry', 'dismiss'],
    });
    const frame = await open('/app/activity?list=attention');
    await frame.getByText('The app stopped reading the stores from OneStock.').waitFor();
    const name = frame.getByRole('link', { name: 'Read the stores from OneStock' });
    expect(await name.getAttribute('href')).toContain('/app/activity?list=jobs');
  });

  test('is tried again from its own page, too', async () => {
    const { eventId } = await aBusyShop();
    const frame = await open(`/app/activity/events/${eventId}`);
    await frame.getByText('Shopify could not be reached').waitFor();
    // The page has taken over from the server once it names the document.
    await alive(frame, 'Order routed');
    await frame.getByRole('button', { name: 'Try again', exact: true }).click();
    await frame.getByText('Waiting').waitFor();
    expect(await frame.getByRole('button', { name: 'Try again', exact: true }).count()).toBe(0);
    expect(opened.faults).toEqual([]);
  });

  test('of another shop is not found', async () => {
    const id = await keepEvent(database, { shop: OTHER_SHOP, state: 'needs_attention' });
    const frame = await open(`/app/activity/events/${id}`);
    await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
  });
});

describe('a run', () => {
  test('shows how far it is while it moves, and is found again in the list', async () => {
    const { runId } = await aBusyShop();
    const frame = await open('/app/activity?list=jobs');
    await row(frame, '120 of 400').getByText('2 failed').waitFor();
    await prisma.run.update({ where: { id: runId }, data: { done: 248 } });
    await row(frame, '250 of 400').waitFor();
    await frame.getByRole('link', { name: 'Look for orders that were not announced' }).click();
    await frame.getByText('250 of 400').waitFor();
    await frame.getByText('The order was taken up.').first().waitFor();
    await prisma.run.update({
      where: { id: runId },
      data: { state: 'done', finishedAt: new Date(), causes: [] },
    });
    await frame.getByText('Done', { exact: true }).waitFor();
    expect(await frame.getByRole('button', { name: 'Cancel' }).count()).toBe(0);
    expect(opened.faults).toEqual([]);
  });

  test('is paused, goes on, and is cancelled from its page', async () => {
    const { runId } = await aBusyShop();
    const frame = await open(`/app/activity/runs/${runId}`);
    await alive(frame, 'Look for orders');
    const state = async () => (await prisma.run.findUniqueOrThrow({ where: { id: runId } })).state;
    for (const [command, becomes] of [
      ['Pause', 'paused'],
      ['Go on', 'running'],
      ['Cancel', 'cancelling'],
    ] as const) {
      await frame.getByRole('button', { name: command, exact: true }).click();
      await vi.waitUntil(async () => (await state()) === becomes, { timeout: 10_000 });
    }
    await frame.getByText('Being cancelled').waitFor();
    const waiting = await pool.query<{ key: string }>(
      "select key from graphile_worker.jobs where task_identifier = 'take-run-step'",
    );
    expect(waiting.rows).toEqual([{ key: `run:sweep_orders:${SHOP}` }]);
    expect(opened.faults).toEqual([]);
  });

  test('of another shop is not found', async () => {
    const { id } = await prisma.run.create({
      data: { shop: OTHER_SHOP, kind: 'sweep_orders', startedBy: 'schedule', askedAt: minutesAgo(1) },
    });
    const frame = await open(`/app/activity/runs/${id}`);
    await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
  });
});

/** GIVEN a shop with obstacles of every kind. */
async function aShopInTrouble() {
  await aBusyShop();
  await database.pool.query(
    "update order_promise set state = 'resolved'; delete from inbox_event; delete from obstacle",
  );
  const order = (number: number) => ({ kind: 'order', id: `gid://shopify/Order/${number}` });
  const account = { kind: 'onestock_account', id: '' };
  const raised: RaisedObstacle[] = [
    {
      subject: order(1001),
      source: 'export',
      causes: [{ code: 'onestock_refused' }],
      severity: 'warning',
      attempts: 10,
      remedies: ['retry'],
    },
    {
      subject: order(1002),
      source: 'promise',
      causes: [{ code: 'metafields_refused', params: { order: '#1002', said: 'Not this type.' } }],
      severity: 'warning',
      attempts: 10,
      remedies: ['retry', 'dismiss'],
    },
  ];
  for (const obstacle of raised) await obstacles.raise(SHOP, obstacle);
  const inAccount: RaisedObstacle[] = [
    {
      subject: account,
      source: 'onestock_webhook',
      causes: [{ code: 'webhook_paused' }],
      severity: 'warning',
      remedies: ['open'],
    },
    {
      subject: { kind: 'carrier_service', id: '' },
      source: 'carrier_service',
      causes: [{ code: 'carrier_service_refused', params: { said: 'Not on your plan.' } }],
      severity: 'critical',
      remedies: ['retry'],
    },
  ];
  return { raiseOfShop: () => Promise.all(inAccount.map((one) => obstacles.raise(SHOP, one))) };
}

describe('an order that OneStock refused and a promise that is not written', () => {
  test('are two in the list, on Home and on its card, and each leads to its order', async () => {
    await aShopInTrouble();
    const list = await open('/app/activity?list=attention');
    await tab(list, /^Needs attention.*2$/).waitFor();
    for (const [name, page] of [
      ['Sending order #1001 to OneStock', '/app/orders/1001'],
      ['The promise on order #1002', '/app/orders/1002'],
    ] as const)
      expect(await list.getByRole('link', { name, exact: true }).getAttribute('href')).toBe(page);
    expect(await row(list, 'order #').count()).toBe(2);

    const home = await open('/app');
    await home.getByText('2 things need your attention').waitFor();
    const fact = home.locator('dl > div').filter({ has: home.getByRole('link', { name: 'Need attention' }) });
    expect(await fact.locator('dd').getByText('2', { exact: true }).isVisible()).toBe(true);
    expect(await fact.getByRole('link').getAttribute('href')).toBe('/app/activity?list=attention');
    expect(opened.faults).toEqual([]);
  });

  test.each([
    ['desktop', undefined],
    ['phone', PHONE],
  ])('stand on a %s beside what is wrong with the shop itself, in one list', async (device, viewport) => {
    const { raiseOfShop } = await aShopInTrouble();
    await raiseOfShop();
    const { page, context, faults } = await browser.open(viewport);
    const list = await open('/app/activity?list=attention', page);
    await list.getByRole('link', { name: 'The registration for shipping rates needs attention' }).waitFor();
    await tab(list, /^Needs attention.*4$/).waitFor();
    expect(await axeViolations(list)).toEqual([]);
    await takeShot(page, `attention-mixed-${device}`);
    const home = await open('/app', page);
    await home.getByText('4 things need your attention').waitFor();
    await takeShot(page, `home-mixed-${device}`);
    expect(await axeViolations(home)).toEqual([]);
    const width = await home.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** Until what is streamed has arrived. */
async function settled(frame: Frame, path: string): Promise<void> {
  const shown = path.includes('list=') ? 'table, ul:has(input), [class*="IndexTable__CondensedList"]' : 'dl';
  await frame.locator(shown).first().waitFor();
}

const TABS = ['requests', 'attention', 'events', 'jobs'];

test('each list says what will fill it while it is empty, in French as well', async () => {
  const frame = await open('/app/activity', opened.page, 'fr');
  for (const [name, text] of [
    ['Demandes de tarifs', 'Aucun acheteur n’a encore demandé de tarifs'],
    ['Événements', 'Rien n’a encore été reçu'],
    ['Travail en arrière-plan', 'Rien n’a encore été exécuté'],
    ['À vérifier', 'Rien ne demande votre attention'],
  ] as const) {
    await tab(frame, name).click();
    await frame.getByText(text).waitFor();
  }
  expect(opened.faults).toEqual([]);
});

test('every list and page fits a desktop and a phone, and has no fault that axe finds', async () => {
  const { callbackId, eventId, runId } = await aBusyShop();
  const { page, faults } = opened;
  const stories = [`callbacks/${callbackId}`, `events/${eventId}`, `runs/${runId}`];
  const paths = [...TABS.map((list) => `?list=${list}`), ...stories.map((story) => `/${story}`)];
  for (const path of paths.map((rest) => `/app/activity${rest}`)) {
    const frame = await open(path, page);
    for (const [device, viewport] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      await page.setViewportSize(viewport);
      await settled(frame, path);
      const width = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await takeShot(page, `activity-${path.replaceAll(/[^a-z]+/g, '-').slice(14, 40)}-${device}`);
      expect([path, width]).toEqual([path, expect.toSatisfy((excess: number) => excess <= 0)]);
      expect([path, await axeViolations(frame)]).toEqual([path, []]);
    }
  }
  expect(faults).toEqual([]);
});
