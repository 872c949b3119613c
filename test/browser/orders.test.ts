import { err, ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHealth, type RemedyHandlers } from '#app/features/health/index.ts';
import { type Causes, causesJson, createObstacles } from '#app/features/obstacles/index.ts';
import { decideIntent } from '#app/features/orders/convergence/decide-intent.ts';
import { parcelOnHold } from '#app/features/orders/convergence/what-blocks.ts';
import {
  createOrderExports,
  createOrderStories,
  type OrderNow,
  type OrderStories,
} from '#app/features/orders/index.ts';
import { retryOrders } from '#app/features/orders/promise/settle-orders.ts';
import { createTraces } from '#app/features/promise/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP, type OpenPage, startBrowser } from '#test/support/browser.ts';
import { freshDatabase } from '#test/support/database.ts';
import { SHOP as SHOP_NAME, startEmbeddedApp } from '#test/support/embedded-app.ts';
import { keepCallback, quoteIdOf } from '#test/support/kept-activity.ts';
import { keepOrder } from '#test/support/kept-orders.ts';
import { pageServices } from '#test/support/page-services.ts';
import { takeShot } from '#test/support/screenshots.ts';
import { promiseOf } from '#test/support/shown-rates.ts';

const SHOP = SHOP_NAME as ShopDomain;
const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
const NARROW_PHONE = { width: 375, height: 812 };
const HOUR_MS = 3_600_000;
const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS);

const { database } = await freshDatabase();
const { pool, prisma } = database;
const clock = systemClock;
const jobs = createJobs<'resolve-order' | 'converge-order'>(pool);
// OneStock is what each test says; nothing else is asked for by these pages.
const obstacles = createObstacles(database, clock);
const unasked = { oneStockAccounts: {} as never, oneStock: {} as never };
const stories = createOrderStories({ database, obstacles, clock, ...unasked });
const exports = createOrderExports({ database, obstacles, clock, jobs } as never);
let isOn = true;
let inOneStock: OrderStories['now'] = async () => ok(null);
const promise: RemedyHandlers[string] = {
  retry: (shop, ids) => retryOrders({ database, obstacles, jobs, clock }, shop, ids),
};
const health = createHealth({
  database,
  obstacles,
  remedyHandlers: { promise },
} as unknown as Parameters<typeof createHealth>[0]);
const app = await startEmbeddedApp(
  pageServices({
    traces: createTraces(database),
    health: {
      attention: health.attention,
      attentionSummary: health.attentionSummary,
      countAttention: health.countAttention,
      retry: health.retry,
    },
    orders: {
      views: { ...stories, now: (shop, orderId) => inOneStock(shop, orderId) },
      export: exports,
      promise: {
        decideIntent: (intent, decision) => decideIntent({ database, jobs, clock }, intent, decision),
        retry: (shop, ids) => retryOrders({ database, obstacles, jobs, clock }, shop, ids),
      },
    },
    settings: { read: async () => ({ values: { synchronization: { syncsOrders: isOn } } }) as never },
  }),
);
const browser = await startBrowser();
afterAll(async () => {
  await browser.close();
  await app.close();
});

let opened: OpenPage;
beforeEach(async () => {
  await pool.query(
    `delete from shop; delete from callback; delete from rate_answer; delete from shown_rate; delete from order_promise; delete from order_export; delete from fulfillment_intent; delete from order_note; delete from obstacle;
     delete from graphile_worker._private_jobs`,
  );
  await synchronizing(true);
  inOneStock = async () => ok(null);
  opened = await browser.open();
});
afterEach(() => opened.context.close());

/** GIVEN a shop that synchronizes its orders, or does not. */
async function synchronizing(syncsOrders: boolean) {
  isOn = syncsOrders;
  const shop = { installedAt: hoursAgo(99), carrierToken: '', fingerprintSalt: '', syncsOrders };
  await prisma.shop.upsert({
    where: { domain: SHOP },
    update: shop,
    create: {
      ...shop,
      domain: SHOP,
      carrierTokenHash: '1',
      syncsOrdersSince: hoursAgo(90),
      timezone: 'Europe/Paris',
      connection: {
        create: {
          siteId: 's100',
          host: 'https://api-qualif.onestock-retail.com',
          apiVersion: 'v3',
          userId: 'u',
          password: '',
        },
      },
    },
  });
}

/** WHEN a merchant opens a page of the app in the admin. */
async function open(path: string, page = opened.page, locale = 'en'): Promise<Frame> {
  const address = `${app.admin.appPage}${path}${path.includes('?') ? '&' : '?'}locale=${locale}`;
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return vi.waitUntil(() => page.frame('app-iframe'));
}

/** Until the page has taken over from the server, which names the document. */
const alive = (frame: Frame, title: string) =>
  vi.waitUntil(async () => (await frame.title()).startsWith(title), { timeout: 10_000 });
const row = (frame: Frame, text: string) => frame.getByRole('row').filter({ hasText: text });

const LINES = [
  {
    ...{ lineItemId: 'gid://shopify/LineItem/11', itemId: '4001', quantity: 2 },
    ...{ title: 'T-shirt - Blue / M', sku: 'TSHIRT-BLUE-M' },
  },
  { lineItemId: 'gid://shopify/LineItem/12', itemId: 'JEANS-32', quantity: 1 },
];
const DIFFERENCE = { code: 'removed_since_sent', params: { pieces: ['1 × JEANS-32'] } };
const TRACKING = { number: '6A123456789', url: 'https://track.example/6A123456789', company: 'Colissimo' };

/** GIVEN orders in every state, the first with all that can happen to one. */
async function aBusyShop() {
  const callbackId = await keepCallback(database, { shop: SHOP, receivedAt: hoursAgo(31), rates: 1 });
  const groups = [{ promise: promiseOf(3), quoteId: quoteIdOf(callbackId, 1), code: 'STANDARD' }];
  await keepOrder(database, {
    shop: SHOP,
    number: 1001,
    seenAt: hoursAgo(30),
    resolvedAt: hoursAgo(29.9),
    groups,
    export: {
      state: 'exported',
      oneStockOrderId: '1001',
      oneStockState: 'claimed',
      exportedAt: hoursAgo(29.8),
      comparedAt: hoursAgo(1),
      items: LINES,
      sent: {
        id: '1001',
        types: ['ffs'],
        sales_channel: 'web_fr',
        order_items: [{ item_id: 'TSHIRT-BLUE-M', quantity: 2 }],
      },
    },
    obstacles: [{ source: 'difference', causes: [DIFFERENCE], severity: 'warning', remedies: ['open'] }],
    intents: [
      {
        parcelId: 'P-77',
        state: 'done',
        tracking: TRACKING,
        lines: [{ lineItemId: 'gid://shopify/LineItem/11', quantity: 1 }],
      },
    ],
    notes: [
      { kind: 'exported', at: hoursAgo(29.8), facts: { oneStockOrderId: '1001' } },
      {
        kind: 'fulfilled',
        at: hoursAgo(5),
        facts: {
          parcelId: 'P-77',
          lines: [{ lineItemId: 'gid://shopify/LineItem/11', quantity: 1 }],
          trackingNumber: TRACKING.number,
          carrier: TRACKING.company,
        },
      },
      {
        kind: 'tracked',
        at: hoursAgo(4.5),
        facts: { parcelId: 'P-77', trackingNumber: '6A-LATER', carrier: TRACKING.company },
      },
      {
        kind: 'shortfall',
        at: hoursAgo(4.4),
        facts: { parcelId: 'P-77', lines: [{ lineItemId: 'gid://shopify/LineItem/12', quantity: 1 }] },
      },
      {
        kind: 'held',
        key: 'held:gid://shopify/FulfillmentHold/1',
        at: hoursAgo(4),
        facts: {
          note: 'OneStock will not send 1 × JEANS-32 (removed).',
          lines: [{ lineItemId: 'gid://shopify/LineItem/12', quantity: 1 }],
        },
      },
      {
        kind: 'edited',
        at: hoursAgo(3),
        facts: { causes: [DIFFERENCE] },
      },
      { kind: 'refunded', at: hoursAgo(2), facts: { total: '49.90', currency: 'EUR' } },
      {
        kind: 'blocked',
        at: hoursAgo(2),
        facts: { causes: [{ code: 'hold_refused', params: { order: '#1001', said: 'Not now.' } }] },
      },
      { kind: 'weighed_again', at: hoursAgo(1) },
    ],
  });
  const refused: Causes = [
    { code: 'not_taken.unknown_item', params: { id: 'HAT-9' } },
    ...[{ code: 'order_not_created' }, { code: 'not_taken_remedy.unknown_item' }],
    { code: 'then_synchronize_again' },
  ];
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1002, seenAt: hoursAgo(20), groups },
    export: { state: 'waiting', oneStockOrderId: '1002', items: LINES },
    obstacles: [{ source: 'export', causes: refused }],
    notes: [{ kind: 'refused', at: hoursAgo(19), facts: { causes: causesJson(refused) } }],
  });
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1003, seenAt: hoursAgo(10), groups },
    export: { state: 'waiting', causes: [{ code: 'awaiting_payment' }] },
  });
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1004, seenAt: hoursAgo(9), groups },
    export: {
      state: 'closed',
      oneStockOrderId: '1004',
      oneStockState: 'fulfilled',
      exportedAt: hoursAgo(9),
      closedAt: hoursAgo(1),
    },
  });
  await keepOrder(database, { shop: SHOP, number: 1005, seenAt: hoursAgo(95) });
  inOneStock = async () => ok(NOW_IN_ONESTOCK);
  return { callbackId };
}

const arrivesAt = (day: number) => new Date(Number(promiseOf(day).eta_end) * 1000).toISOString();
const NOW_IN_ONESTOCK: OrderNow = {
  state: 'claimed',
  arrival: { from: arrivesAt(4), to: arrivesAt(4) },
  items: [
    {
      ...(LINES[0] as (typeof LINES)[0]),
      states: [
        { state: 'fulfilled', quantity: 1 },
        { state: 'claimed', quantity: 1 },
      ],
    },
    {
      ...(LINES[1] as (typeof LINES)[0]),
      states: [{ state: 'removed', quantity: 1, reason: 'out of stock' }],
    },
  ],
  parcels: [
    {
      id: 'P-77',
      state: 'dispatched',
      items: [{ itemId: '4001', quantity: 1 }],
      tracking: TRACKING,
    },
  ],
};

describe('the list', () => {
  test('says, where orders are not synchronized, what turning it on does, and leads there', async () => {
    await synchronizing(false);
    const frame = await open('/app/orders');
    await frame.getByRole('heading', { name: 'Orders are not synchronized' }).waitFor();
    const link = frame.getByRole('link', { name: 'Turn it on in Configuration' });
    expect(await link.getAttribute('href')).toContain('/app/configuration');
    await takeShot(opened.page, 'orders-off');
    expect(await axeViolations(frame)).toEqual([]);

    await keepOrder(database, { shop: SHOP, number: 1001, seenAt: hoursAgo(1), export: { state: 'closed' } });
    const again = await open('/app/orders');
    await row(again, '#1001').waitFor();
    await again.getByText('What was sent before is still shown here').waitFor();
    expect(await again.getByRole('checkbox').count()).toBe(0);
  });

  test('says in both languages what will fill it', async () => {
    await (await open('/app/orders')).getByText('No order has been placed yet').waitFor();
    const french = await open('/app/orders', opened.page, 'fr');
    await french.getByText('Aucune commande n’a encore été passée').waitFor();
    expect(opened.faults).toEqual([]);
  });

  test('is filtered by what stands in the address, which can be shared and gone back from', async () => {
    await aBusyShop();
    const frame = await open('/app/orders?state=needs_attention');
    await row(frame, '#1002').waitFor();
    expect(await row(frame, '#1001').count()).toBe(0);
    await frame
      .getByRole('button', { name: /^Clear/ })
      .first()
      .click();
    await row(frame, '#1001').waitFor();
    await frame.getByPlaceholder('Search by order').fill('1004');
    await row(frame, '#1001').waitFor({ state: 'detached' });
    await row(frame, '#1004').waitFor();
    // What was typed took the place of the cleared filters: before it was the shared address.
    await frame.evaluate(() => history.back());
    await row(frame, '#1002').waitFor();
    expect(await row(frame, '#1004').count()).toBe(0);

    const held = await open('/app/orders?isHeld=1');
    await row(held, '#1001').waitFor();
    expect(await row(held, '#1004').count()).toBe(0);
    expect(opened.faults).toEqual([]);
  });

  test('has several orders synchronized again at once, each once however often that is asked', async () => {
    await aBusyShop();
    const frame = await open('/app/orders');
    await row(frame, '#1002').waitFor();
    for (const name of ['#1002', '#1005'])
      await frame.getByRole('checkbox', { name: `Select order ${name}` }).check();
    await frame.getByRole('button', { name: 'Synchronize again' }).first().click();
    await opened.page.getByText('2 orders are being synchronized').waitFor();
    await row(frame, '#1002').filter({ hasText: 'Waiting' }).waitFor();
    await row(frame, '#1005').filter({ hasText: 'Waiting' }).waitFor();
    const { rowCount } = await pool.query(`select from graphile_worker.jobs where key like 'order:%'`);
    expect(rowCount).toBe(2);
    expect(opened.faults).toEqual([]);
  });
});

test('an order that cannot be synchronized, as that was turned off meanwhile, is told so in the merchant’s language', async () => {
  await aBusyShop();
  const frame = await open('/app/orders/1002', opened.page, 'fr');
  await alive(frame, 'Commande #1002');
  await prisma.shop.updateMany({ data: { syncsOrders: false } });
  await frame.getByRole('button', { name: 'Synchroniser à nouveau' }).last().click();
  await opened.page.getByText('Rien n’a été envoyé').waitFor();
  expect(opened.faults).toEqual([]);
});

describe('the page of an order', () => {
  test('tells what was promised and what is so now, what happened and why, and leads to both systems', async () => {
    const { callbackId } = await aBusyShop();
    const frame = await open('/app/orders');
    await row(frame, '#1001').getByRole('link').click();
    await frame.getByRole('heading', { level: 1, name: 'Order #1001' }).waitFor();
    await frame.getByText('Later than promised').waitFor();
    for (const text of [
      'Parcel fulfilled',
      'Parcel P-77: 1 × T-shirt - Blue / M',
      'TSHIRT-BLUE-M',
      'Tracking 6A-LATER, Colissimo',
      'Parcel left with what was taken out of the order',
      'OneStock will not send 1 × JEANS-32 (removed).',
      '€49.90',
      'weighed_again',
      '1 × removed, out of stock',
      'The order has changed in Shopify since it was sent',
    ])
      expect([text, await frame.getByText(text).first().isVisible()]).toEqual([text, true]);
    const hrefs = await frame
      .getByRole('link')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href')));
    expect(hrefs.some((href) => href?.includes(`/app/activity/callbacks/${callbackId}`))).toBe(true);
    expect(hrefs).toEqual(
      expect.arrayContaining([
        'shopify://admin/orders/1001',
        'https://admin-qualif.onestock-retail.com/s100/order/detail/1001',
        TRACKING.url,
      ]),
    );
    expect(opened.faults).toEqual([]);
  });

  test('has what failed tried again, and shows what came of it without being asked', async () => {
    await aBusyShop();
    const frame = await open('/app/orders/1002');
    await alive(frame, 'Order #1002');
    await frame.getByText('which it does not know').first().waitFor();
    await takeShot(opened.page, 'orders-needs-attention');
    await frame.getByRole('button', { name: 'Synchronize again' }).last().click();
    await frame.getByText('Working on it…').waitFor();
    expect(await frame.getByText('Synchronization asked for').isVisible()).toBe(true);

    await prisma.orderExport.updateMany({
      where: { shop: SHOP, orderId: 'gid://shopify/Order/1002' },
      data: { state: 'exported' },
    });
    await pool.query('delete from graphile_worker._private_jobs');
    await frame.getByText('In OneStock', { exact: true }).waitFor();
    expect(await frame.getByText('Working on it…').count()).toBe(0);
    expect(opened.faults).toEqual([]);
  });

  test('says in French what stands in the way, what differs and what happened', async () => {
    const onHold = parcelOnHold('P-77', [
      { itemId: 'HAT-9', lineItemId: null, quantity: 2 },
      { itemId: 'SCARF', lineItemId: null, quantity: 1 },
    ]);
    const refused = { code: 'metafields_refused', params: { order: '#1011', said: 'Not this type.' } };
    const left = { code: 'cancelled_and_left_alone' };
    await keepOrder(database, {
      ...{ shop: SHOP, number: 1011, seenAt: hoursAgo(2) },
      promiseState: 'waiting',
      export: { state: 'exported', oneStockOrderId: '1011' },
      obstacles: [
        { source: 'comparison', causes: [onHold] },
        { source: 'promise', causes: [refused], remedies: ['retry', 'dismiss', 'open'] },
        { source: 'difference', causes: [left], severity: 'warning', remedies: ['open'] },
      ],
      notes: [{ kind: 'blocked', at: hoursAgo(1), facts: { causes: causesJson([onHold]) } }],
    });
    const blocked = 'Le colis P-77 est parti, mais Shopify garde en attente 2 × HAT-9 et 1 × SCARF';
    const list = await open('/app/orders', opened.page, 'fr');
    await row(list, '#1011').filter({ hasText: blocked }).waitFor();
    const frame = await open('/app/orders/1011', opened.page, 'fr');
    await alive(frame, 'Commande #1011');
    expect(await frame.getByText(blocked).count()).toBe(2);
    await frame.getByText('continue dans OneStock, comme le veulent les réglages').waitFor();
    await frame.getByText('Shopify a refusé d’inscrire la promesse de livraison').waitFor();
    await takeShot(opened.page, 'orders-needs-attention-fr');
    expect(opened.faults).toEqual([]);
  });

  describe('with parcels of which the app cannot tell whether they were fulfilled', () => {
    const uncertain = (parcel: string) => ({
      code: 'fulfilment_uncertain',
      params: { order: '#1010', parcel },
    });
    const ofParcel = (frame: Frame, id: string) =>
      frame.getByRole('listitem').filter({ hasText: `Parcel ${id}` });
    beforeEach(async () => {
      await keepOrder(database, {
        ...{ shop: SHOP, number: 1010, seenAt: hoursAgo(2) },
        export: { state: 'exported', oneStockOrderId: '1010' },
        obstacles: [
          {
            ...{ source: 'comparison', causes: [uncertain('P-1'), uncertain('P-2')] },
            remedies: ['retry', 'decide', 'open'],
          },
        ],
        intents: [
          { state: 'in_doubt', parcelId: 'P-1' },
          { state: 'in_doubt', parcelId: 'P-2' },
        ],
      });
    });

    test('asks, takes the answer for each, and tells it in the timeline', async () => {
      const frame = await open('/app/orders/1010');
      await alive(frame, 'Order #1010');
      expect(await axeViolations(frame)).toEqual([]);
      await takeShot(opened.page, 'orders-in-doubt');
      await ofParcel(frame, 'P-1').getByRole('button', { name: 'It was fulfilled in Shopify' }).click();
      await opened.page.getByText('Noted. The order is being compared again.').waitFor();
      await ofParcel(frame, 'P-1').getByText('Fulfilled', { exact: true }).waitFor();
      await ofParcel(frame, 'P-2').getByRole('button', { name: 'It was not: fulfill it now' }).click();
      await frame.getByText('It was not fulfilled in Shopify: the app fulfills it.').waitFor();
      await frame.getByText('Working on it…').waitFor();
      expect(await frame.getByText('Doubt about a parcel ended by hand').count()).toBe(2);
      await takeShot(opened.page, 'orders-decided');
      expect(opened.faults).toEqual([]);
    });

    test('says so where the doubt is over by itself meanwhile', async () => {
      const frame = await open('/app/orders/1010', opened.page, 'fr');
      await alive(frame, 'Commande #1010');
      await takeShot(opened.page, 'orders-in-doubt-fr');
      await prisma.fulfillmentIntent.updateMany({ data: { state: 'done' } });
      await frame.getByRole('button', { name: 'Il ne l’a pas été' }).first().click();
      await opened.page.getByText('cela a été décidé entre-temps').waitFor();
      await frame.getByRole('button', { name: 'Il ne l’a pas été' }).first().waitFor({ state: 'detached' });
      expect(opened.faults).toEqual([]);
    });
  });

  test('has a promise that could not be written tried again', async () => {
    await keepOrder(database, {
      ...{ shop: SHOP, number: 1009, seenAt: hoursAgo(1) },
      promiseState: 'waiting',
      obstacles: [
        {
          source: 'promise',
          causes: [{ code: 'metafields_refused', params: { order: '#1009', said: 'Not this type.' } }],
        },
      ],
    });
    const frame = await open('/app/orders/1009');
    await alive(frame, 'Order #1009');
    await frame.getByText('Shopify refused to write').waitFor();
    await frame.getByRole('button', { name: 'Try again', exact: true }).click();
    await frame.getByText('Shopify refused to write').waitFor({ state: 'detached' });
    expect(opened.faults).toEqual([]);
  });

  test('shows all that is kept while OneStock does not answer, and asks it again when told to', async () => {
    await aBusyShop();
    const message = 'OneStock did not answer in time.';
    const timeout = { code: 'onestock_timeout', retryable: true };
    inOneStock = async () => err(timeout);
    const frame = await open('/app/orders/1001');
    await alive(frame, 'Order #1001');
    await frame.getByText('OneStock did not say where the order is now').waitFor();
    await frame.getByText(message).waitFor();
    expect(await frame.getByText('it was “claimed”').isVisible()).toBe(true);
    expect(await frame.getByText('Parcel fulfilled').isVisible()).toBe(true);
    await takeShot(opened.page, 'orders-onestock-silent');
    inOneStock = async () => ok(NOW_IN_ONESTOCK);
    await frame.getByRole('button', { name: 'Try again', exact: true }).click();
    await frame.getByText('Later than promised').waitFor();
    inOneStock = async () => err(timeout);
    const french = await open('/app/orders/1001', opened.page, 'fr');
    await french.getByText('OneStock n’a pas répondu à temps.').waitFor();
    expect(opened.faults).toEqual([]);
  });

  test('of another shop, or of none, is not found', async () => {
    await keepOrder(database, {
      shop: OTHER_SHOP,
      number: 1001,
      seenAt: hoursAgo(1),
      export: { state: 'waiting' },
    });
    for (const id of ['1001', '9', 'nonsense', '1%27or%271']) {
      const frame = await open(`/app/orders/${id}`);
      await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    }
  });
});

test('Home counts the orders, and each number leads to those that it counts', async () => {
  await aBusyShop();
  const frame = await open('/app');
  await frame.getByRole('heading', { name: 'Orders', exact: true }).waitFor();
  await frame.getByRole('link', { name: 'With items on hold' }).scrollIntoViewIfNeeded();
  await takeShot(opened.page, 'orders-home');
  expect(await axeViolations(frame)).toEqual([]);
  await frame.getByRole('link', { name: 'Need attention' }).click();
  await row(frame, '#1002').waitFor();
  // What differs in Shopify is for a person to look at too.
  await row(frame, '#1001').waitFor();
  expect(await row(frame, '#1003').count()).toBe(0);
  expect(opened.faults).toEqual([]);
});

test('both pages fit a desktop and a phone, and have no fault that axe finds', async () => {
  await aBusyShop();
  const { page, faults } = opened;
  for (const [path, text] of [
    ['/app/orders', '#1001'],
    ['/app/orders/1001', 'Later than promised'],
    ['/app/orders/1005', 'OneStock does not have this order'],
  ] as const) {
    if (path.endsWith('1005')) inOneStock = async () => ok(null);
    const frame = await open(path, page);
    for (const [device, viewport] of [
      ['desktop', DESKTOP],
      ['phone', NARROW_PHONE],
    ] as const) {
      await page.setViewportSize(viewport);
      await frame.getByText(text).first().waitFor();
      const width = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await takeShot(page, `orders-${path.replaceAll('/', '-').slice(12) || 'list'}-${device}`);
      expect([path, width]).toEqual([path, expect.toSatisfy((excess: number) => excess <= 0)]);
      expect([path, await axeViolations(frame)]).toEqual([path, []]);
    }
  }
  expect(faults).toEqual([]);
});
