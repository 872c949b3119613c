import { errAsync } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { PLACED } from '#test/integration/features/orders/orders-under-test.ts';
import { freshDatabase } from '#test/support/database.ts';
import { promiseOf } from '#test/support/shown-rates.ts';
import { dated, down, placing, shirts, shoes } from './placed-order.ts';

const { database } = await freshDatabase();
const placed = placing(database);

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

  it('is written once when two workers resolve it at the same moment, and a third comes again', async () => {
    const { resolve, show, shopify } = await placed();
    await show([shirts], {});
    const outcomes = await Promise.all([resolve(), resolve(), resolve()]);
    expect(outcomes.map((outcome) => outcome._unsafeUnwrap())).toEqual([
      { kind: 'resolved', source: 'checkout', changed: true },
      { kind: 'resolved', source: 'checkout', changed: false },
      { kind: 'waiting', until: expect.any(Date) },
    ]);
    expect(shopify.writes).toEqual(['set delivery_promise', 'set delivery_promise_source']);
  });
});
