import { describe, expect, it } from 'vitest';
import { causesText } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';
import { freshDatabase } from '#test/support/database.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { lines, outcome, shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);

describe('an order that OneStock does not take', () => {
  it('with a line that OneStock cannot know needs attention, and is not tried again by itself', async () => {
    const custom = { title: 'Engraving', unitPrice: 500, quantity: 1 };
    const orderId = await under.place({ lines: [...lines, custom], shippingLine, draft: true });
    expect(outcome(await under.run(orderId))).toMatchObject({ code: 'custom_line' });
    expect(await under.standing(orderId)).toEqual({
      export: [{ code: 'custom_line', params: { title: 'Engraving' } }],
    });
    // Nothing comes of another event: a person decides.
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'decided' });
  });

  it('is told by its item, or by the sales channel that is missing', async () => {
    await under.configure({ itemIdSource: 'variant_id' });
    const unknown = await under.place({ lines, shippingLine });
    expect(outcome(await under.run(unknown))).toMatchObject({ kind: 'needs_attention' });
    expect((await under.standing(unknown)).export).toMatchObject([
      { code: 'not_taken.unknown_item', params: { id: expect.stringMatching(/^\d+$/) } },
      ...[{ code: 'onestock_said' }, { code: 'order_not_created' }],
      ...[{ code: 'not_taken_remedy.unknown_item' }, { code: 'then_synchronize_again' }],
      { code: 'onestock_request' },
    ]);
    expect(await under.notes(unknown)).toEqual(['refused']);

    under.connected.account = {
      ...(under.connected.account as never as object),
      salesChannel: null,
    } as never;
    const channelless = await under.place({ lines, shippingLine });
    expect(outcome(await under.run(channelless))).toMatchObject({ code: 'sales_channel_missing' });
    expect(await under.ofOneStock()).toEqual([]);
  });

  it('because the site has somebody else’s order under its id is never taken for it', async () => {
    const orderId = await under.place({ lines, shippingLine });
    const name = under.shopify.shopify.store.orders.get(orderId)?.name.slice(1) ?? '';
    const theirs = {
      id: name,
      types: ['ffs'],
      date: 1_770_000_000,
      sales_channel: 'online_store',
      customer: { last_name: 'Somebody' },
      delivery: { destination: {} },
      pricing_details: { currency: 'EUR', price: 1 },
      order_items: [{ id: 'a', item_id: 'SKU-003', quantity: 1 }],
    };
    const { account } = under.connected.account as NonNullable<typeof under.connected.account>;
    expect((await under.gateway.createOrder(account, theirs)).isOk()).toBe(true);
    expect(outcome(await under.run(orderId))).toMatchObject({ code: 'export_id_taken' });
    expect(await under.record(orderId)).toMatchObject({ state: 'waiting', oneStockOrderId: null });
    expect(await under.standing(orderId)).toMatchObject({ export: [{ code: 'export_id_taken' }] });

    await under.configure({ settings: { orderIdPrefix: 'FR-' } });
    await under.exports.resynchronize(under.shop, [orderId]);
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    expect((await under.ofOneStock()).map(({ id }) => id)).toEqual([name, `FR-${name}`]);
  });

  it('is tried again while OneStock fails, and rests after the tenth time', async () => {
    await under.control({ failure: '500' });
    const orderId = await under.place({ lines, shippingLine });
    expect((await under.run(orderId, 6))._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_failed' });
    expect(await under.record(orderId)).toMatchObject({
      state: 'waiting',
      causes: [{ code: 'onestock_failed' }, { code: 'order_maybe_created' }],
    });
    expect(outcome(await under.run(orderId, 10))).toMatchObject({ code: 'onestock_failed' });
    expect(await under.record(orderId)).toMatchObject({ state: 'waiting', causes: null });
    expect(await under.standing(orderId)).toEqual({
      export: [{ code: 'onestock_failed' }, { code: 'order_maybe_created' }],
    });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'decided' });
    await under.control({ failure: 'none' });
    await under.exports.resynchronize(under.shop, [orderId]);
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
  });
});

describe('an order that Shopify does not let the app read', () => {
  it('needs attention, and says what that means and what to do', async () => {
    const unread = await under.place({ lines, shippingLine });
    await under.shopify.call('POST', '/_control', { protectedCustomerData: false });
    expect(outcome(await under.run(unread, 10))).toMatchObject({ kind: 'needs_attention' });
    await under.shopify.call('POST', '/_control', { protectedCustomerData: true });
    const { export: causes = [] } = await under.standing(unread);
    expect(causesText(speakWords('en'), causes)).toBe(
      'Shopify refused it. Check that the app has every permission it asks for. ' +
        'The order is not in OneStock, so nobody is asked to prepare it. Once the problem is solved, synchronize the order again.',
    );
  });
});

describe('an account that OneStock refuses', () => {
  it('has its orders wait until it is corrected, none for a person of its own', async () => {
    const orderId = await under.place({ lines, shippingLine });
    const working = under.connected.account;
    if (working) under.connected.account = { ...working, account: { ...working.account, password: 'old' } };
    expect((await under.run(orderId, 6))._unsafeUnwrapErr()).toMatchObject({ retryable: true });
    expect(await under.record(orderId)).toMatchObject({ state: 'waiting' });
    under.connected.account = working;
    expect(outcome(await under.run(orderId, 7))).toEqual({ kind: 'exported' });
    expect(await under.record(orderId)).toMatchObject({ causes: null });
  });
});
