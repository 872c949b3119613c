import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { parts } from './asks-under-test.ts';
import { elsewhere } from './changes-under-test.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { outcome, shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);

const LAST_ATTEMPT = 10;
const lose = () => under.control({ failure: 'lost', failingResources: ['orders'] });
const answer = () => under.control({ failure: 'none' });
const line = [{ sku: 'SKU-001', quantity: 2 }];

describe('what changes in Shopify while it is not known whether OneStock has a delivery', () => {
  it('is told of that delivery too, once it is found', async () => {
    const orderId = await under.place({
      ...{ lines: line, shippingLine },
      deliveries: parts({ quantity: 1, serviceCode: 'STANDARD' }, { quantity: 1, methodType: 'LOCAL' }),
    });
    await under.command(orderId, 'hold');
    await under.run(orderId);
    await under.command(orderId, 'release');
    await lose();
    expect((await under.run(orderId)).isErr()).toBe(true);
    await under.command(orderId, 'change', { shippingAddress: elsewhere });
    await answer();
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    const orders = await under.ofOneStock();
    expect(orders).toHaveLength(2);
    for (const { delivery } of orders)
      expect(delivery.destination.address.lines).toEqual([elsewhere.address1]);
  });

  it('is told of the second one, where the first is there', async () => {
    const orderId = await under.place({
      ...{ lines: line, shippingLine },
      deliveries: parts({ quantity: 1, serviceCode: 'STANDARD' }, { quantity: 1, methodType: 'LOCAL' }),
    });
    const second = under.shopify.shopify.store.orders.get(orderId)?.fulfillmentOrders[1];
    await under.command(orderId, 'hold', { fulfillmentOrderId: second?.id });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    await under.command(orderId, 'release', { fulfillmentOrderId: second?.id });
    await lose();
    expect((await under.run(orderId)).isErr()).toBe(true);
    await answer();
    await under.command(orderId, 'change', { shippingAddress: elsewhere });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    for (const { delivery } of await under.ofOneStock())
      expect(delivery.destination.address.lines).toEqual([elsewhere.address1]);
    expect(await under.standing(orderId)).toEqual({});
  });
});

describe('an order that was given up and is cancelled in Shopify', () => {
  it('is taken out of OneStock, which had it all the same', async () => {
    const orderId = await under.place({ lines: line, shippingLine });
    await lose();
    expect(outcome(await under.run(orderId, LAST_ATTEMPT))).toMatchObject({ kind: 'needs_attention' });
    await answer();
    await under.command(orderId, 'cancel');
    await under.run(orderId);
    expect((await under.ofOneStock())[0]?.line_item_groups).toMatchObject([{ state: 'removed' }]);
    expect(await under.standing(orderId)).toEqual({});
  });

  it('asks nothing of a person any more', async () => {
    await under.configure({ settings: { severalDeliveries: 'leave' } });
    const deliveries = parts({ quantity: 1, serviceCode: 'STANDARD' }, { quantity: 1, methodType: 'LOCAL' });
    const orderId = await under.place({ lines: line, shippingLine, deliveries });
    expect(outcome(await under.run(orderId))).toMatchObject({ code: 'several_deliveries' });
    await under.command(orderId, 'cancel');
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'left_out' });
    expect(await under.standing(orderId)).toEqual({});
    expect(await under.record(orderId)).toMatchObject({ causes: [{ code: 'cancelled_before_sent' }] });
  });
});
