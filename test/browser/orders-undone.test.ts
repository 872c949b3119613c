import { err, ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { expect, test } from 'vitest';
import { alive, row, SHOP } from '#test/support/admin-pages.ts';
import { axeViolations } from '#test/support/axe.ts';
import { DESKTOP } from '#test/support/browser.ts';
import { keepOrder } from '#test/support/kept-orders.ts';
import { hoursAgo, startOrderPages } from '#test/support/order-pages.ts';
import { takeShot } from '#test/support/screenshots.ts';
import { aCancelledFulfilment, aCancelledOrder, anOrderSentAgain } from '#test/support/undone-orders.ts';

const PHONE = { width: 390, height: 844 };

const shop = await startOrderPages();
const { pages, database, oneStock } = shop;

/** Until the page shows each text, and then whole in both sizes. */
async function shows(frame: Frame, name: string, texts: readonly (string | RegExp)[]) {
  for (const text of texts) await frame.getByText(text).first().waitFor();
  const { page } = pages.opened;
  await takeShot(page, `${name}-desktop`);
  await page.setViewportSize(PHONE);
  await takeShot(page, `${name}-phone`);
  await page.setViewportSize(DESKTOP);
}

const countOf = (frame: Frame, text: string) => frame.getByText(text, { exact: true }).count();

test('an order that was cancelled is called so, on its page and in the list, and nothing of it is said to arrive', async () => {
  await aCancelledOrder(shop);
  const frame = await pages.open('/app/orders/1022');
  await alive(frame, 'Order #1022');
  await shows(frame, 'orders-cancelled', ['Nothing of this is left to arrive.', 'Taken out of OneStock.']);
  await frame.getByText('Cancelled', { exact: true }).waitFor();
  for (const text of ['As promised', 'Completed', 'No parcel yet', 'Later than promised'])
    expect([text, await countOf(frame, text)]).toEqual([text, 0]);
  expect(await frame.getByText('The app has made no fulfillment of this order.').isVisible()).toBe(true);
  expect(await axeViolations(frame)).toEqual([]);
  const list = await pages.open('/app/orders?state=cancelled', pages.opened.page, 'fr');
  await row(list, '#1022').filter({ hasText: 'Annulée' }).waitFor();
  await shows(list, 'orders-cancelled-list-fr', ['État : Annulée']);
  const french = await pages.open('/app/orders/1022', pages.opened.page, 'fr');
  await shows(french, 'orders-cancelled-fr', [
    'Il ne reste rien à livrer.',
    'L’application n’a traité aucun',
  ]);
  expect(pages.opened.faults).toEqual([]);
});

test('a parcel whose fulfilment was cancelled says so; the difference is dismissed where it is read', async () => {
  await aCancelledFulfilment(shop);
  const list = await pages.open('/app/orders');
  // The reason is there to be read, and no fulfilled parcel is counted.
  await row(list, '#1023')
    .filter({ hasText: 'was cancelled in Shopify, which waits for it again' })
    .waitFor();
  expect(await row(list, '#1023').getByRole('cell').last().textContent()).toBe('');
  await pages.opened.page.setViewportSize(PHONE);
  await list.getByText('was cancelled in Shopify').waitFor();
  await takeShot(pages.opened.page, 'orders-reason-phone');
  await pages.opened.page.setViewportSize(DESKTOP);
  const french = await pages.open('/app/orders/1023', pages.opened.page, 'fr');
  await shows(french, 'orders-fulfilment-cancelled-fr', ['Expédition annulée dans Shopify']);
  const frame = await pages.open('/app/orders/1023');
  await alive(frame, 'Order #1023');
  await shows(frame, 'orders-fulfilment-cancelled', [/^Cancelled in Shopify$/]);
  expect(await countOf(frame, 'Fulfilled')).toBe(0);
  const said = frame.getByText('which waits for it again');
  expect(await said.count()).toBe(1);
  await frame.getByRole('button', { name: 'Dismiss', exact: true }).click();
  await frame.getByRole('button', { name: 'Dismiss', exact: true }).waitFor({ state: 'detached' });
  // From now on the timeline alone tells it.
  await said.waitFor();
  expect(await countOf(frame, 'Cancelled in Shopify')).toBe(1);
  expect(pages.opened.faults).toEqual([]);
});

test('what was sent again tells as which order, with no button that would send it once more', async () => {
  await anOrderSentAgain(shop);
  const frame = await pages.open('/app/orders/1028');
  await alive(frame, 'Order #1028');
  await shows(frame, 'orders-sent-again', [
    'Sent again as 1028-2. The app releases this hold',
    'Sent again, as OneStock removed it from an earlier delivery.',
    'Promised by OneStock (asked again)',
    'Asked of OneStock after the order',
  ]);
  expect(await frame.getByRole('button', { name: 'Send again' }).count()).toBe(0);
  expect(await frame.getByText('nobody prepares it').count()).toBe(0);
  const written = frame.getByRole('listitem').filter({ hasText: 'Promise written on the order' });
  expect(await written.textContent()).toContain('Shown at checkout');
  expect(await written.textContent()).not.toContain('Asked again');
  // No mark of the timeline is blank.
  for (const mark of await frame.locator('ol svg path').all())
    expect(await mark.getAttribute('d')).not.toBe('M10 10h.01');
  expect(await axeViolations(frame)).toEqual([]);
  const french = await pages.open('/app/orders/1028', pages.opened.page, 'fr');
  await shows(french, 'orders-sent-again-fr', [
    'Renvoyé sous 1028-2. L’application lève cette suspension',
    'Promis par OneStock (redemandé)',
    'Expédition : Livraison express',
  ]);
  expect(pages.opened.faults).toEqual([]);
});

test('what OneStock removed once more can be sent again once more', async () => {
  await anOrderSentAgain(shop);
  const now = (await oneStock.now(SHOP, 'gid://shopify/Order/1028' as never))._unsafeUnwrap();
  const unprepared = [{ itemId: 'SKU-082', lineItemId: null, quantity: 1 }];
  oneStock.now = async () => ok(now.map((each) => ({ ...each, unprepared })));
  const frame = await pages.open('/app/orders/1028');
  await alive(frame, 'Order #1028');
  await frame.getByRole('button', { name: 'Send again' }).waitFor();
  expect(await frame.getByText('Sent again as 1028-2').count()).toBe(0);
  expect(pages.opened.faults).toEqual([]);
});

test('while OneStock does not answer, each delivery tells how it was last, and none how it is now', async () => {
  await anOrderSentAgain(shop);
  oneStock.now = async () => err({ code: 'onestock_timeout', retryable: true });
  const frame = await pages.open('/app/orders/1028');
  await alive(frame, 'Order #1028');
  await shows(frame, 'orders-deliveries-silent', ['it was “claimed”', 'it was “created”']);
  expect(await countOf(frame, 'claimed')).toBe(0);
  expect(pages.opened.faults).toEqual([]);
});

test('an order that is not sent promises no lines, parcels or arrival that never come', async () => {
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1040, seenAt: hoursAgo(3), resolvedAt: hoursAgo(3) },
    export: { state: 'left_out', causes: [{ code: 'test_order' }] },
  });
  const frame = await pages.open('/app/orders/1040');
  await alive(frame, 'Order #1040');
  await shows(frame, 'orders-left-out', [
    'No line of this order is in OneStock.',
    'No promise for this order',
  ]);
  expect(await frame.getByText(/once the order is sent|becomes/).count()).toBe(0);
  expect(await frame.getByRole('heading', { name: 'In OneStock now' }).count()).toBe(0);
  const french = await pages.open('/app/orders/1040', pages.opened.page, 'fr');
  await shows(french, 'orders-left-out-fr', [
    'Aucune ligne de cette commande n’est dans OneStock.',
    'Pas de promesse pour cette commande',
  ]);
  expect(pages.opened.faults).toEqual([]);
});

test('of an order that OneStock refused, its id is only meant for OneStock, and nothing is said of states there', async () => {
  const items = [{ lineItemId: 'gid://shopify/LineItem/1', itemId: 'HAT-9', title: 'Hat', quantity: 1 }];
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1054, seenAt: hoursAgo(3) },
    export: { state: 'waiting' },
    deliveries: [{ oneStockOrderId: '1054', items }],
    obstacles: [{ source: 'export', causes: [{ code: 'not_taken.unknown_item', params: { id: 'HAT-9' } }] }],
  });
  const frame = await pages.open('/app/orders/1054');
  await alive(frame, 'Order #1054');
  await shows(frame, 'orders-refused', [
    ...['Id meant for OneStock', 'Id for OneStock', 'Once the order is in OneStock'],
  ]);
  expect(await frame.getByText(/^(Ids?|Item) in OneStock$/).count()).toBe(0);
  expect(await frame.getByText('State in OneStock').count()).toBe(0);
  // One button, where the reason stands.
  expect(await frame.getByRole('button', { name: 'Synchronize again' }).count()).toBe(1);
  expect(pages.opened.faults).toEqual([]);
});

test('a completed order of which the rest waits says so, as an exchange does', async () => {
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1033, seenAt: hoursAgo(9) },
    export: {
      ...{ state: 'closed', exportedAt: hoursAgo(8), closedAt: hoursAgo(2) },
      causes: [{ code: 'awaits_hold', params: { reason: 'Awaiting return items' } }],
    },
    deliveries: [{ oneStockOrderId: '1033', exportedAt: hoursAgo(8) }],
  });
  const frame = await pages.open('/app/orders/1033');
  await alive(frame, 'Order #1033');
  await frame.getByText('Rest waits', { exact: true }).waitFor();
  const list = await pages.open('/app/orders', pages.opened.page, 'fr');
  await row(list, '#1033').filter({ hasText: 'Le reste attend' }).waitFor();
  expect(pages.opened.faults).toEqual([]);
});

test('no heading of a table breaks within a word', async () => {
  await anOrderSentAgain(shop);
  const frame = await pages.open('/app/orders/1028', pages.opened.page, 'fr');
  const heading = frame.getByRole('columnheader', { name: 'Quantité' }).first();
  await heading.waitFor();
  const lines = () =>
    heading.evaluate((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getClientRects().length;
    });
  // The page may be replaced while it is being drawn.
  await expect.poll(lines).toBe(1);
});
