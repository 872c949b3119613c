import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { oneStockWebhooks } from '#app/endpoints/webhooks/onestock.ts';
import { CONVERGE_ORDER, oneStockSource } from '#app/features/orders/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { freshDatabase } from '#test/support/database.ts';
import { inboxUnderTest } from '#test/support/inbox.ts';
import { OTHER_SHOP, SHOP } from '#test/support/ties-under-test.ts';
import { message, oneStockWebhooksUnderTest } from './onestock-webhooks-under-test.ts';

/** Of an order that OneStock has. */
const SENT = { deliveries: { create: { number: 1, oneStockOrderId: '1001' } } };

const { database } = await freshDatabase();
const { prisma, pool } = database;
const inbox = inboxUnderTest(database, { sources: [oneStockSource] });
const { door, asked, events, signature, post, waitingTasks } = await oneStockWebhooksUnderTest(database);

describe('a message of OneStock', () => {
  it('is kept under its bytes with one job, and acknowledged by 202', async () => {
    const body = message({ parcel_id: 'p1', customer: { email: 'camille@example.com' } });
    expect(await post(body)).toEqual({ status: 202, code: null });
    expect(await prisma.inboxEvent.findMany()).toEqual([
      expect.objectContaining({
        source: 'onestock',
        shop: SHOP,
        messageId: createHash('sha256').update(body).digest('hex'),
        topic: 'parcel_state_changed',
        subject: '1001',
        facts: { parcelId: 'p1', oldState: 'created', newState: 'claimed' },
        state: 'waiting',
      }),
    ]);
    expect(await waitingTasks(CONVERGE_ORDER)).toBe(1);
  });

  it('that comes again in the same bytes is acknowledged and starts nothing', async () => {
    const body = message();
    const statuses = await Promise.all(Array.from({ length: 10 }, () => post(body)));
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([202]));
    expect(await prisma.inboxEvent.count()).toBe(1);
    expect(await waitingTasks(CONVERGE_ORDER)).toBe(1);
  });

  it('belongs to the shop of its address, and is believed with the key of that shop only', async () => {
    const body = message();
    const [ours, theirs] = asked;
    expect((await post(body, signature(body, { key: ours?.hashKey }), theirs?.url)).status).toBe(401);
    expect((await post(body, signature(body, { key: theirs?.hashKey }), theirs?.url)).status).toBe(202);
    expect(await prisma.inboxEvent.findMany({ select: { shop: true } })).toEqual([{ shop: OTHER_SHOP }]);
  });

  it('on a topic that nobody asked for is kept, and asks for nothing', async () => {
    expect((await post(message({ topic: 'stock_import_error_occurred' }))).status).toBe(202);
    const [kept] = await prisma.inboxEvent.findMany();
    expect(kept).toMatchObject({ topic: 'other', facts: { topic: 'stock_import_error_occurred' } });
    expect(kept).toMatchObject({ state: 'done', handledAt: expect.any(Date) });
    expect(await waitingTasks(CONVERGE_ORDER)).toBe(0);
  });

  it('that names no order is kept, and asks for nothing', async () => {
    expect((await post(message({ order_id: undefined, topic: 'order_state_changed' }))).status).toBe(202);
    const [kept] = await prisma.inboxEvent.findMany();
    expect(kept).toMatchObject({ topic: 'order_state_changed', subject: null, state: 'done' });
    expect(await waitingTasks(CONVERGE_ORDER)).toBe(0);
  });
});

describe('what is no message', () => {
  it('is refused by its own status, and keeps nothing', async () => {
    const unknown = `${door.origin}/webhooks/onestock/nobody`;
    expect(await post(message(), signature(message()), unknown)).toEqual({
      status: 404,
      code: 'unknown_webhook',
    });
    for (const body of ['', '{', 'null', '7', '[]', '"text"', '['.repeat(100_000)])
      expect(await post(body)).toEqual({ status: 400, code: 'not_json' });
    expect(await post(message({ filler: 'x'.repeat(1024 * 1024) }))).toEqual({
      status: 413,
      code: 'too_large',
    });
    const got = await fetch(asked[0]?.url ?? '');
    expect([got.status, got.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await prisma.inboxEvent.count()).toBe(0);
  });

  it('is refused for its size also where the size was not announced', async () => {
    const sending = request(asked[0]?.url ?? '', { method: 'POST' });
    const status = await new Promise((resolve, reject) => {
      sending.on('response', (answer) => resolve(answer.resume().statusCode)).on('error', reject);
      sending.write('x'.repeat(1024 * 1024));
      sending.end('x');
    });
    expect(status).toBe(413);
  });

  it('is told apart from one that could not be kept, which OneStock is to send again', async () => {
    const handle = oneStockWebhooks({
      events: events(),
      receive: async () => {
        throw new Error('the database is away');
      },
      clock: systemClock,
      log: pino({ level: 'silent' }),
    });
    const [{ url, hashKey } = { url: '', hashKey: '' }] = asked;
    const body = message();
    const headers = { 'onestock-signature': signature(body, { key: hashKey }) };
    const answer = await handle(
      url.split('/').at(-1) ?? '',
      new Request(url, { method: 'POST', body, headers }),
    );
    expect(answer.status).toBe(503);
  });
});

describe('what comes of messages', () => {
  const ORDER = 'gid://shopify/Order/1';
  const takeUp = () => events().takeUp({ shop: SHOP, oneStockOrderId: '1001' });

  it('thirty at once about one order, and it is read again once, when the second of the last is over', async () => {
    await prisma.orderExport.create({ data: { shop: SHOP, orderId: ORDER, ...SENT } });
    const bodies = Array.from({ length: 30 }, (_, index) => message({ line_item_group_id: `g${index}` }));
    const answers = await Promise.all(bodies.map((body) => post(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    const { rows } = await pool.query(
      `select key, payload, run_at from graphile_worker.jobs join graphile_worker._private_jobs using (id, key, run_at)
       where jobs.task_identifier = $1`,
      [CONVERGE_ORDER],
    );
    expect(rows).toEqual([
      {
        key: `converge:${SHOP}:1001`,
        payload: { shop: SHOP, oneStockOrderId: '1001' },
        run_at: expect.any(Date),
      },
    ]);
    const received = await prisma.inboxEvent.findMany({ select: { receivedAt: true } });
    const last = Math.max(...received.map(({ receivedAt }) => receivedAt.getTime()));
    expect(Math.abs(rows[0]?.run_at.getTime() - last - 1_000)).toBeLessThanOrEqual(1);

    expect(await takeUp()).toBe(ORDER);
    expect(await prisma.inboxEvent.count({ where: { state: 'done' } })).toBe(30);
  });

  it('that come while the order is worked on are worked on once more', async () => {
    await post(message());
    await pool.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker'");
    await post(message({ new_state: 'dispatched' }));
    expect(await waitingTasks(CONVERGE_ORDER)).toBe(2);
  });

  it('of an order that this app did not make is noted as such and left alone, even if another shop did', async () => {
    await prisma.orderExport.create({ data: { shop: OTHER_SHOP, orderId: ORDER, ...SENT } });
    await post(message());
    expect(await takeUp()).toBe(null);
    const [event] = await prisma.inboxEvent.findMany();
    expect(event).toMatchObject({ state: 'done', facts: { note: 'not ours', newState: 'claimed' } });
  });

  it('of another shop, or about another order, wait for their own turn', async () => {
    await prisma.orderExport.create({ data: { shop: SHOP, orderId: ORDER, ...SENT } });
    await post(message({ order_id: '1002' }));
    const theirs = message();
    const [, other] = asked;
    await post(theirs, signature(theirs, { key: other?.hashKey }), other?.url);
    await takeUp();
    expect(await prisma.inboxEvent.count({ where: { state: 'waiting' } })).toBe(2);
  });

  it('whose job was lost are given one after ten minutes, once an order', async () => {
    for (const line_item_group_id of ['g1', 'g2']) await post(message({ line_item_group_id }));
    await post(message({ order_id: '1002' }));
    await pool.query('delete from graphile_worker._private_jobs');
    expect(await inbox.requeueStranded()).toBe(0);
    await prisma.inboxEvent.updateMany({ data: { receivedAt: new Date(Date.now() - 11 * 60_000) } });
    expect(await inbox.requeueStranded()).toBe(2);
    expect(await inbox.requeueStranded()).toBe(0);
    expect(await waitingTasks(CONVERGE_ORDER)).toBe(2);
  });
});
