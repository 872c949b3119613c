import { ResultAsync } from 'neverthrow';
import { afterEach, expect, it, vi } from 'vitest';
import { orderKey, RESOLVE_ORDER } from '#app/features/orders/shape.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { withLock } from '#app/platform/database/lock.ts';
import { runWorker, type Worker } from '#app/platform/jobs/run-worker.ts';
import { createLogger } from '#app/platform/log.ts';
import { freshDatabase } from '#test/support/database.ts';
import { asksUnderTest, parts } from './export/asks-under-test.ts';
import { shippingLine } from './export/order-under-test.ts';

const SLOTS = 4;
const MANY = 30;

const { url, database } = await freshDatabase();
const { under, kindOf } = await asksUnderTest(database);
let worker: Worker | undefined;

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});

/** Has a worker do orders' jobs, and tells how many failed. */
async function startWorker(exports: typeof under.exports) {
  const seen = { failed: 0 };
  const log = createLogger('silent');
  const resolve = async (payload: unknown, { attempt }: { attempt: number }) => {
    const { orderId } = payload as { orderId: OrderId };
    const done = await exports.process(under.shop, orderId, attempt);
    if (done.isErr()) seen.failed += 1;
  };
  worker = await runWorker({ url, tasks: { [RESOLVE_ORDER]: resolve }, concurrency: SLOTS, log });
  return seen;
}

it('an order of many fulfillment orders that OneStock lets hang leaves the worker to the orders of others', async () => {
  const answer = Promise.withResolvers<void>();
  let stuck: string | null = null;
  const createOrder = vi.fn(async (...[account, order]: Parameters<OneStockGateway['createOrder']>) => {
    stuck ??= order.id;
    if (order.id === stuck) await answer.promise;
    return under.gateway.createOrder(account, order);
  });
  const oneStock: OneStockGateway = {
    ...under.gateway,
    createOrder: (...input) => new ResultAsync(createOrder(...input)),
  };
  const exports = under.exportsWith({ oneStock });
  const big = await under.place({
    lines: [{ sku: 'SKU-001', quantity: MANY }],
    shippingLine,
    deliveries: parts(...Array.from({ length: MANY }, () => ({ quantity: 1 }))),
  });
  const seen = await startWorker(exports);
  await vi.waitUntil(() => stuck !== null, { timeout: 15_000 });
  // WHEN each of its fulfillment orders is told of, for as long as OneStock hangs
  for (let told = 0; told < MANY; told++) await under.note(big);
  const other = await under.place({ lines: [{ sku: 'SKU-002', quantity: 1 }], shippingLine });
  await vi.waitUntil(async () => (await under.record(other))?.exportedAt, { timeout: 15_000 });
  expect((await under.record(big))?.exportedAt).toBeNull();
  answer.resolve();
  await vi.waitUntil(async () => (await under.record(big))?.exportedAt, { timeout: 15_000 });
  const jobs = () => database.pool.query('select from graphile_worker.jobs');
  await vi.waitUntil(async () => (await jobs()).rowCount === 0, { timeout: 15_000 });
  // THEN its jobs came again, none of which counts as failed
  expect(seen.failed).toBe(0);
  expect(createOrder.mock.calls.filter(([, { id }]) => id === stuck)).toHaveLength(1);
});

it('a job that finds its order at work comes again within seconds, and a person is told', async () => {
  const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
  const order = { shop: under.shop, orderId };
  await withLock(database.pool, orderKey(order), async () => {
    const ended = (await under.run(orderId))._unsafeUnwrap();
    expect(ended).toEqual({ resolved: { kind: 'waiting', until: expect.any(Date) }, exported: null });
    expect(await under.queued()).toEqual([orderId]);
    expect((await under.exports.sendAgain(order))._unsafeUnwrapErr()).toMatchObject({ code: 'order_busy' });
  });
  expect(await kindOf(orderId)).toBe('exported');
});

it('events of an order’s fulfillment orders share one look at it, some two seconds later', async () => {
  const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
  await database.pool.query('delete from graphile_worker._private_jobs');
  const told = { id: 'one', source: 'shopify', facts: {}, triggeredAt: null, receivedAt: new Date() };
  const event = { ...told, shop: under.shop, subject: orderId, topic: 'fulfillment_orders/placed_on_hold' };
  for (let times = 0; times < 3; times++)
    expect((await under.exports.handleOrderChange(event))._unsafeUnwrap()).toBe('noted');
  const { rows } = await database.pool.query(
    'select extract(epoch from run_at - created_at)::float as seconds from graphile_worker.jobs',
  );
  expect(rows).toEqual([{ seconds: expect.closeTo(2, 0) }]);
});
