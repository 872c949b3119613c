import { setTimeout as pause } from 'node:timers/promises';
import type { RunningSandbox } from '#test/support/sandbox.ts';
import { median, printFigure, rounded } from '../figure.ts';
import { load } from './load.ts';
import { wireRequest } from './requests.ts';
import { query } from './rows.ts';

const RUNS = 3;
const SOFT_DEADLINE_MS = 350;
/** A call may be under way for so long, see guarded-onestock.ts; the same for the others. */
const CALL_MS = 3000;
const OPEN_MS = 5000;
const MOST_CALLS = 50;
const FAILURES_TO_OPEN = 5;

let basket = 1;
const nextBasket = () => basket++;

function appPort({ ready }: RunningSandbox): number {
  return Number(new URL(ready.web).port);
}

async function questions({ ready }: RunningSandbox): Promise<number> {
  const { requests } = (await (await fetch(ready.onestock.control)).json()) as {
    requests: Record<string, number>;
  };
  const asked = Object.entries(requests).filter(([route]) => route.endsWith('/delivery_promises'));
  return asked.reduce((sum, [, count]) => sum + count, 0);
}

/** OneStock at 250 ± 100 ms, 50 requests a second, no basket twice. */
export async function distinctBaskets(sandbox: RunningSandbox): Promise<void> {
  const whole: number[] = [];
  const overhead: number[] = [];
  for (let round = 0; round < RUNS; round++) {
    await sandbox.controlOneStock({ latencyMs: 250, jitterMs: 100 });
    const since = new Date();
    const run = await load({
      port: appPort(sandbox),
      connections: 50,
      next: () => wireRequest(sandbox.ready, nextBasket()),
      seconds: 10,
      perSecond: 50,
    });
    await sandbox.controlOneStock({ latencyMs: 0, jitterMs: 0 });
    await pause(500);
    whole.push(run.latencyUs.percentile(95) / 1000);
    const [own] = await query<{ p99: number }>(
      sandbox,
      `select percentile_cont(0.99) within group (order by duration_ms - (phases_ms->>'onestock')::float8) as p99
       from callback where received_at >= $1`,
      [since],
    );
    overhead.push(own?.p99 ?? Number.NaN);
  }
  const p95 = median(whole);
  printFigure({
    figure: 'OneStock at 250 ± 100 ms, distinct baskets at 50 requests/s, p95 of the whole answer',
    value: rounded(p95),
    unit: 'ms',
    vs_bare: null,
    target: '<= 400 ms',
    pass: p95 <= 400,
  });
  const own = median(overhead);
  printFigure({
    figure: 'the same, p99 of what is not waiting for OneStock',
    value: rounded(own),
    unit: 'ms',
    vs_bare: null,
    target: '<= 10 ms',
    pass: own <= 10,
  });
}

/** OneStock takes every question and never answers. */
export async function hangingOneStock(sandbox: RunningSandbox): Promise<void> {
  const seconds = 12;
  const runs: { p99: number; share: number; asked: number }[] = [];
  for (let round = 0; round < RUNS; round++) {
    // The breaker has closed again since the round before, and a first answer says so.
    await pause(OPEN_MS + 500);
    await load({
      port: appPort(sandbox),
      connections: 1,
      next: () => wireRequest(sandbox.ready, nextBasket()),
      requests: 3,
    });
    await sandbox.controlOneStock({ failure: 'hang' });
    const before = await questions(sandbox);
    const run = await load({
      port: appPort(sandbox),
      connections: 50,
      next: () => wireRequest(sandbox.ready, nextBasket()),
      seconds,
      perSecond: 50,
    });
    runs.push({
      p99: run.latencyUs.percentile(99) / 1000,
      share: run.withRates / run.requests,
      asked: (await questions(sandbox)) - before,
    });
    await sandbox.controlOneStock({ failure: 'none' });
  }
  const share = Math.min(...runs.map((run) => run.share));
  const p99 = median(runs.map((run) => run.p99));
  const asked = Math.max(...runs.map((run) => run.asked));
  // What was under way when the first calls timed out, those that took their places until the breaker opened, and a probe each time
  // that it tried again.
  const allowed = MOST_CALLS + FAILURES_TO_OPEN + Math.ceil((seconds * 1000) / (OPEN_MS + CALL_MS));
  const unit = 'ms';
  printFigure({
    figure: 'OneStock hanging, answers that carry a rate',
    value: rounded(share * 100),
    unit: '%',
    vs_bare: null,
    target: '100 %',
    pass: share === 1,
  });
  printFigure({
    figure: 'OneStock hanging, p99',
    value: rounded(p99),
    unit,
    vs_bare: null,
    target: `<= ${SOFT_DEADLINE_MS + 50} ms`,
    pass: p99 <= SOFT_DEADLINE_MS + 50,
  });
  printFigure({
    figure: `OneStock hanging, questions put to it in ${seconds} s of 50 requests/s`,
    value: asked,
    unit: 'questions',
    vs_bare: null,
    target: `<= ${allowed}, what the breaker allows`,
    pass: asked <= allowed,
  });
}

/** A thousand shoppers with one basket that nobody asked for before. */
export async function thousandAlike(sandbox: RunningSandbox): Promise<void> {
  const asked: number[] = [];
  for (let round = 0; round < RUNS; round++) {
    await sandbox.controlOneStock({ latencyMs: 200 });
    const number = nextBasket();
    const before = await questions(sandbox);
    const request = wireRequest(sandbox.ready, number);
    await load({ port: appPort(sandbox), connections: 1000, next: () => request, requests: 1000 });
    await sandbox.controlOneStock({ latencyMs: 0 });
    asked.push((await questions(sandbox)) - before);
  }
  const value = Math.max(...asked);
  printFigure({
    figure: '1,000 alike requests at once, calls to OneStock',
    value,
    unit: 'calls',
    vs_bare: null,
    target: '1',
    pass: value === 1,
  });
}
