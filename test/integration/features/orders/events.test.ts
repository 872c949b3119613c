import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import type { OrderTopic } from '#app/features/orders/index.ts';
import { readKnownOrder } from '#app/features/orders/known-order.ts';
import { enqueueResolution, resolvableFrom } from '#app/features/orders/note-event.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { freshDatabase } from '#test/support/database.ts';
import { type FakeOrder, fakeOrder, fulfillmentOrderId } from '#test/support/fake-order-shop.ts';
import { datesOf, promiseOf } from '#test/support/shown-rates.ts';
import { ordersUnderTest, PLACED, SHOP } from './orders-under-test.ts';

const { database } = await freshDatabase();
const CREATED: OrderTopic = 'orders/create';
const ROUTED: OrderTopic = 'fulfillment_orders/order_routing_complete';

function routed(order: FakeOrder): void {
  const { min, max } = datesOf(promiseOf(1));
  order.fulfillmentOrders = [{ number: 1, lines: order.lines, min, max }];
}

/** Two shoppers with the same basket and postcode saw different promises; the order is from the first of them. */
async function setUp() {
  const order = fakeOrder();
  const under = await ordersUnderTest(database, order.id);
  under.shopify.orders.set(order.id, order);
  await under.show(
    order.lines,
    { promise: promiseOf(1), shownAt: new Date('2026-11-21T10:00:00Z') },
    { promise: promiseOf(2), shownAt: new Date('2026-11-21T11:00:00Z') },
  );
  const note = (topic: OrderTopic, seenAt = under.clock.now()) =>
    under.orders.noteEvent({ shop: SHOP, orderId: order.id, topic, seenAt });
  return { ...under, order, note };
}

describe('the events of an order', () => {
  it('end in the same metafields however often, however late and in whatever order they come', async () => {
    const step = fc.constantFrom<'created' | 'routed' | 'time' | 'work'>('created', 'routed', 'time', 'work');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { order, note, runDueJob, clock, shopify } = await setUp();
        const act = async (each: (typeof steps)[number]) => {
          if (each === 'created') await note(CREATED);
          if (each === 'routed') {
            routed(order);
            await note(ROUTED);
          }
          if (each === 'time') clock.pass(21);
          if (each === 'work') await runDueJob();
        };
        for (const each of steps) await act(each);
        // Whatever happened so far, both events have come in the end.
        for (const each of ['created', 'routed', 'work'] as const) await act(each);
        const metafields = new Map(order.metafields);
        expect([...metafields.keys()].sort()).toEqual([
          'deliveries',
          'delivery_promise',
          'delivery_promise_source',
        ]);
        expect(JSON.parse(metafields.get('delivery_promise') ?? '')).toEqual([promiseOf(1)]);
        expect(metafields.get('delivery_promise_source')).toBe('checkout');

        const writes = shopify.writes.length;
        for (const each of ['routed', 'created', 'work', 'created', 'time', 'work'] as const) await act(each);
        expect(shopify.writes).toHaveLength(writes);
        expect(order.metafields).toEqual(metafields);
      }),
      { numRuns: 40 },
    );
  });

  it('are waited for: an order resolves when the second one comes', async () => {
    const { order, note, runDueJob, record, clock } = await setUp();
    await note(CREATED);
    expect(await runDueJob()).toBeNull();
    routed(order);
    await note(ROUTED);
    expect(await runDueJob()).toMatchObject({ kind: 'resolved', source: 'checkout', changed: true });
    const resolvedAt = clock.now();
    clock.pass(60);
    await note(ROUTED);
    expect(await runDueJob()).toMatchObject({ kind: 'resolved', changed: false });
    expect(await record()).toEqual({
      state: 'resolved',
      source: 'checkout',
      causes: null,
      resolvedAt,
    });
  });

  it('are not waited for beyond 20 seconds, and a later one still tells what it knows', async () => {
    const { order, note, runDueJob, clock } = await setUp();
    await note(CREATED);
    clock.pass(20);
    expect(await runDueJob()).toMatchObject({ kind: 'resolved', source: 'checkout_ambiguous' });
    expect(JSON.parse(order.metafields.get('delivery_promise') ?? '')).toEqual([promiseOf(2)]);
    routed(order);
    await note(ROUTED);
    expect(await runDueJob()).toMatchObject({ kind: 'resolved', source: 'checkout', changed: true });
    expect(JSON.parse(order.metafields.get('delivery_promise') ?? '')).toEqual([promiseOf(1)]);
  });

  it('that come at the same moment leave one job, due at once', async () => {
    const { order, note, dueAt, runDueJob } = await setUp();
    routed(order);
    await Promise.all([note(CREATED), note(ROUTED), note(CREATED)]);
    expect(await dueAt()).toEqual(new Date(PLACED.getTime() + 1000));
    expect(await runDueJob()).toMatchObject({ kind: 'resolved', changed: true });
    expect(await dueAt()).toBeNull();
  });

  it('are waited for from the first of them, in whatever order they arrive', async () => {
    const { note, dueAt } = await setUp();
    await note(CREATED, new Date(PLACED.getTime() + 9_000));
    await note(CREATED, new Date(PLACED.getTime() + 3_000));
    await note(CREATED, new Date(PLACED.getTime() + 6_000));
    expect(await dueAt()).toEqual(new Date(PLACED.getTime() + 23_000));
  });

  it('are noted together with their job, or not at all', async () => {
    const { order, orders, dueAt } = await setUp();
    const event = { shop: SHOP, orderId: order.id, topic: CREATED, seenAt: PLACED };
    await database.pool.query('alter function enqueue_jobs(jsonb) rename to enqueue_no_jobs');
    await expect(orders.noteEvent(event)).rejects.toThrow('enqueue_jobs');
    await database.pool.query('alter function enqueue_no_jobs(jsonb) rename to enqueue_jobs');
    expect(await dueAt()).toBeNull();
    expect(await database.prisma.orderPromise.count()).toBe(0);
  });

  it('that make the job run too early put it off to its time', async () => {
    const { order, note, orders, dueAt, clock } = await setUp();
    await note(CREATED);
    await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
    const until = new Date(clock.now().getTime() + 20_000);
    const outcome = await orders.resolvePromise(SHOP, order.id, 1);
    expect(outcome._unsafeUnwrap()).toEqual({ kind: 'waiting', until });
    expect(await dueAt()).toEqual(until);
    expect(order.metafields.size).toBe(0);
  });
});

describe('a second event that comes while the job looks at the first one', () => {
  it('is not put off: the order is still resolved at once', async () => {
    const { order, note, runDueJob, dueAt, clock } = await setUp();
    await note(CREATED);
    // What the payment's job finds, before the second event is noted.
    const { promise } = await readKnownOrder(database, SHOP, order.id);
    if (!promise) throw new Error('The order is known.');
    expect(resolvableFrom(promise).getTime()).toBeGreaterThan(clock.now().getTime());
    routed(order);
    await note(ROUTED);
    const { id: orderId } = order;
    await enqueueResolution(createJobs(database.pool), { shop: SHOP, orderId }, resolvableFrom(promise));
    expect((await dueAt())?.getTime()).toBeLessThanOrEqual(clock.now().getTime());
    expect(await runDueJob()).toMatchObject({ kind: 'resolved', source: 'checkout', changed: true });
  });
});

describe('an event from the inbox', () => {
  const event = (topic: string, subject: string | null): InboxEvent => ({
    id: '7f1f1a52-0000-4000-8000-000000000000',
    source: 'shopify',
    shop: SHOP,
    topic,
    subject,
    facts: {},
    triggeredAt: null,
    receivedAt: PLACED,
  });

  it('of a routed fulfillment order is noted for its order, from when it was received', async () => {
    const { order, orders, dueAt } = await setUp();
    routed(order);
    expect((await orders.handleOrderEvent(event(ROUTED, fulfillmentOrderId(1))))._unsafeUnwrap()).toBe(
      'noted',
    );
    expect(await dueAt()).toEqual(new Date(PLACED.getTime() + 20_000));
    expect((await orders.handleOrderEvent(event(CREATED, order.id)))._unsafeUnwrap()).toBe('noted');
    expect(await dueAt()).toEqual(PLACED);
  });

  it('of a fulfillment order that Shopify does not show is let go', async () => {
    const { orders, dueAt } = await setUp();
    expect((await orders.handleOrderEvent(event(ROUTED, fulfillmentOrderId(9))))._unsafeUnwrap()).toBe(
      'ignored',
    );
    expect(await dueAt()).toBeNull();
  });

  it('of a shop that has uninstalled the app leaves nothing that shop/redact would not see', async () => {
    const { orders, order, installed, shopify } = await setUp();
    routed(order);
    installed.shop = null;
    shopify.access = 'shopify_not_installed';
    for (const [topic, subject] of [
      [CREATED, order.id],
      [ROUTED, fulfillmentOrderId(1)],
    ] as const) {
      expect((await orders.handleOrderEvent(event(topic, subject)))._unsafeUnwrap()).toBe('ignored');
    }
    expect(await database.prisma.orderPromise.count()).toBe(0);
  });

  it('is tried again when Shopify cannot be asked which order it concerns', async () => {
    const { orders, shopify } = await setUp();
    shopify.failing.OrderOfFulfillmentOrder = 'shopify_unreachable';
    const result = await orders.handleOrderEvent(event(ROUTED, fulfillmentOrderId(1)));
    expect(result._unsafeUnwrapErr()).toMatchObject({ code: 'shopify_unreachable', retryable: true });
  });

  it('that names nothing is refused for good', async () => {
    const { orders } = await setUp();
    const result = await orders.handleOrderEvent(event(CREATED, null));
    expect(result._unsafeUnwrapErr()).toMatchObject({ code: 'order_event_unreadable', retryable: false });
  });
});
