import { err, ok } from 'neverthrow';
import type { Frame } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { causesJson } from '#app/features/obstacles/index.ts';
import { parcelOnHold } from '#app/features/orders/convergence/what-blocks.ts';
import { alive, OTHER_SHOP, row, SHOP } from '#test/support/admin-pages.ts';
import { axeViolations } from '#test/support/axe.ts';
import { aBusyShop, NOW_IN_ONESTOCK, TRACKING } from '#test/support/busy-order-shop.ts';
import { keepOrder } from '#test/support/kept-orders.ts';
import { hoursAgo, startOrderPages } from '#test/support/order-pages.ts';
import { takeShot } from '#test/support/screenshots.ts';

const shop = await startOrderPages();
const { pages, database, oneStock } = shop;
const { pool, prisma } = database;

describe('the page of an order', () => {
  test('tells what was promised and what is so now, what happened and why, and leads to both systems', async () => {
    const { callbackId } = await aBusyShop(shop);
    const frame = await pages.open('/app/orders');
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
    expect(pages.opened.faults).toEqual([]);
  });

  test('has what failed tried again, and shows what came of it without being asked', async () => {
    await aBusyShop(shop);
    const frame = await pages.open('/app/orders/1002');
    await alive(frame, 'Order #1002');
    await frame.getByText('which it does not know').first().waitFor();
    await takeShot(pages.opened.page, 'orders-needs-attention');
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
    expect(pages.opened.faults).toEqual([]);
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
      export: { state: 'exported' },
      deliveries: [{ oneStockOrderId: '1011' }],
      obstacles: [
        { source: 'comparison', causes: [onHold] },
        { source: 'promise', causes: [refused], remedies: ['retry', 'dismiss', 'open'] },
        { source: 'difference', causes: [left], severity: 'warning', remedies: ['open'] },
      ],
      notes: [{ kind: 'blocked', at: hoursAgo(1), facts: { causes: causesJson([onHold]) } }],
    });
    const blocked = 'Le colis P-77 est parti, mais Shopify suspend 2 × HAT-9 et 1 × SCARF';
    const list = await pages.open('/app/orders', pages.opened.page, 'fr');
    await row(list, '#1011').filter({ hasText: blocked }).waitFor();
    const frame = await pages.open('/app/orders/1011', pages.opened.page, 'fr');
    await alive(frame, 'Commande #1011');
    // What the banner says the timeline does not say again.
    expect(await frame.getByText(blocked).count()).toBe(1);
    await frame.getByText('Quelque chose fait obstacle').waitFor();
    await frame.getByText('continue dans OneStock, comme le veulent les réglages').waitFor();
    await frame.getByText('Shopify a refusé d’inscrire la promesse de livraison').waitFor();
    await takeShot(pages.opened.page, 'orders-needs-attention-fr');
    expect(pages.opened.faults).toEqual([]);
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
        export: { state: 'exported' },
        deliveries: [{ oneStockOrderId: '1010' }],
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
      const frame = await pages.open('/app/orders/1010');
      await alive(frame, 'Order #1010');
      expect(await axeViolations(frame)).toEqual([]);
      await takeShot(pages.opened.page, 'orders-in-doubt');
      await ofParcel(frame, 'P-1').getByRole('button', { name: 'It was fulfilled in Shopify' }).click();
      await pages.opened.page.getByText('Noted. The order is being compared again.').waitFor();
      await ofParcel(frame, 'P-1').getByText('Fulfilled', { exact: true }).waitFor();
      await ofParcel(frame, 'P-2').getByRole('button', { name: 'It was not: fulfill it now' }).click();
      await frame.getByText('It was not fulfilled in Shopify: the app fulfills it.').waitFor();
      await frame.getByText('Working on it…').waitFor();
      expect(await frame.getByText('Doubt about a parcel ended by hand').count()).toBe(2);
      await takeShot(pages.opened.page, 'orders-decided');
      expect(pages.opened.faults).toEqual([]);
    });

    test('says so where the doubt is over by itself meanwhile', async () => {
      const frame = await pages.open('/app/orders/1010', pages.opened.page, 'fr');
      await alive(frame, 'Commande #1010');
      await takeShot(pages.opened.page, 'orders-in-doubt-fr');
      await prisma.fulfillmentIntent.updateMany({ data: { state: 'done' } });
      await frame.getByRole('button', { name: 'Il ne l’a pas été' }).first().click();
      await pages.opened.page.getByText('cela a été décidé entre-temps').waitFor();
      await frame.getByRole('button', { name: 'Il ne l’a pas été' }).first().waitFor({ state: 'detached' });
      expect(pages.opened.faults).toEqual([]);
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
    const frame = await pages.open('/app/orders/1009');
    await alive(frame, 'Order #1009');
    await frame.getByText('Shopify refused to write').waitFor();
    await frame.getByRole('button', { name: 'Try again', exact: true }).click();
    await frame.getByText('Shopify refused to write').waitFor({ state: 'detached' });
    expect(pages.opened.faults).toEqual([]);
  });

  test('shows all that is kept while OneStock does not answer, and asks it again when told to', async () => {
    await aBusyShop(shop);
    const message = 'OneStock did not answer in time.';
    const timeout = { code: 'onestock_timeout', retryable: true };
    oneStock.now = async () => err(timeout);
    const frame = await pages.open('/app/orders/1001');
    await alive(frame, 'Order #1001');
    await frame.getByText('OneStock did not say where the order is now').waitFor();
    await frame.getByText(message).waitFor();
    expect(await frame.getByText('it was “claimed”').isVisible()).toBe(true);
    expect(await frame.getByText('Parcel fulfilled').isVisible()).toBe(true);
    await takeShot(pages.opened.page, 'orders-onestock-silent');
    oneStock.now = async () => ok([NOW_IN_ONESTOCK]);
    await frame.getByRole('button', { name: 'Try again', exact: true }).click();
    await frame.getByText('Later than promised').waitFor();
    oneStock.now = async () => err(timeout);
    const french = await pages.open('/app/orders/1001', pages.opened.page, 'fr');
    await french.getByText('OneStock n’a pas répondu à temps.').waitFor();
    expect(pages.opened.faults).toEqual([]);
  });

  test('of another shop, or of none, is not found', async () => {
    await keepOrder(database, {
      shop: OTHER_SHOP,
      number: 1001,
      seenAt: hoursAgo(1),
      export: { state: 'waiting' },
    });
    for (const id of ['1001', '9', 'nonsense', '1%27or%271']) {
      const frame = await pages.open(`/app/orders/${id}`);
      await frame.getByRole('heading', { name: 'This page does not exist' }).waitFor();
    }
  });
});

test('an order that cannot be synchronized, as that was turned off meanwhile, is told so in the merchant’s language', async () => {
  await aBusyShop(shop);
  const frame = await pages.open('/app/orders/1002', pages.opened.page, 'fr');
  await alive(frame, 'Commande #1002');
  await prisma.shop.updateMany({ data: { syncsOrders: false } });
  await frame.getByRole('button', { name: 'Synchroniser à nouveau' }).last().click();
  await pages.opened.page.getByText('Rien n’a été envoyé').waitFor();
  expect(pages.opened.faults).toEqual([]);
});
