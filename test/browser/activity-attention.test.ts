import { describe, expect, test } from 'vitest';
import type { RaisedObstacle } from '#app/features/obstacles/index.ts';
import { startActivityPages, tab } from '#test/support/activity-pages.ts';
import { alive, OTHER_SHOP, row, SHOP } from '#test/support/admin-pages.ts';
import { axeViolations } from '#test/support/axe.ts';
import { PHONE } from '#test/support/browser.ts';
import { aBusyShop } from '#test/support/busy-activity-shop.ts';
import { keepEvent } from '#test/support/inbox.ts';
import { takeShot } from '#test/support/screenshots.ts';

const { pages, database, obstacles, promises } = await startActivityPages();
const { pool } = database;

describe('what needs attention', () => {
  test('is counted on its tab, says why, and is tried again together', async () => {
    await aBusyShop(database);
    const frame = await pages.open('/app/activity');
    await tab(frame, /^Needs attention.*2$/).click();
    await frame.getByText('Shopify refused to write').waitFor();
    await frame
      .getByRole('checkbox', { name: /Select all/ })
      .first()
      .check();
    await frame.getByRole('button', { name: 'Try again', exact: true }).first().click();
    await frame.getByText('Nothing needs your attention').waitFor();
    await pages.opened.page.getByText('2 are being tried again').waitFor();
    const keys = await pool.query<{ key: string }>(
      'select key from graphile_worker.jobs where key is not null',
    );
    expect(keys.rows).toHaveLength(2);
    expect(pages.opened.faults).toEqual([]);
  });

  test('is dismissed one by one, and a second press of another person says that nothing was left to do', async () => {
    await aBusyShop(database);
    const frame = await pages.open('/app/activity?list=attention');
    const dismiss = frame.getByRole('button', { name: 'Dismiss: The promise on order #1002' });
    await dismiss.waitFor();
    await promises.dismiss(SHOP, ['gid://shopify/Order/1002']);
    await dismiss.click();
    await pages.opened.page.getByText('Nothing was left to do').waitFor();
    await dismiss.waitFor({ state: 'detached' });
    expect(await frame.getByRole('link', { name: 'Order routed to locations' }).isVisible()).toBe(true);
  });

  test('is settled together on a phone as well', async () => {
    await aBusyShop(database);
    await pages.opened.page.setViewportSize(PHONE);
    const frame = await pages.open('/app/activity?list=attention');
    const dismiss = frame.getByRole('button', { name: 'Dismiss', exact: true }).first();
    await frame.getByRole('checkbox', { name: 'Select The promise on order #1002' }).check();
    await frame.getByRole('checkbox', { name: 'Select all' }).check();
    await dismiss.click();
    await frame.getByText('Nothing needs your attention').waitFor();
    await pages.opened.page.getByText('2 were dismissed').waitFor();
    expect(pages.opened.faults).toEqual([]);
  });

  test('stays where it is when it could not be settled, and the merchant is told', async () => {
    await aBusyShop(database);
    promises.retry = () => Promise.reject(new Error('the database is gone'));
    const frame = await pages.open('/app/activity?list=attention');
    await frame.getByRole('button', { name: 'Try again: The promise on order #1002' }).click();
    await pages.opened.page.getByText('It did not work').waitFor();
    expect(await frame.getByText('Shopify refused to write').isVisible()).toBe(true);
  });

  test('says why in French as well', async () => {
    const { eventId } = await aBusyShop(database);
    const list = await pages.open('/app/activity?list=attention', pages.opened.page, 'fr');
    await list
      .getByText('Shopify a refusé d’inscrire la promesse de livraison sur la commande #1002')
      .waitFor();
    await takeShot(pages.opened.page, 'activity-attention-french');
    const story = await pages.open(`/app/activity/events/${eventId}`, pages.opened.page, 'fr');
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
    const frame = await pages.open('/app/activity?list=attention');
    await frame.getByText('The app stopped reading the stores from OneStock.').waitFor();
    const name = frame.getByRole('link', { name: 'Read the stores from OneStock' });
    expect(await name.getAttribute('href')).toContain('/app/activity?list=jobs');
  });

  test('that waits for a decision leads to where it is taken, and is not tried again', async () => {
    await obstacles.raise(SHOP, {
      subject: { kind: 'order', id: 'gid://shopify/Order/1009' },
      source: 'export',
      causes: [
        { code: 'late_after_hold', params: { reason: 'Fraud Filter' } },
        { code: 'no_promise_any_more' },
      ],
      severity: 'critical',
      remedies: ['decide'],
    });
    const frame = await pages.open('/app/activity?list=attention');
    await frame.getByText('The order was on hold (Fraud Filter)').waitFor();
    const decide = frame.getByRole('link', { name: /^Decide: / });
    expect(await decide.getAttribute('href')).toContain('/app/orders/1009');
    expect(await frame.getByRole('button', { name: /^Try again: / }).count()).toBe(0);
    expect(pages.opened.faults).toEqual([]);
  });

  test('is tried again from its own page, too', async () => {
    const { eventId } = await aBusyShop(database);
    const frame = await pages.open(`/app/activity/events/${eventId}`);
    await frame.getByText('Shopify could not be reached').waitFor();
    // The page has taken over from the server once it names the document.
    await alive(frame, 'Order routed');
    await frame.getByRole('button', { name: 'Try again', exact: true }).click();
    await frame.getByText('Waiting').waitFor();
    expect(await frame.getByRole('button', { name: 'Try again', exact: true }).count()).toBe(0);
    expect(pages.opened.faults).toEqual([]);
  });

  test('of another shop is not found', async () => {
    const id = await keepEvent(database, { shop: OTHER_SHOP, state: 'needs_attention' });
    const frame = await pages.open(`/app/activity/events/${id}`);
    await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
  });
});

/** GIVEN a shop with obstacles of every kind. */
async function aShopInTrouble() {
  await aBusyShop(database);
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
    const list = await pages.open('/app/activity?list=attention');
    await tab(list, /^Needs attention.*2$/).waitFor();
    for (const [name, page] of [
      ['Sending order #1001 to OneStock', '/app/orders/1001'],
      ['The promise on order #1002', '/app/orders/1002'],
    ] as const)
      expect(await list.getByRole('link', { name, exact: true }).getAttribute('href')).toBe(page);
    expect(await row(list, 'order #').count()).toBe(2);

    const home = await pages.open('/app');
    await home.getByText('2 things need your attention').waitFor();
    const fact = home.locator('dl > div').filter({ has: home.getByRole('link', { name: 'Need attention' }) });
    expect(await fact.locator('dd').getByText('2', { exact: true }).isVisible()).toBe(true);
    expect(await fact.getByRole('link').getAttribute('href')).toBe('/app/activity?list=attention');
    expect(pages.opened.faults).toEqual([]);
  });

  test.each([
    ['desktop', undefined],
    ['phone', PHONE],
  ])('stand on a %s beside what is wrong with the shop itself, in one list', async (device, viewport) => {
    const { raiseOfShop } = await aShopInTrouble();
    await raiseOfShop();
    const { page, context, faults } = await pages.browser.open(viewport);
    const list = await pages.open('/app/activity?list=attention', page);
    await list.getByRole('link', { name: 'The registration for shipping rates needs attention' }).waitFor();
    await tab(list, /^Needs attention.*4$/).waitFor();
    expect(await axeViolations(list)).toEqual([]);
    await takeShot(page, `attention-mixed-${device}`);
    const home = await pages.open('/app', page);
    await home.getByText('4 things need your attention').waitFor();
    await takeShot(page, `home-mixed-${device}`);
    expect(await axeViolations(home)).toEqual([]);
    const width = await home.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(width).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await context.close();
  });
});
