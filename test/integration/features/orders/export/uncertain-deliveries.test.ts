import { randomUUID } from 'node:crypto';
import { errAsync } from 'neverthrow';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOneStockEvents } from '#app/features/orders/index.ts';
import { oneStockError } from '#app/gateways/onestock/errors.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { freshDatabase } from '#test/support/database.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { lines, outcome, shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);
const events = createOneStockEvents({
  database,
  clock: systemClock,
  jobs: createJobs(database.pool),
  oneStockAccounts: {} as never,
});

const timeout = () => errAsync(oneStockError('onestock_timeout', 'orders'));
const by = (createOrder: OneStockGateway['createOrder']) =>
  under.exportsWith({ oneStock: { ...under.gateway, createOrder } });
/** OneStock creates the order, and its answer is lost. */
const losing = by((...input) => under.gateway.createOrder(...input).andThen(timeout));

/** OneStock tells of its order 1001. */
async function tell() {
  const event = { source: 'onestock', shop: under.shop, topic: 'order_state_changed', subject: '1001' };
  await database.prisma.inboxEvent.create({ data: { ...event, messageId: randomUUID(), state: 'waiting' } });
  return events.takeUp({ shop: under.shop, oneStockOrderId: '1001' });
}

beforeEach(async () => {
  await database.pool.query('delete from inbox_event');
});

async function emptyQueue() {
  await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
}

describe('an event of OneStock about an order of which it is uncertain whether it was created', () => {
  it('has it looked for, and compared', async () => {
    const orderId = await under.place({ lines, shippingLine });
    expect((await losing.process(under.shop, orderId, 1)).isErr()).toBe(true);
    await emptyQueue();
    expect(await tell()).toBe(orderId);
    expect(await under.queued()).toEqual([orderId]);
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    const { rows } = await database.pool.query(
      "select key from graphile_worker.jobs where task_identifier = 'converge-order'",
    );
    expect(rows).toEqual([{ key: `converge:${under.shop}:1001` }]);
    await emptyQueue();
    expect(await tell()).toBe(orderId);
    expect(await under.queued()).toEqual([]);
  });

  it('lets it go on where it was given up', async () => {
    const orderId = await under.place({ lines, shippingLine });
    expect(outcome(await losing.process(under.shop, orderId, 10))).toMatchObject({ kind: 'needs_attention' });
    await emptyQueue();
    await tell();
    expect(await under.queued()).toEqual([orderId]);
    expect((await under.run(orderId)).isOk()).toBe(true);
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', oneStockOrderId: '1001' });
    expect(await under.standing(orderId)).toEqual({});
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('leaves it to a person where OneStock has it not, and still knows it when it is told of it again', async () => {
    const orderId = await under.place({ lines, shippingLine });
    expect(outcome(await by(timeout).process(under.shop, orderId, 10))).toMatchObject({
      kind: 'needs_attention',
    });
    for (let times = 0; times < 2; times++) {
      expect(outcome(await under.run(orderId))).toEqual({ kind: 'decided' });
      expect(await under.record(orderId)).toMatchObject({ state: 'waiting', oneStockOrderId: '1001' });
    }
    expect(await under.standing(orderId)).toMatchObject({ export: [{ code: 'onestock_timeout' }, {}] });
    expect(await under.ofOneStock()).toEqual([]);
  });
});
