import { errAsync } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { PLACED, promising } from '#test/integration/features/orders/orders-under-test.ts';
import { freshDatabase } from '#test/support/database.ts';
import { promiseOf } from '#test/support/shown-rates.ts';
import { dated, down, placing, refused, shirts } from './placed-order.ts';

const { database } = await freshDatabase();
const placed = placing(database);

describe('an order without any trace of its checkout', () => {
  it('gets what OneStock promises now, and keeps it when it is resolved again', async () => {
    const { resolve, promises, oneStock, order } = await placed();
    oneStock.answer = () => promising(oneStock.asked.length);
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'recomputed', changed: true });
    order.fulfillmentOrders = [{ number: 1, lines: [shirts] }];
    // It says from then on what is delivered together.
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'recomputed', changed: true });
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
    for (let times = 0; times < 2; times++)
      expect((await resolve())._unsafeUnwrap()).toMatchObject({ source: 'checkout' });
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ changed: false });
    expect(promises()).toEqual([promiseOf(0)]);
    expect(oneStock.asked).toEqual([]);
  });
});
