import { createHash, createHmac, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { okAsync } from 'neverthrow';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { oneStockWebhooks } from '#app/endpoints/webhooks/onestock.ts';
import { CONVERGE_ORDER, type OneStockEvents, oneStockSource } from '#app/features/orders/index.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { startEventDoor } from '#test/support/event-door.ts';
import { inboxUnderTest } from '#test/support/inbox.ts';
import { ACCOUNT, OTHER_SHOP, SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

const { database } = await freshDatabase();
const { prisma, pool } = database;
const door = await startEventDoor(database);
const inbox = inboxUnderTest(database, { sources: [oneStockSource] });

/** What OneStock was last asked to call, by shop, and with which key. */
let asked: { url: string; hashKey: string }[] = [];
const { oneStockAccounts, shops, obstacles } = tiesUnderTest(database, {
  appUrl: door.origin,
  oneStock: {
    listWebhooks: () => okAsync([]),
    createWebhook: (_, webhook) => {
      asked.push(webhook);
      return okAsync({ id: randomUUID() });
    },
  } as Partial<OneStockGateway> as OneStockGateway,
});
let events: OneStockEvents;

async function synchronize(shop: ShopDomain) {
  await shops.install(shop);
  await prisma.shop.update({ where: { domain: shop }, data: { syncsOrders: true } });
  (await oneStockAccounts.saveAccount(shop, ACCOUNT))._unsafeUnwrap();
  (await oneStockAccounts.ensureWebhook(shop))._unsafeUnwrap();
}

beforeEach(async () => {
  await pool.query(
    'delete from shop; delete from obstacle; delete from inbox_event; delete from order_export; delete from graphile_worker._private_jobs',
  );
  asked = [];
  await synchronize(SHOP);
  await synchronize(OTHER_SHOP);
  await pool.query('delete from graphile_worker._private_jobs');
  events = door.serve(oneStockAccounts);
});

const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
const now = () => Math.floor(Date.now() / 1000);

function signature(body: string, { key = asked[0]?.hashKey ?? '', at = now() } = {}): string {
  return `t=${at},h0=${hmac(key, `${at}.${body}`)}`;
}

async function post(body: string, header: string | null = signature(body), url = asked[0]?.url ?? '') {
  const headers: Record<string, string> = header === null ? {} : { 'onestock-signature': header };
  const answer = await fetch(url, { method: 'POST', body, headers });
  const text = await answer.text();
  return { status: answer.status, code: text === '' ? null : JSON.parse(text).error };
}

const message = (fields: object = {}) =>
  JSON.stringify({ order_id: '1001', date: now(), old_state: 'created', new_state: 'claimed', ...fields });

async function waitingTasks(task: string): Promise<number> {
  const { rowCount } = await pool.query('select from graphile_worker.jobs where task_identifier = $1', [
    task,
  ]);
  return rowCount ?? 0;
}

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

describe('a signature', () => {
  it.each([
    ['with full stops between its parts', (body: string) => signature(body).replaceAll(',', '.')],
    ['with spaces after the commas', (body: string) => signature(body).replaceAll(',', ', ')],
    [
      'by an older key beside one that is not known here',
      (body: string) => signature(body).replace(',h0=', `,h0=${hmac('newer', 'x')},h1=`),
    ],
    ['of six days ago', (body: string) => signature(body, { at: now() - 6 * 86_400 })],
  ])('%s is believed', async (_, header) => {
    const body = message();
    expect((await post(body, header(body))).status).toBe(202);
  });

  it.each([
    ['that is missing', () => null],
    ['that is empty', () => ''],
    ['of nothing', () => `t=${now()}`],
    ['by another key', (body: string) => signature(body, { key: 'another' })],
    ['of another body', (body: string) => signature(`${body} `)],
    ['of a time that was changed', (body: string) => signature(body).replace(/t=\d/, 't=2')],
    ['of eight days ago', (body: string) => signature(body, { at: now() - 8 * 86_400 })],
    ['of the time alone', () => `t=${now()},h0=${hmac(asked[0]?.hashKey ?? '', `${now()}`)}`],
    ['that never ends', (body: string) => `${signature(body)}${',h1=00'.repeat(1000)}`],
  ])('%s is refused with 401, keeps nothing, and is told to the merchant', async (_, header) => {
    const body = message();
    expect(await post(body, header(body))).toEqual({ status: 401, code: 'signature_invalid' });
    expect(await prisma.inboxEvent.count()).toBe(0);
    expect((await obstacles.list(SHOP)).map(({ source }) => source)).toEqual(['onestock_webhook_signature']);
  });

  it('of the time alone is believed where the shop says that its site signs so, for six hours', async () => {
    await prisma.shop.update({
      where: { domain: SHOP },
      data: { settings: { orders: { oneStockSignatureForm: 'timestamp' } } },
    });
    const timeAlone = (at: number) => `t=${at},h0=${hmac(asked[0]?.hashKey ?? '', `${at}`)}`;
    expect((await post(message(), timeAlone(now()))).status).toBe(202);
    expect((await post(message(), timeAlone(now() - 7 * 3_600))).status).toBe(401);
  });

  it('that is wrong again and again is reported once', async () => {
    let reports = 0;
    const handle = oneStockWebhooks({
      events: {
        senderOf: events.senderOf,
        reportSignature: async () => {
          reports += 1;
        },
      },
      receive: async () => ({ topic: 'other', state: 'received' }),
      clock: systemClock,
      log: pino({ level: 'silent' }),
    });
    const token = asked[0]?.url.split('/').at(-1) ?? '';
    for (let times = 0; times < 5; times++)
      expect((await handle(token, new Request(door.origin, { method: 'POST', body: '{}' }))).status).toBe(
        401,
      );
    expect(reports).toBe(1);
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
      events,
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
  const takeUp = () => events.takeUp({ shop: SHOP, oneStockOrderId: '1001' });

  it('thirty at once about one order, and it is read again once, when the second of the last is over', async () => {
    await prisma.orderExport.create({ data: { shop: SHOP, orderId: ORDER, oneStockOrderId: '1001' } });
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
    await prisma.orderExport.create({ data: { shop: OTHER_SHOP, orderId: ORDER, oneStockOrderId: '1001' } });
    await post(message());
    expect(await takeUp()).toBe(null);
    const [event] = await prisma.inboxEvent.findMany();
    expect(event).toMatchObject({ state: 'done', facts: { note: 'not ours', newState: 'claimed' } });
  });

  it('of another shop, or about another order, wait for their own turn', async () => {
    await prisma.orderExport.create({ data: { shop: SHOP, orderId: ORDER, oneStockOrderId: '1001' } });
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
