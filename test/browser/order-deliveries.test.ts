import { err } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { alive, row, SHOP } from '#test/support/admin-pages.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP } from '#test/support/browser.ts';
import { keepOrder } from '#test/support/kept-orders.ts';
import { hoursAgo, startOrderPages } from '#test/support/order-pages.ts';
import { aLateOrder, aPartedOrder, OPENS_ON, stoppedOrders } from '#test/support/parted-orders.ts';
import { takeShot } from '#test/support/screenshots.ts';

const NARROW_PHONE = { width: 375, height: 812 };

const shop = await startOrderPages();
const { pages, database, oneStock } = shop;
const { prisma } = database;

describe('the page of an order in several deliveries', () => {
  test('tells of each how it comes, what was promised and what is so now, and of the rest why it is not sent', async () => {
    await aPartedOrder(shop);
    const frame = await pages.open('/app/orders/1020');
    await alive(frame, 'Order #1020');
    await frame.getByText('Later than promised').waitFor();
    for (const heading of [
      'Shipping, Express delivery',
      'Pickup at Toulouse Capitole',
      'Local delivery',
      'The rest of this order is not sent yet',
      'A part of this order is not sent to OneStock',
    ])
      expect([heading, await frame.getByRole('heading', { name: heading, exact: true }).count()]).toEqual([
        heading,
        1,
      ]);
    for (const text of ['As promised', 'Not in OneStock yet', 'Parcel P-90', 'Chronopost'])
      expect([text, await frame.getByText(text).first().isVisible()]).toEqual([text, true]);
    // Each cause is a line of its own, with days as they are in Paris.
    for (const text of ['Opens on 3 January 2027', 'Upsell app', 'Print on demand', 'Gift card'])
      expect([text, await frame.getByRole('listitem').filter({ hasText: text }).count()]).toEqual([text, 1]);
    const links = frame.getByRole('link', { name: /in OneStock/ });
    expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual([
      'https://admin-qualif.onestock-retail.com/s100/order/detail/1020',
      'https://admin-qualif.onestock-retail.com/s100/order/detail/1020-2',
    ]);
    await frame.getByText('Pickup at Toulouse Capitole: as 1020-2').waitFor();
    await frame.getByText('Shipping, Express delivery: as 1020').waitFor();
    expect(pages.opened.faults).toEqual([]);
  });

  test('says once that OneStock does not answer, and shows what is kept of each delivery', async () => {
    await aPartedOrder(shop);
    oneStock.now = async () => err({ code: 'onestock_timeout', retryable: true });
    const frame = await pages.open('/app/orders/1020', pages.opened.page, 'fr');
    await alive(frame, 'Commande #1020');
    await frame.getByText('OneStock n’a pas répondu à temps.').waitFor();
    expect(await frame.getByText('Retrait à Toulouse Capitole', { exact: true }).count()).toBe(1);
    expect(await frame.getByText('Expédition : Livraison express', { exact: true }).count()).toBe(1);
    await frame.getByText('3 janvier 2027').waitFor();
    expect(pages.opened.faults).toEqual([]);
  });
});

test.each([
  [1021, 'Send without this line', 'without', 'sent without this line', 'Without the lines'],
  [1022, 'Send as several orders', 'several', 'sent as several orders', 'As one order for each way'],
  [1023, 'Send all the same', 'late', 'The order is being sent', 'Though it may come later'],
] as const)(
  'order #%i, stopped until somebody decides, goes on by the button “%s”',
  async (number, button, decision, toast, note) => {
    await stoppedOrders(shop);
    const frame = await pages.open(`/app/orders/${number}`);
    await alive(frame, `Order #${number}`);
    await takeShot(pages.opened.page, `orders-stopped-${decision}`);
    expect(await axeViolations(frame)).toEqual([]);
    await frame.getByRole('button', { name: button }).click();
    await pages.opened.page.getByText(toast).waitFor();
    await frame.getByText('Somebody decided to send the order').waitFor();
    await frame.getByText(note).waitFor();
    expect(await frame.getByRole('button', { name: button }).count()).toBe(0);
    const orderId = `gid://shopify/Order/${number}`;
    const kept = await prisma.orderExport.findUnique({ where: { shop_orderId: { shop: SHOP, orderId } } });
    const line = `gid://shopify/LineItem/${number}`;
    expect(kept?.decided).toMatchObject(
      decision === 'without' ? { without: [line] } : { without: [], [decision]: true },
    );
    expect(pages.opened.faults).toEqual([]);
  },
);

test('an order that cannot go on, as orders are not synchronized any more, says so', async () => {
  await stoppedOrders(shop);
  const frame = await pages.open('/app/orders/1021');
  await alive(frame, 'Order #1021');
  await prisma.shop.updateMany({ data: { syncsOrders: false } });
  await frame.getByRole('button', { name: 'Send without this line' }).click();
  await pages.opened.page.getByText('Nothing was sent').waitFor();
  expect(pages.opened.faults).toEqual([]);
});

test('an order that comes late, and one that is held for too long, say so until that is dismissed or over', async () => {
  await aLateOrder(shop);
  const frame = await pages.open('/app/orders/1024');
  await alive(frame, 'Order #1024');
  await frame.getByText('it may come later than the shopper was told. Tell the shopper.').waitFor();
  await frame.getByText('on hold for longer than the configuration allows').waitFor();
  await frame.getByText('Waits for a hold in Shopify (reason given: High risk of fraud)').waitFor();
  await takeShot(pages.opened.page, 'orders-late');
  expect(await axeViolations(frame)).toEqual([]);
  await frame.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await frame.getByText('Tell the shopper').waitFor({ state: 'detached' });
  expect(await frame.getByText('on hold for longer').isVisible()).toBe(true);
  expect(pages.opened.faults).toEqual([]);
});

test('an order that opens when the app may no longer read it asks for the permission, and is looked at again once it is given', async () => {
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1026, seenAt: hoursAgo(1) },
    export: { state: 'exported', exportedAt: hoursAgo(1), causes: [{ code: 'opens_later' }] },
    deliveries: [{ oneStockOrderId: '1026', exportedAt: hoursAgo(1) }],
    obstacles: [
      {
        ...{ source: 'waiting', severity: 'warning', remedies: ['open'] },
        causes: [{ code: 'all_orders_not_readable' }],
      },
    ],
  });
  const frame = await pages.open('/app/orders/1026');
  await alive(frame, 'Order #1026');
  await frame.getByText('more than 60 days after the order was placed').waitFor();
  await frame.getByRole('button', { name: 'Let the app read all orders' }).click();
  await pages.opened.page.getByRole('button', { name: 'Decline', exact: true }).click();
  await frame.getByText('The permission was not given.').waitFor();
  await frame.getByRole('button', { name: 'Let the app read all orders' }).click();
  await pages.opened.page.getByRole('button', { name: 'Allow', exact: true }).click();
  await pages.opened.page.getByText('1 order is being synchronized').waitFor();
  await frame.getByText('Synchronization asked for').waitFor();
  expect(pages.opened.faults).toEqual([]);
});

test('the list says which orders have several deliveries, and what the rest of one waits for', async () => {
  await aPartedOrder(shop);
  await aLateOrder(shop);
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1025, seenAt: hoursAgo(1) },
    export: { state: 'waiting', causes: [OPENS_ON] },
  });
  const frame = await pages.open('/app/orders');
  const parted = row(frame, '#1020');
  for (const text of ['In OneStock', 'Rest waits', '2 deliveries', 'Opens on 3 January 2027'])
    await parted.filter({ hasText: text }).waitFor();
  await row(frame, '#1024').filter({ hasText: 'May come later' }).waitFor();
  await row(frame, '#1025').filter({ hasText: 'Opens on 3 January 2027' }).waitFor();
  expect(await axeViolations(frame)).toEqual([]);
  expect(pages.opened.faults).toEqual([]);
});

test('an order in several deliveries and the list fit a desktop and a phone, and have no fault that axe finds', async () => {
  await aPartedOrder(shop);
  await aLateOrder(shop);
  const { page, faults } = pages.opened;
  for (const [path, text] of [
    ['/app/orders', '#1020'],
    ['/app/orders/1020', 'Later than promised'],
  ] as const) {
    const frame = await pages.open(path, page);
    for (const [device, viewport] of [
      ['desktop', DESKTOP],
      ['phone', NARROW_PHONE],
    ] as const) {
      await page.setViewportSize(viewport);
      await frame.getByText(text).first().waitFor();
      const width = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, width]).toEqual([path, expect.toSatisfy((excess: number) => excess <= 0)]);
      const name = `orders-parted-${path.replaceAll('/', '-').slice(12) || 'list'}-${device}`;
      await takeShot(page, name);
      await frame.getByText('As promised').or(frame.getByText('#1024')).first().scrollIntoViewIfNeeded();
      await takeShot(page, `${name}-below`);
      expect([path, await axeViolations(frame)]).toEqual([path, []]);
    }
  }
  expect(faults).toEqual([]);
});
