import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { row, SHOP } from '#test/support/admin-pages.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP } from '#test/support/browser.ts';
import { aBusyShop } from '#test/support/busy-order-shop.ts';
import { keepOrder } from '#test/support/kept-orders.ts';
import { hoursAgo, startOrderPages } from '#test/support/order-pages.ts';
import { takeShot } from '#test/support/screenshots.ts';

const NARROW_PHONE = { width: 375, height: 812 };

const shop = await startOrderPages();
const { pages, database, oneStock, synchronizing } = shop;
const { pool } = database;

describe('the list', () => {
  test('says, where orders are not synchronized, what turning it on does, and leads there', async () => {
    await synchronizing(false);
    const frame = await pages.open('/app/orders');
    await frame.getByRole('heading', { name: 'Orders are not synchronized' }).waitFor();
    const link = frame.getByRole('link', { name: 'Turn it on in Configuration' });
    expect(await link.getAttribute('href')).toContain('/app/configuration');
    await takeShot(pages.opened.page, 'orders-off');
    expect(await axeViolations(frame)).toEqual([]);

    await keepOrder(database, { shop: SHOP, number: 1001, seenAt: hoursAgo(1), export: { state: 'closed' } });
    const again = await pages.open('/app/orders');
    await row(again, '#1001').waitFor();
    await again.getByText('What was sent before is still shown here').waitFor();
    expect(await again.getByRole('checkbox').count()).toBe(0);
  });

  test('says in both languages what will fill it', async () => {
    await (await pages.open('/app/orders')).getByText('No order has been placed yet').waitFor();
    const french = await pages.open('/app/orders', pages.opened.page, 'fr');
    await french.getByText('Aucune commande n’a encore été passée').waitFor();
    expect(pages.opened.faults).toEqual([]);
  });

  test('is filtered by what stands in the address, which can be shared and gone back from', async () => {
    await aBusyShop(shop);
    const frame = await pages.open('/app/orders?state=needs_attention');
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

    const held = await pages.open('/app/orders?isHeld=1');
    await row(held, '#1001').waitFor();
    expect(await row(held, '#1004').count()).toBe(0);
    expect(pages.opened.faults).toEqual([]);
  });

  test('has several orders synchronized again at once, each once however often that is asked', async () => {
    await aBusyShop(shop);
    const frame = await pages.open('/app/orders');
    await row(frame, '#1002').waitFor();
    for (const name of ['#1002', '#1005'])
      await frame.getByRole('checkbox', { name: `Select order ${name}` }).check();
    await frame.getByRole('button', { name: 'Synchronize again' }).first().click();
    await pages.opened.page.getByText('2 orders are being synchronized').waitFor();
    await row(frame, '#1002').filter({ hasText: 'Waiting' }).waitFor();
    await row(frame, '#1005').filter({ hasText: 'Waiting' }).waitFor();
    const { rowCount } = await pool.query(`select from graphile_worker.jobs where key like 'order:%'`);
    expect(rowCount).toBe(2);
    expect(pages.opened.faults).toEqual([]);
  });
});

test('Home counts the orders, and each number leads to those that it counts', async () => {
  await aBusyShop(shop);
  const frame = await pages.open('/app');
  await frame.getByRole('heading', { name: 'Orders', exact: true }).waitFor();
  await frame.getByRole('link', { name: 'Held because OneStock removed items' }).scrollIntoViewIfNeeded();
  await takeShot(pages.opened.page, 'orders-home');
  expect(await axeViolations(frame)).toEqual([]);
  await frame.getByRole('link', { name: 'Need attention' }).click();
  await row(frame, '#1002').waitFor();
  // What differs in Shopify is for a person to look at too.
  await row(frame, '#1001').waitFor();
  expect(await row(frame, '#1003').count()).toBe(0);
  expect(pages.opened.faults).toEqual([]);
});

test('both pages fit a desktop and a phone, and have no fault that axe finds', async () => {
  await aBusyShop(shop);
  const { page, faults } = pages.opened;
  for (const [path, text] of [
    ['/app/orders', '#1001'],
    ['/app/orders/1001', 'Later than promised'],
    ['/app/orders/1005', 'No line of this order is in OneStock'],
  ] as const) {
    if (path.endsWith('1005')) oneStock.now = async () => ok([]);
    const frame = await pages.open(path, page);
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
