import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseQuoteId } from '#app/features/promise/quote-id.ts';
import { createAnswerRecorder } from '#app/features/promise/record-answers.ts';
import { startStopwatch } from '#app/platform/stopwatch.ts';
import { checkoutDoor } from '#test/support/checkout-door.ts';
import { freshDatabase } from '#test/support/database.ts';
import { NOW, parsed, promisesFor, type Reply } from '#test/support/promises.ts';
import {
  collectOption,
  deliveryOption,
  rateRequestJson,
  SHOP,
  snapshot,
} from '#test/support/rate-requests.ts';

const { database } = await freshDatabase();
const { pool, prisma } = database;
const SPENT = { durationMs: 12.5, phasesMs: { onestock: 11 }, wasAborted: false };

beforeEach(async () => {
  await pool.query(
    'delete from shown_rate; delete from showing; delete from rate_answer; delete from callback; delete from answered_hour; delete from promise_cache',
  );
});

const everything = async () => {
  const tables = ['shown_rate', 'showing', 'rate_answer', 'callback', 'answered_hour', 'promise_cache'];
  const rows = await Promise.all(
    tables.map((table) => pool.query(`select to_jsonb(t)::text as row from ${table} t`)),
  );
  return rows.flatMap((each) => each.rows.map(({ row }) => row as string));
};

describe('what is kept of an answer', () => {
  it('is one row a rate, of exactly what was sent, and one trace', async () => {
    const { ask, promises } = checkoutDoor({
      shop: snapshot([
        deliveryOption(),
        deliveryOption({ handle: 'LATER', fallbackOnly: true }),
        collectOption(),
      ]),
      database,
    });
    const { rates } = await ask();
    await promises.close();
    const rows = await prisma.shownRate.findMany();
    expect(rows).toHaveLength(4);
    const showings = await prisma.showing.findMany();
    for (const rate of rates ?? []) {
      const metafields = Object.fromEntries(rate.metafields.map(({ key, value }) => [key, value]));
      const place = parseQuoteId(metafields.quote_id ?? '');
      expect(showings).toMatchObject([{ callbackId: place?.callbackId, shop: SHOP, shownAt: NOW }]);
      expect(rows.find(({ number }) => number === place?.number)).toMatchObject({
        shop: SHOP,
        composedAt: NOW,
        country: 'FR',
        postalPrefix: '31',
        code: rate.service_code,
        name: rate.service_name,
        price: Number(rate.total_price),
        currency: rate.currency,
        locale: 'fr-FR',
        rung: rate.service_code === 'LATER' ? 'fallback' : 'onestock',
        endpointId: rate.service_code.split(':')[1] ?? null,
        promise: JSON.parse(metafields.delivery_promise ?? 'null'),
      });
    }
    const [showing] = showings;
    expect(new Set(rows.map(({ answerId }) => answerId))).toEqual(new Set([showing?.answerId]));
    expect(await prisma.callback.findMany()).toMatchObject([
      { id: showing?.callbackId, answerId: showing?.answerId },
    ]);
    expect(await prisma.rateAnswer.findMany()).toMatchObject([
      { id: showing?.answerId, rung: 'onestock', status: 200, rateCount: 4 },
    ]);
  });

  it('is what answers alike share, once, and a row for each time that it was shown', async () => {
    const { ask, promises } = checkoutDoor({ shop: snapshot([deliveryOption(), collectOption()]), database });
    await ask();
    const again = [await ask(), await ask(), await ask()];
    await promises.close();
    expect([await prisma.showing.count(), await prisma.callback.count()]).toEqual([4, 4]);
    expect(
      await prisma.rateAnswer.findMany({ select: { rung: true }, orderBy: { composedAt: 'asc' } }),
    ).toHaveLength(2);
    const rates = again.map(({ rates }) => rates?.length ?? 0);
    expect(await prisma.shownRate.count()).toBe(2 * (rates[0] ?? 0));
    expect(
      await prisma.answeredHour.findMany({
        select: { rung: true, answers: true, promised: true, failed: true },
        orderBy: { rung: 'asc' },
      }),
    ).toEqual([
      { rung: 'memory', answers: 3, promised: 3, failed: 0 },
      { rung: 'onestock', answers: 1, promised: 1, failed: 0 },
    ]);
  });

  it('is its trace alone when Shopify did not wait: it was shown to nobody', async () => {
    const { ask, promises } = checkoutDoor({ database });
    await ask(rateRequestJson(), { hasHungUp: true });
    await promises.close();
    expect(await prisma.callback.findMany()).toMatchObject([{ wasAborted: true }]);
    expect(await prisma.showing.count()).toBe(0);
  });

  it('names no shopper: no name, e-mail, telephone or street, and no whole postal code', async () => {
    const { ask, promises } = checkoutDoor({ shop: snapshot([deliveryOption(), collectOption()]), database });
    const shopper = {
      name: 'Camille Martin',
      address1: '1 rue des Lois',
      address2: 'Escalier B',
      company_name: 'Camille SARL',
      email: 'camille@example.com',
      phone: '+33600000000',
      postal_code: '31234',
    };
    await ask(
      rateRequestJson({ destination: shopper, rate: { customer: { id: 987654321, tags: ['VIP'] } } }),
    );
    await promises.close();
    await vi.waitUntil(async () => (await prisma.promiseCache.count()) === 1);
    const rows = await everything();
    expect(rows).toHaveLength(8);
    for (const kept of [
      'Camille',
      'rue des',
      'Escalier',
      'SARL',
      'example.com',
      '0600000',
      '31234',
      '987654321',
    ]) {
      expect(rows.filter((row) => row.includes(kept))).toEqual([]);
    }
  });

  it('tells what OneStock said from what was shown: an answer that came too late is no shown rate', async () => {
    let answerNow = (_reply: Reply) => {};
    const { ask, promises } = checkoutDoor({
      shop: snapshot([deliveryOption()], { softDeadlineMs: 60 }),
      database,
      reply: (question) =>
        new Promise((done) => {
          answerNow = () => done(promisesFor(question));
        }),
    });
    await ask();
    await promises.close();
    const shown = () => prisma.shownRate.findMany({ select: { rung: true, promise: true } });
    expect(await shown()).toEqual([{ rung: 'fallback', promise: null }]);
    expect(await prisma.promiseCache.count()).toBe(0);
    answerNow([]);
    await vi.waitUntil(async () => (await prisma.promiseCache.count()) === 1);
    expect(await shown()).toEqual([{ rung: 'fallback', promise: null }]);
    expect((await ask()).rates?.[0]?.metafields).toHaveLength(2);
    await promises.close();
  });
});

describe('writing what was shown', () => {
  /** Answers by the real ladder that are not recorded yet. */
  async function answers(count: number) {
    const { promises } = checkoutDoor({ database });
    const shop = await promises.snapshots.byCarrierToken('path-token');
    if (!shop) throw new Error('The shop of the tests has this token.');
    const arrival = { receivedAt: NOW, stopwatch: startStopwatch() };
    return Promise.all(
      Array.from({ length: count }, () => promises.answerRates(shop, parsed(rateRequestJson()), arrival)),
    );
  }
  const recorder = () =>
    createAnswerRecorder({
      pool,
      log: pino({ enabled: false }),
      newId: randomUUID,
      mayTrace: () => true,
    });

  it('again, because it was not known whether it had been written, keeps each row once', async () => {
    const given = await answers(7);
    for (const each of [given.slice(0, 5), given]) {
      const { record, flush } = recorder();
      for (const answer of each) record(answer, SPENT);
      await flush();
    }
    expect([await prisma.callback.count(), await prisma.showing.count()]).toEqual([7, 7]);
    expect(await prisma.answeredHour.aggregate({ _sum: { answers: true } })).toEqual({
      _sum: { answers: 7 },
    });
  });

  it('goes on beside a row that PostgreSQL refuses', async () => {
    const [first, ...rest] = await answers(5);
    if (!first) throw new Error('There are five.');
    const trace = { ...first.prepared.trace, locale: 'fr\u0000' };
    const { record, flush } = recorder();
    for (const answer of [...rest, { ...first, prepared: { ...first.prepared, trace } }])
      record(answer, SPENT);
    await flush();
    expect([await prisma.callback.count(), await prisma.showing.count()]).toEqual([4, 4]);
  });
});
