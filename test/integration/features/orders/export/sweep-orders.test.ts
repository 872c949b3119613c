import { describe, expect, it } from 'vitest';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import { requeueStrandedOrders } from '#app/features/orders/requeue-stranded-orders.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { freshDatabase } from '#test/support/database.ts';
import { runToEnd } from '#test/support/run-to-end.ts';
import { exportsUnderTest } from './exports-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);
const shop = under.shop;

const lines = [{ sku: 'SKU-001', quantity: 2 }];
const shippingLine = { title: 'Standard delivery', code: 'STANDARD', price: 490 };

function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000);
}

/** Places an order that no event announces. */
async function placeUnheard(createdAt = new Date()): Promise<OrderId> {
  const orderId = (await under.shopify.placeOrder({ lines, shippingLine, createdAt })) as OrderId;
  await under.shopify.routed(orderId);
  const order = under.shopify.shopify.store.orders.get(orderId);
  if (order) order.updatedAt = createdAt;
  return orderId;
}

const requeue = () =>
  requeueStrandedOrders({ database, jobs: createJobs(database.pool), clock: systemClock });

async function sweep(): Promise<number> {
  return (await runToEnd(database, under.exports.sweepRun, shop))._unsafeUnwrap();
}

async function forgetJobs(): Promise<void> {
  await database.pool.query(
    'select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null',
  );
}

describe('the sweep', () => {
  it('finds the orders that no event announced, each once, and leaves those from before the switch alone', async () => {
    await under.configure({ syncsOrdersSince: minutesAgo(60) });
    const unheard = await placeUnheard(minutesAgo(5));
    await placeUnheard(minutesAgo(120));
    expect(await sweep()).toBe(1);
    expect(await under.queued()).toEqual([unheard]);
    expect(await sweep()).toBe(0);
    expect((await under.run(unheard)).isOk()).toBe(true);
    await forgetJobs();
    expect(await sweep()).toBe(0);
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('takes an order out of OneStock that was cancelled while orders were not synchronized', async () => {
    const cancelled = await under.place({ lines, shippingLine });
    await under.run(cancelled);
    await under.configure({ syncsOrders: false });
    await under.command(cancelled, 'cancel');
    await forgetJobs();
    const later = new Date(Date.now() + 60_000);
    await under.configure({ syncsOrders: true, syncsOrdersSince: later, ordersSweptTo: null });
    expect(await sweep()).toBe(1);
    expect(await under.queued()).toEqual([cancelled]);
    expect((await under.record(cancelled))?.compareAt?.getTime()).toBeLessThanOrEqual(Date.now());
    await under.run(cancelled);
    expect(await under.ofOneStock()).toMatchObject([{ line_item_groups: [{ state: 'removed' }] }]);
    await forgetJobs();
    expect(await sweep()).toBe(0);
  });

  it('leaves an order to its event while that is on its way', async () => {
    await placeUnheard();
    expect(await sweep()).toBe(0);
  });

  it('finds the payment, the cancellation and the edit that no event told', async () => {
    await under.configure({ syncMoment: 'paid', ordersSweptTo: minutesAgo(1) });
    const paid = await under.place({ lines, shippingLine, financialStatus: 'PENDING' });
    const cancelled = await under.place({ lines, shippingLine });
    const edited = await under.place({ lines, shippingLine });
    const unchanged = await under.place({ lines, shippingLine });
    for (const orderId of [paid, cancelled, edited, unchanged]) await under.run(orderId);
    await forgetJobs();
    expect(await sweep()).toBe(0);
    await under.command(paid, 'pay');
    await under.command(cancelled, 'cancel');
    await under.command(edited, 'edit', { quantities: [{ sku: 'SKU-001', quantity: 1 }] });
    expect(await sweep()).toBe(3);
    expect((await under.queued()).sort()).toEqual([paid, cancelled, edited].sort());
  });

  it('finds the refund that no event told of an order that is closed', async () => {
    await under.configure({ ordersSweptTo: minutesAgo(1) });
    const closed = await under.place({ lines, shippingLine });
    await under.run(closed);
    await database.prisma.orderExport.updateMany({ data: { state: 'closed', closedAt: new Date() } });
    await forgetJobs();
    await under.command(closed, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    expect(await sweep()).toBe(1);
    await under.run(closed);
    expect(await under.notes(closed)).toContain('refunded');
    expect(await under.record(closed)).toMatchObject({ state: 'closed' });
  });

  it('goes on from the last whole sweep, and looks a little further back', async () => {
    await under.configure({ syncsOrdersSince: minutesAgo(600), ordersSweptTo: minutesAgo(30) });
    await placeUnheard(minutesAgo(90));
    const overlapping = await placeUnheard(minutesAgo(35));
    expect(await sweep()).toBe(1);
    expect(await under.queued()).toEqual([overlapping]);
    const { ordersSweptTo } = await database.prisma.shop.findUniqueOrThrow({ where: { domain: shop } });
    expect(ordersSweptTo?.getTime()).toBeGreaterThan(minutesAgo(1).getTime());
  });

  it('does nothing for a shop whose switch is off', async () => {
    await under.configure({ syncsOrders: false, syncsOrdersSince: minutesAgo(60) });
    await placeUnheard(minutesAgo(5));
    expect(await sweep()).toBe(0);
    expect(await under.queued()).toEqual([]);
  });
});

describe('an event about a change of an order', () => {
  const event = (subject: string | null): InboxEvent => ({
    id: '',
    source: 'shopify',
    shop,
    topic: 'orders/cancelled',
    subject,
    facts: {},
    triggeredAt: null,
    receivedAt: new Date(),
  });

  it('has the job of a known order run again, and lets any other be', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await forgetJobs();
    const unheard = await placeUnheard();
    expect((await under.exports.handleOrderChange(event(unheard)))._unsafeUnwrap()).toBe('ignored');
    expect((await under.exports.handleOrderChange(event(orderId)))._unsafeUnwrap()).toBe('noted');
    expect(await under.queued()).toEqual([orderId]);
  });

  it('is let go where it names no order: the sweep is behind it', async () => {
    expect((await under.exports.handleOrderChange(event(null)))._unsafeUnwrap()).toBe('ignored');
  });
});

describe('an order whose export waits without a job', () => {
  it('is given one after ten minutes, unless it waits for its payment and the shop wants that', async () => {
    await under.configure({ syncMoment: 'paid' });
    const unpaid = await under.place({ lines, shippingLine, financialStatus: 'PENDING' });
    await under.run(unpaid);
    const stranded = await under.place({ lines, shippingLine });
    await under.control({ failure: '500' });
    await under.run(stranded, 6);
    await forgetJobs();
    expect(await requeue()).toBe(0);
    await database.prisma.orderExport.updateMany({ data: { createdAt: minutesAgo(11) } });
    expect(await requeue()).toBe(1);
    expect(await under.queued()).toEqual([stranded]);
    expect(await requeue()).toBe(0);
    await under.configure({ syncMoment: 'created' });
    expect(await requeue()).toBe(1);
    expect((await under.queued()).toSorted()).toEqual([unpaid, stranded].toSorted());
  });
});

describe('synchronizing orders again', () => {
  it('is queued at once, is asked twice as once, and says how far each order is', async () => {
    const sent = await under.place({ lines, shippingLine });
    await under.run(sent);
    await forgetJobs();
    const old = await placeUnheard();
    const asked = [old, sent, old];
    for (let times = 0; times < 2; times++) {
      expect((await under.exports.resynchronize(shop, asked)).isOk()).toBe(true);
    }
    expect((await under.queued()).sort()).toEqual([old, sent].sort());
    const progress = (orderIds: OrderId[]) => under.exports.synchronizations(shop, orderIds);
    expect(await progress([old, sent])).toEqual([
      { orderId: old, state: 'waiting', isWorking: true, causes: null, oneStockOrderId: null },
      expect.objectContaining({ orderId: sent, state: 'exported', isWorking: true }),
    ]);
    await under.run(old);
    await forgetJobs();
    expect(await progress([old])).toMatchObject([{ state: 'exported', isWorking: false }]);
    expect(await under.ofOneStock()).toHaveLength(2);
    expect(await under.notes(old)).toEqual(['requested', 'exported']);
  });

  it('of an order that the shop does not have ends in nothing', async () => {
    const orderId = 'gid://shopify/Order/404' as OrderId;
    await under.exports.resynchronize(shop, [orderId]);
    expect((await under.run(orderId)).isOk()).toBe(true);
    expect(await under.exports.synchronizations(shop, [orderId])).toMatchObject([{ state: 'left_out' }]);
  });

  it('is refused while the switch is off', async () => {
    await under.configure({ syncsOrders: false });
    const asked = await under.exports.resynchronize(shop, ['gid://shopify/Order/1' as OrderId]);
    expect(asked._unsafeUnwrapErr()).toMatchObject({ code: 'orders_not_synchronized' });
  });
});
