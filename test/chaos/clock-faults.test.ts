import type pg from 'pg';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { Rate } from '#app/features/promise/types.ts';
import { openPool } from '#app/platform/database/client.ts';
import { askForRates, newBasket, RECOVERY, traceOf, withoutQuoteIds } from '#test/support/asked-rates.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { startWebBeside } from '#test/support/web-beside.ts';

/** Where the shoppers of these tests are, and the warehouse that serves them. */
const ZONE = 'Europe/Paris';
/** So long before a change of the clocks a process starts; then it is taken as far past it. */
const MARGIN_MS = 2 * 60_000;

let sandbox: RunningSandbox;
let database: pg.Pool;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  database = openPool(sandbox.ready.databaseUrl, { poolSize: 2 });
});

afterEach(() => sandbox.controlOneStock({ clockOffsetSeconds: 0 }));

afterAll(async () => {
  await database?.end();
  await sandbox?.stop();
});

it('a process that lives in another time zone shows the same dates, whether it asks OneStock or shares an answer', async () => {
  const tokyo = await startWebBeside(sandbox.ready, { env: { TZ: 'Asia/Tokyo' } });
  onTestFinished(tokyo.stop);
  for (const [first, second] of [
    [sandbox.ready.web, tokyo.url],
    [tokyo.url, sandbox.ready.web],
  ]) {
    await vi.waitFor(async () => {
      const basket = newBasket();
      const asked = await askForRates(sandbox.ready, basket, first);
      expect((await traceOf(database, asked)).rung).toBe('onestock');
      const shared = await askForRates(sandbox.ready, basket, second);
      expect(withoutQuoteIds(shared)).toEqual(withoutQuoteIds(asked));
      // Unless the look-up took its 30 ms and OneStock was asked again: then this is tried with another basket.
      expect((await traceOf(database, shared)).rung).toBe('shared');
    }, RECOVERY);
  }
});

it.each(nextTwoChanges().map((change) => ({ change, text: change.toString() })))(
  'across the change of the clocks of $text a promise stays the same moment, named by the clock that will then hold',
  async ({ change }) => {
    // GIVEN a process, and OneStock, shortly before the change
    const startsAt = new Date(change.epochMilliseconds - MARGIN_MS);
    const clockOffsetSeconds = Math.round((startsAt.getTime() - Date.now()) / 1000);
    await sandbox.controlOneStock({ clockOffsetSeconds });
    const web = await startWebBeside(sandbox.ready, {
      preload: 'test/support/moved-clock.ts',
      env: { TEST_CLOCK_STARTS_AT: startsAt.toISOString(), TEST_CLOCK_JUMP_MS: String(2 * MARGIN_MS) },
    });
    onTestFinished(web.stop);
    const basket = newBasket();
    const before = await askForRates(sandbox.ready, basket, web.url);
    const beforeTrace = await traceOf(database, before);
    expect(beforeTrace.rung).toBe('onestock');
    expect(beforeTrace.receivedAt.getTime()).toBeLessThan(change.epochMilliseconds);
    // WHEN the clocks have changed
    await sandbox.controlOneStock({ clockOffsetSeconds: clockOffsetSeconds + (2 * MARGIN_MS) / 1000 });
    web.signal('SIGUSR2');
    await vi.waitFor(async () => {
      const { receivedAt } = await traceOf(database, await askForRates(sandbox.ready, basket, web.url));
      expect(receivedAt.getTime()).toBeGreaterThan(change.epochMilliseconds);
    }, RECOVERY);
    // THEN what was known still counts, and what is asked anew is said alike
    const known = await askForRates(sandbox.ready, basket, web.url);
    expect((await traceOf(database, known)).rung).toBe('memory');
    const anew = await askForRates(sandbox.ready, newBasket(), web.url);
    expect((await traceOf(database, anew)).rung).toBe('onestock');
    expect(withoutQuoteIds(known)).toEqual(withoutQuoteIds(before));
    expect(withoutQuoteIds(anew)).toEqual(withoutQuoteIds(before));
    // THEN each date is the promise's moment on the destination's clock of that day
    for (const rate of before) expectWindowOfPromise(rate);
    const standard = before.find((rate) => rate.service_code === 'STANDARD');
    expect(standard?.min_delivery_date).toMatch(/ 08:00:00 /);
    expect(standard?.max_delivery_date).toMatch(/ 20:00:00 /);
    expect(standard?.description).toMatch(/16:00/);
  },
);

function nextTwoChanges(): Temporal.ZonedDateTime[] {
  const first = Temporal.Now.zonedDateTimeISO(ZONE).getTimeZoneTransition('next');
  const second = first?.getTimeZoneTransition('next');
  if (!first || !second) throw new Error(`The clocks of ${ZONE} change no more: take another zone.`);
  return [first, second];
}

function expectWindowOfPromise(rate: Rate): void {
  const promise = JSON.parse(rate.metafields.find(({ key }) => key === 'delivery_promise')?.value ?? 'null');
  expect(rate.min_delivery_date).toBe(onLocalClock(promise.eta_start));
  expect(rate.max_delivery_date).toBe(onLocalClock(promise.eta_end));
}

/** A moment in Unix seconds as `2027-03-31 08:00:00 +0200`. */
function onLocalClock(seconds: number): string {
  const moment = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(ZONE);
  const time = moment.toPlainTime().toString({ smallestUnit: 'second' });
  return `${moment.toPlainDate()} ${time} ${moment.offset.replace(':', '')}`;
}
