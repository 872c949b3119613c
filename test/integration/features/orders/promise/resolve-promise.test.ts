import { errAsync } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import {
  ordersUnderTest,
  PLACED,
  promising,
  SHOP,
} from '#test/integration/features/orders/orders-under-test.ts';
import { freshDatabase } from '#test/support/database.ts';
import { type FakeOrder, fakeOrder } from '#test/support/fake-order-shop.ts';
import { datesOf, promiseOf } from '#test/support/shown-rates.ts';

const { database } = await freshDatabase();
const LAST = 10;

/** An order whose two events were seen. */
async function placed(change: Partial<FakeOrder> = {}) {
  const order = fakeOrder(change);
  const under = await ordersUnderTest(database, order.id);
  under.shopify.orders.set(order.id, order);
  for (const topic of ['orders/create', 'fulfillment_orders/order_routing_complete'] as const) {
    await under.orders.noteEvent({ shop: SHOP, orderId: order.id, topic, seenAt: PLACED });
  }
  const resolve = (attempt = 1) => under.orders.resolvePromise(SHOP, order.id, attempt);
  const promises = () => JSON.parse(order.metafields.get('delivery_promise') ?? 'null');
  return { ...under, order, resolve, promises };
}

const shirts = { variant: 11, quantity: 2 };
const shoes = { variant: 12, quantity: 1 };
const dated = (days: number) => datesOf(promiseOf(days));

describe('an order', () => {
  it('gets the promise that the shopper saw, resolved after its cut-off and with OneStock down', async () => {
    const { resolve, show, promises, oneStock, clock } = await placed({
      createdAt: new Date('2026-11-21T14:59:59Z'),
      fulfillmentOrders: [{ number: 1, lines: [shirts], ...dated(0) }],
    });
    oneStock.answer = () => errAsync(down);
    await show([shirts], {});
    clock.pass(10 * 60 * 60);
    expect((await resolve())._unsafeUnwrap()).toEqual({
      kind: 'resolved',
      source: 'checkout',
      changed: true,
    });
    expect(promises()).toEqual([promiseOf(0)]);
    expect(oneStock.asked).toEqual([]);
  });

  it('says the store where it is collected', async () => {
    const code = 'COLLECT:store_1';
    const { resolve, show, order } = await placed({
      fulfillmentOrders: [{ number: 1, lines: [shirts], code }],
    });
    await show([shirts], { code, endpointId: 'store_1' });
    await resolve();
    expect(order.metafields.get('endpoint_id')).toBe('store_1');
  });

  it('gets the promise of the cart’s own quote, among others as likely', async () => {
    const { resolve, show, order, promises } = await placed();
    const [mine] = await show(
      [shirts],
      { promise: promiseOf(1) },
      { promise: promiseOf(2), shownAt: PLACED },
    );
    order.metafields.set('quote_id', mine?.quoteId ?? '');
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'cart' });
    expect(promises()).toEqual([promiseOf(1)]);
  });

  it.each([
    ['another shop’s', { shop: 'other.myshopify.com' as ShopDomain }],
    ['a later one', { shownAt: new Date(PLACED.getTime() + 61_000) }],
    ['one of another basket', { basketFingerprint: 'other', postalPrefix: '75' }],
  ])('is not moved by a forged quote id: %s', async (_, forged) => {
    const { resolve, show, order, promises } = await placed();
    const [, theirs] = await show([shirts], { promise: promiseOf(1) }, { promise: promiseOf(9), ...forged });
    order.metafields.set('quote_id', theirs?.quoteId ?? '');
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'checkout' });
    expect(promises()).toEqual([promiseOf(1)]);
  });

  it('placed within the second in which its rate was shown finds it, though Shopify’s clock is behind', async () => {
    const { resolve, show, promises } = await placed();
    await show([shirts], { shownAt: new Date(PLACED.getTime() + 900) });
    await resolve();
    expect(promises()).toEqual([promiseOf(0)]);
  });

  it('is not moved by rates shown within the minute after it, however many they are', async () => {
    const { resolve, show, promises } = await placed();
    const later = { promise: promiseOf(2), shownAt: new Date(PLACED.getTime() + 5_000) };
    await show([shirts], { promise: promiseOf(1) }, ...Array.from({ length: 201 }, () => later));
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'checkout' });
    expect(promises()).toEqual([promiseOf(1)]);
  });

  it('finds a rate that only a clock ahead of Shopify’s dates after it', async () => {
    const { resolve, show, promises } = await placed();
    await show([shirts], { shownAt: new Date(PLACED.getTime() + 50_000) });
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'checkout' });
    expect(promises()).toEqual([promiseOf(0)]);
  });

  it('of several groups gets a promise for each, and the least sure source', async () => {
    const { resolve, show, promises, record } = await placed({
      lines: [shirts, shoes],
      fulfillmentOrders: [
        { number: 1, lines: [shirts], ...dated(0) },
        { number: 2, lines: [shoes], ...dated(3) },
        { number: 3, lines: [shoes], methodType: 'PICK_UP', code: 'Shop Paris' },
      ],
    });
    await show([shirts], {});
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'delivery_window' });
    const { eta_start, eta_end } = promiseOf(3);
    expect(promises()).toEqual([promiseOf(0), expect.objectContaining({ eta_start, eta_end })]);
    expect(await record()).toMatchObject({ state: 'resolved', source: 'delivery_window' });
  });

  it('split after a checkout that asked for the whole basket gets that promise for each part', async () => {
    const { resolve, show, promises } = await placed({
      lines: [shirts, shoes],
      fulfillmentOrders: [
        { number: 1, lines: [shirts], ...dated(0) },
        { number: 2, lines: [shoes], ...dated(0) },
      ],
    });
    await show([shirts, shoes], {});
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'checkout' });
    expect(promises()).toEqual([promiseOf(0), promiseOf(0)]);
  });

  it('shown without a promise gets none, and says so', async () => {
    const { resolve, show, order, oneStock } = await placed();
    await show([shirts], { promise: null });
    await resolve();
    expect(Object.fromEntries(order.metafields)).toEqual({ delivery_promise_source: 'fallback' });
    expect(oneStock.asked).toEqual([]);
  });

  it.each([
    ['of gift cards alone', { lines: [{ variant: 9, quantity: 1, isGiftCard: true }], shippingLines: [] }],
    ['shipped by another carrier', { shippingLines: [{ code: 'UPS', title: 'UPS', amount: '9.00' }] }],
  ])('%s says that there is none', async (_, change) => {
    const { resolve, order } = await placed(change);
    expect((await resolve())._unsafeUnwrap()).toEqual({ kind: 'resolved', source: 'none', changed: true });
    expect(Object.fromEntries(order.metafields)).toEqual({ delivery_promise_source: 'none' });
  });

  it('made from a draft, with a custom line, finds the rate of its checkout', async () => {
    const lines = [shirts, { variant: null, quantity: 1, title: 'Engraving' }];
    const { resolve, show, promises } = await placed({ lines });
    await show(lines, {});
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'checkout' });
    expect(promises()).toEqual([promiseOf(0)]);
  });

  it('loses metafields that contradict what is known, and keeps all others', async () => {
    const metafields = new Map([
      ['endpoint_id', 'store_9'],
      ['delivery_promise', '[{"delivery_method":"old"}]'],
      ['gift_message', 'yes'],
    ]);
    const { resolve, order, shopify } = await placed({
      metafields,
      shippingLines: [{ code: 'UPS', title: 'UPS', amount: '9.00' }],
    });
    await resolve();
    expect(Object.fromEntries(order.metafields)).toEqual({
      gift_message: 'yes',
      delivery_promise_source: 'none',
    });
    expect(shopify.writes).toEqual([
      'set delivery_promise_source',
      'delete delivery_promise',
      'delete endpoint_id',
    ]);
  });

  it('is written once when two workers resolve it at the same moment', async () => {
    const { resolve, show, shopify } = await placed();
    await show([shirts], {});
    const outcomes = await Promise.all([resolve(), resolve(), resolve()]);
    expect(outcomes.map((outcome) => outcome._unsafeUnwrap())).toEqual([
      { kind: 'resolved', source: 'checkout', changed: true },
      { kind: 'resolved', source: 'checkout', changed: false },
      { kind: 'resolved', source: 'checkout', changed: false },
    ]);
    expect(shopify.writes).toEqual(['set delivery_promise', 'set delivery_promise_source']);
  });
});

const down: OneStockError = {
  code: 'onestock_timeout',
  retryable: true,
};
const refused: OneStockError = {
  code: 'onestock_credentials_refused',
  retryable: false,
};

describe('an order without any trace of its checkout', () => {
  it('gets what OneStock promises now, and keeps it when it is resolved again', async () => {
    const { resolve, promises, oneStock, order } = await placed();
    oneStock.answer = () => promising(oneStock.asked.length);
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'recomputed', changed: true });
    order.fulfillmentOrders = [{ number: 1, lines: [shirts] }];
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'recomputed', changed: false });
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ changed: false });
    expect(promises()).toEqual([promiseOf(1)]);
    expect(oneStock.asked).toHaveLength(1);
  });

  it('gets the same promise when the worker was lost between finding and writing it', async () => {
    const { resolve, promises, oneStock, shopify } = await placed();
    oneStock.answer = () => promising(oneStock.asked.length);
    shopify.failing.MetafieldsSet = 'shopify_unreachable';
    expect((await resolve())._unsafeUnwrapErr()).toMatchObject({ code: 'shopify_unreachable' });
    shopify.failing = {};
    await resolve();
    expect(promises()).toEqual([promiseOf(1)]);
    expect(oneStock.asked).toHaveLength(1);
  });

  it('is asked about as it was chosen: the items in all, the option and its destination', async () => {
    const { resolve, oneStock } = await placed({
      lines: [
        { variant: 11, quantity: 1 },
        { variant: 12, quantity: 1 },
        { variant: 11, quantity: 2 },
      ],
    });
    await resolve();
    expect(oneStock.asked).toEqual([
      {
        salesChannel: 'web',
        lines: [
          { itemId: 'SKU-11', quantity: 3 },
          { itemId: 'SKU-12', quantity: 1 },
        ],
        options: [
          { kind: 'home', deliveryMethod: 'standard', location: { country: 'FR', zipCode: '31000' } },
        ],
      },
    ]);
  });

  it('that is collected takes the promise of its own store only, and names the store in any case', async () => {
    const shippingLines = [{ code: 'COLLECT:store_1', title: 'Collect', amount: '0.00' }];
    const collect = { deliveryMethod: 'ckc', endpointId: 'store_1' };
    const own = await placed({ shippingLines });
    own.oneStock.answer = () => promising(0, collect);
    expect((await own.resolve())._unsafeUnwrap()).toMatchObject({ source: 'recomputed' });
    expect(own.oneStock.asked[0]?.options).toEqual([{ kind: 'collect', ...collect }]);

    const other = await placed({ shippingLines });
    other.oneStock.answer = () => promising(0, { ...collect, endpointId: 'store_2' });
    expect((await other.resolve())._unsafeUnwrap()).toMatchObject({ source: 'none' });
    expect(other.order.metafields.get('endpoint_id')).toBe('store_1');
  });

  it('gets none of a status that the option does not accept', async () => {
    const { resolve, oneStock } = await placed();
    oneStock.answer = () => promising(0, { status: 'partial' });
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'none' });
  });

  it('is tried again while OneStock does not answer, and has none after the fifth attempt', async () => {
    const { resolve, record, oneStock, order } = await placed();
    oneStock.answer = () => errAsync(down);
    expect((await resolve(4))._unsafeUnwrapErr()).toEqual(down);
    expect(order.metafields.size).toBe(0);
    expect((await resolve(5))._unsafeUnwrap()).toMatchObject({
      source: 'none',
    });
    expect(await record()).toMatchObject({ state: 'resolved', causes: [{ code: down.code }] });
    // OneStock is back, but a repeated event ends in the same metafields.
    oneStock.answer = () => promising(0);
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'none', changed: false });
    expect(await record()).toMatchObject({ causes: [{ code: down.code }] });
  });

  it('has none at once when no retry can help, when the shop is not connected, or an item has no SKU', async () => {
    const first = await placed();
    first.oneStock.answer = () => errAsync(refused);
    expect((await first.resolve())._unsafeUnwrap()).toMatchObject({ source: 'none' });
    expect(await first.record()).toMatchObject({ causes: [{ code: refused.code }] });

    const second = await placed();
    second.installed.account = null;
    expect((await second.resolve())._unsafeUnwrap()).toMatchObject({ source: 'none' });

    const third = await placed({ lines: [shirts, { variant: null, quantity: 1 }] });
    third.oneStock.answer = () => promising(0);
    expect((await third.resolve())._unsafeUnwrap()).toMatchObject({ source: 'none' });
    expect(third.oneStock.asked).toEqual([]);
  });
});

describe('an order that keeps what does not count any more', () => {
  const LAST_WEEK = new Date(PLACED.getTime() - 7 * 24 * 60 * 60 * 1000);
  const tooLongAgo = { code: 'shown_too_long_ago', params: { hours: 24 } };
  const routed = { fulfillmentOrders: [{ number: 1, lines: [shirts], ...dated(0) }] };

  it('is asked for anew, says why, and keeps that answer', async () => {
    const { resolve, show, promises, oneStock, record } = await placed(routed);
    await show([shirts], { shownAt: LAST_WEEK });
    oneStock.answer = () => promising(oneStock.asked.length);
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'recomputed', changed: true });
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'recomputed', changed: false });
    expect(promises()).toEqual([promiseOf(1)]);
    expect(oneStock.asked).toHaveLength(1);
    expect(await record()).toMatchObject({ state: 'resolved', causes: [tooLongAgo] });
  });

  it('placed after the cut-off of what was shown is asked for anew', async () => {
    const { resolve, show, promises, oneStock, record } = await placed({
      ...routed,
      createdAt: new Date('2026-11-21T15:00:00Z'),
    });
    await show([shirts], {});
    oneStock.answer = () => promising(1);
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'recomputed' });
    expect(promises()).toEqual([promiseOf(1)]);
    expect(await record()).toMatchObject({ causes: [{ code: 'cutoff_passed_before_order' }] });
  });

  it('is tried again while OneStock does not answer, and then has no promise and both reasons', async () => {
    const { resolve, show, oneStock, record, order } = await placed(routed);
    await show([shirts], { shownAt: LAST_WEEK });
    oneStock.answer = () => errAsync(down);
    expect((await resolve(4))._unsafeUnwrapErr()).toEqual(down);
    expect((await resolve(5))._unsafeUnwrap()).toMatchObject({ source: 'none' });
    expect(order.metafields.get('delivery_promise')).toBeUndefined();
    expect(await record()).toMatchObject({ causes: [tooLongAgo, { code: down.code }] });
  });

  it('counts for as long as its shop says', async () => {
    const { resolve, show, promises, installed } = await placed(routed);
    if (installed.shop) installed.shop = { ...installed.shop, shownRateLifeHours: 7 * 24 };
    await show([shirts], { shownAt: LAST_WEEK });
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'checkout' });
    expect(promises()).toEqual([promiseOf(0)]);
  });

  it.each([
    ['routed since', []],
    ['of a version that knew no age', [{ number: 1, lines: [shirts], ...dated(0) }]],
  ])('keeps the answer that it had: %s', async (_, fulfillmentOrders) => {
    const { resolve, show, promises, oneStock, order, installed } = await placed({ fulfillmentOrders });
    if (installed.shop) installed.shop = { ...installed.shop, shownRateLifeHours: 720 };
    await show([shirts], { shownAt: LAST_WEEK });
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'checkout' });
    if (installed.shop) installed.shop = { ...installed.shop, shownRateLifeHours: 24 };
    oneStock.answer = () => promising(1);
    order.fulfillmentOrders = routed.fulfillmentOrders;
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'checkout', changed: false });
    expect(promises()).toEqual([promiseOf(0)]);
    expect(oneStock.asked).toEqual([]);
  });
});

describe('writing', () => {
  it('reads again when somebody wrote in between, and ends in the same metafields', async () => {
    const { resolve, show, shopify, order } = await placed();
    await show([shirts], {});
    shopify.afterRead = () => {
      order.metafields.set('delivery_promise_source', 'theirs');
      shopify.afterRead = () => {};
    };
    expect((await resolve())._unsafeUnwrap()).toEqual({
      kind: 'resolved',
      source: 'checkout',
      changed: true,
    });
    expect(order.metafields.get('delivery_promise_source')).toBe('checkout');
  });

  it('gives up against somebody who always writes in between, and says so to the merchant', async () => {
    const { resolve, shopify, order, standing } = await placed();
    let times = 0;
    shopify.afterRead = () => {
      times += 1;
      order.metafields.set('delivery_promise_source', String(times));
    };
    expect((await resolve())._unsafeUnwrapErr()).toMatchObject({
      code: 'order_always_stale',
      retryable: true,
    });
    expect((await resolve(LAST))._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
    expect(await standing()).toMatchObject([{ source: 'promise', severity: 'critical' }]);
  });

  it('that Shopify refuses rests with Shopify’s words, and is put right by the next event', async () => {
    const { resolve, shopify, record, standing } = await placed();
    shopify.refusesMetafields = 'Value must be one of the choices.';
    expect((await resolve())._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'metafields_refused' },
    });
    expect(await standing()).toMatchObject([
      {
        source: 'promise',
        causes: [
          {
            code: 'metafields_refused',
            params: { order: expect.stringMatching(/^#\d+$/), said: 'Value must be one of the choices.' },
          },
        ],
        remedies: ['retry', 'dismiss', 'open'],
      },
    ]);
    shopify.refusesMetafields = null;
    await resolve();
    expect(await record()).toMatchObject({ state: 'resolved', causes: null });
    expect(await standing()).toEqual([]);
  });

  it('is tried again when Shopify fails, and rests after the last attempt', async () => {
    const { resolve, shopify, record } = await placed();
    shopify.failing.OrderForPromise = 'shopify_failed';
    expect((await resolve())._unsafeUnwrapErr()).toMatchObject({ code: 'shopify_failed', retryable: true });
    expect(await record()).toMatchObject({ state: 'waiting' });
    expect((await resolve(LAST))._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
  });

  it('rests at once when the app has lost its access', async () => {
    const { resolve, shopify, standing } = await placed();
    shopify.access = 'shopify_unauthorized';
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
    expect(await standing()).toMatchObject([
      { causes: [{ code: 'shopify_unauthorized' }, { code: 'promise_not_written' }], attempts: 1 },
    ]);
  });

  it('that a bug stops is tried again, and rests after the last attempt', async () => {
    const { resolve, shopify, standing } = await placed();
    shopify.afterRead = () => {
      throw new TypeError('a bug');
    };
    await expect(resolve()).rejects.toThrow('a bug');
    expect((await resolve(LAST))._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'order_failed_inside' },
    });
    expect(await standing()).toMatchObject([{ source: 'promise', severity: 'critical' }]);
  });

  it('that kills its worker each time rests with the reason, and is not tried again', async () => {
    const { resolve, shopify, standing } = await placed();
    shopify.afterRead = () => {
      throw new Error('nothing is read any more');
    };
    expect((await resolve(LAST + 1))._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'order_stopped_half_way' },
    });
    expect(await standing()).toMatchObject([{ causes: [{ code: 'order_stopped_half_way' }] }]);
  });

  it('whose worker dies after its promise was written keeps it, and nobody is told that it is missing', async () => {
    const { resolve, standing } = await placed();
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ kind: 'resolved', changed: true });
    expect((await resolve(LAST + 1))._unsafeUnwrap()).toMatchObject({ kind: 'resolved', changed: false });
    expect(await standing()).toEqual([]);
  });

  it('that finds its lock held for ever rests as well', async () => {
    const { resolve, standing, order } = await placed();
    await withLock(database.pool, `order:${SHOP}:${order.id}`, async () => {
      expect((await resolve(LAST + 1))._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
    });
    expect(await standing()).toMatchObject([{ source: 'promise', severity: 'critical' }]);
  });

  it('has a job for one attempt more than it is tried, to come to rest in', async () => {
    await placed();
    const { rows } = await database.pool.query('select max_attempts from graphile_worker.jobs');
    expect(rows[0].max_attempts).toBeGreaterThan(LAST);
  });

  it('ends quietly when the order was deleted or the app uninstalled', async () => {
    const { resolve, shopify, order, installed, record } = await placed();
    shopify.orders.delete(order.id);
    expect((await resolve())._unsafeUnwrap()).toEqual({ kind: 'gone' });
    expect(await record()).toMatchObject({ state: 'resolved' });
    installed.shop = null;
    expect((await resolve())._unsafeUnwrap()).toEqual({ kind: 'gone' });
  });
});
