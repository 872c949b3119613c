import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Rate } from '#app/features/promise/types.ts';
import { openPool } from '#app/platform/database/client.ts';
import {
  askForRates,
  type Basket,
  LATEST_ANSWER_MS,
  newBasket,
  QUOTE_ID,
  quoteIdOf,
  RECOVERY,
  traceOf,
  withoutQuoteIds,
} from '#test/support/asked-rates.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { startWebBeside, type WebBeside } from '#test/support/web-beside.ts';

/** What is shown is written within 50 ms of the answer; a busy machine is granted this. */
const WRITTEN_AFTER_MS = 1_000;
/** Answers that a process under load gives before, and after, its kill. */
const ENOUGH = 100;
/** Shared answers to try: a look-up that takes over 30 ms is given up. */
const SPARE = 20;

let sandbox: RunningSandbox;
let database: pg.Pool;
let second: WebBeside;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  database = openPool(sandbox.ready.databaseUrl, { poolSize: 2 });
  second = await startWebBeside(sandbox.ready);
});

afterAll(async () => {
  await database?.end();
  await second?.stop();
  await sandbox?.stop();
});

interface Promised {
  basket: Basket;
  rates: Rate[];
}

/** Baskets that the sandbox's own web process, and no other, has asked OneStock about. */
async function promisedBaskets(count: number): Promise<Promised[]> {
  const promised: Promised[] = [];
  while (promised.length < count) {
    const basket = newBasket();
    const rates = await askForRates(sandbox.ready, basket);
    // The first answers of a process may come too late for a promise.
    if ((await traceOf(database, rates)).rung === 'onestock') promised.push({ basket, rates });
  }
  return promised;
}

/** Asks `web` until it has one of these answers from the process that knows them, and expects it to show the same. */
async function expectShared(promised: readonly Promised[], web: string): Promise<void> {
  const fresh = promised.values();
  await vi.waitFor(async () => {
    const { value: known } = fresh.next();
    if (!known) throw new Error('No look-up of a shared answer took less than its 30 ms.');
    const rates = await askForRates(sandbox.ready, known.basket, web);
    expect((await traceOf(database, rates)).rung).toBe('shared');
    expect(withoutQuoteIds(rates)).toEqual(withoutQuoteIds(known.rates));
  }, RECOVERY);
}

/** A checkout each few milliseconds, over a few baskets, until it is told to end. */
function putUnderLoad(web: string) {
  const baskets = Array.from({ length: 20 }, newBasket);
  const answers: { at: number; quoteIds: string[] }[] = [];
  const failures: { at: number; problem: string }[] = [];
  let isEnding = false;
  const shopper = async () => {
    while (!isEnding) {
      for (const basket of baskets) {
        await askForRates(sandbox.ready, basket, web).then(
          (rates) => answers.push({ at: performance.now(), quoteIds: rates.map(quoteIdOf) }),
          (error: Error) => failures.push({ at: performance.now(), problem: error.message }),
        );
        await pause(10);
      }
    }
  };
  const shoppers = Array.from({ length: 5 }, shopper);
  return {
    answers,
    failures,
    async end() {
      isEnding = true;
      await Promise.all(shoppers);
    },
  };
}

async function expectWritten(answers: readonly { quoteIds: string[] }[]): Promise<void> {
  const quoteIds = answers.flatMap((answer) => answer.quoteIds);
  await vi.waitFor(async () => {
    const { rows } = await database.query(
      `select count(*)::int as shown from shown_rate join showing using (answer_id)
       join callback on callback.id = callback_id where ${QUOTE_ID} = any($1::text[])`,
      [quoteIds],
    );
    expect(rows).toEqual([{ shown: quoteIds.length }]);
  }, RECOVERY);
}

async function expectInTime(answers: readonly { quoteIds: string[] }[]): Promise<void> {
  const { rows } = await database.query(
    `select distinct callback.id, duration_ms from shown_rate join showing using (answer_id)
     join callback on callback.id = callback_id where ${QUOTE_ID} = any($1::text[]) and duration_ms > $2`,
    [answers.flatMap((answer) => answer.quoteIds), LATEST_ANSWER_MS],
  );
  expect(rows).toEqual([]);
}

it('two web processes share what OneStock said, and show the same', async () => {
  await expectShared(await promisedBaskets(SPARE), second.url);
});

it('a web process that is killed under load: the other answers on, nothing written is lost, and its successor knows what was shared', async () => {
  // GIVEN two processes under load, and answers that the first alone gave
  const known = await promisedBaskets(SPARE);
  const first = putUnderLoad(sandbox.ready.web);
  const other = putUnderLoad(second.url);
  const answeredBefore = (moment: number) => first.answers.filter(({ at }) => at < moment - WRITTEN_AFTER_MS);
  await vi.waitUntil(() => answeredBefore(performance.now()).length >= ENOUGH, RECOVERY);
  // WHEN the first is killed
  const killedAt = performance.now();
  process.kill(sandbox.ready.processes.web, 'SIGKILL');
  const answeredAfter = () => first.answers.filter(({ at }) => at > killedAt + WRITTEN_AFTER_MS);
  await vi.waitUntil(() => answeredAfter().length >= ENOUGH, RECOVERY);
  await Promise.all([first.end(), other.end()]);
  // THEN the other failed nobody, and the first nobody once it answered again
  expect(other.failures).toEqual([]);
  expect(first.failures).not.toEqual([]);
  const backAt = answeredAfter()[0]?.at ?? 0;
  expect(first.failures.filter(({ at }) => at > backAt)).toEqual([]);
  // THEN every answer is written, but for those of the last moment before the kill
  await expectWritten(other.answers);
  await expectInTime(other.answers);
  await expectWritten(answeredAfter());
  await expectWritten(answeredBefore(killedAt));
  await expectShared(known, sandbox.ready.web);
});
