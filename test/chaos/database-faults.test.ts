import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Rate } from '#app/features/promise/types.ts';
import { openPool } from '#app/platform/database/client.ts';
import { CONFIGURATION_CHANGED } from '#app/platform/database/listen.ts';
import {
  askForRates,
  LATEST_ANSWER_MS,
  newBasket,
  RECOVERY,
  type Trace,
  traceOf,
} from '#test/support/asked-rates.ts';
import { type Checkout, type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { findSandboxPostgres, type SandboxPostgres } from '#test/support/sandbox-postgres.ts';
import { startWebBeside, type WebBeside } from '#test/support/web-beside.ts';

const FREEZE_MS = 30_000;
const ASK_EVERY_MS = 400;

let sandbox: RunningSandbox;
let postgres: SandboxPostgres;
let database: pg.Pool;
let newcomer: WebBeside;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  database = openPool(sandbox.ready.databaseUrl, { poolSize: 2 });
  postgres = await findSandboxPostgres(sandbox.ready.databaseUrl);
  newcomer = await startWebBeside(sandbox.ready);
});

afterAll(async () => {
  await database?.end();
  await newcomer?.stop();
  await postgres?.leave();
  await sandbox?.stop();
});

it('freeze probe', async () => {
  const known = newBasket();
  await askForRates(sandbox.ready, known);
  const thaw = postgres.freeze();
  try {
    const t = performance.now();
    await askForRates(sandbox.ready, newBasket(), newcomer.url).catch((e) => console.log('newcomer', String(e), performance.now() - t));
    for (let i = 0; i < 30; i++) {
      const s = performance.now();
      const r = await askForRates(sandbox.ready, i % 2 ? known : newBasket()).catch((e) => e);
      console.log(i, r.length ?? String(r), Math.round(performance.now() - s));
      await pause(600);
    }
  } finally {
    thaw();
  }
  const x = performance.now();
  const rates = await askForRates(sandbox.ready, newBasket());
  console.log(await traceOf(database, rates), performance.now() - x);
});
