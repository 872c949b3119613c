import type { RunningSandbox } from '#test/support/sandbox.ts';
import { median, printFigure, rounded } from '../figure.ts';
import type { Beside } from './beside.ts';
import { type LoadResult, load } from './load.ts';
import { wireRequest } from './requests.ts';
import { writtenRows } from './rows.ts';

const CONNECTIONS = 50;
const RUNS = 3;

/** A basket that memory knows, asked for by a hundred shoppers: alike in all that counts, and different in their bytes. */
function alikeRequests(sandbox: RunningSandbox): () => Buffer {
  const requests = Array.from({ length: 100 }, (_, index) =>
    wireRequest(sandbox.ready, 0, `Shopper ${index}`),
  );
  let next = 0;
  return () => requests[next++ % requests.length] as Buffer;
}

/** Requests per second at 50 connections, the three servers in turn, three times. */
export async function saturated(sandbox: RunningSandbox, bare: Beside, remix: Beside): Promise<void> {
  const next = alikeRequests(sandbox);
  const run = (port: number, seconds: number) => load({ port, connections: CONNECTIONS, next, seconds });
  const app = Number(new URL(sandbox.ready.web).port);
  for (const port of [app, bare.port, remix.port]) await run(port, 3);
  const ratios: { ours: LoadResult; toBare: number; toRemix: number }[] = [];
  for (let round = 0; round < RUNS; round++) {
    const before = await writtenRows(sandbox);
    const ours = await run(app, 8);
    const after = await writtenRows(sandbox);
    const theirs = await run(bare.port, 8);
    const remixed = await run(remix.port, 8);
    const written = { traces: after.traces - before.traces, rates: after.rates - before.rates };
    process.stderr.write(
      `app ${Math.round(ours.requestsPerSecond)}/s (${ours.requests} answers, ${written.traces} traces and ${written.rates} rates written), ` +
        `bare ${Math.round(theirs.requestsPerSecond)}/s, Remix ${Math.round(remixed.requestsPerSecond)}/s\n`,
    );
    ratios.push({
      ours,
      toBare: ours.requestsPerSecond / theirs.requestsPerSecond,
      toRemix: ours.requestsPerSecond / remixed.requestsPerSecond,
    });
  }
  const toBare = median(ratios.map((ratio) => ratio.toBare));
  const toRemix = median(ratios.map((ratio) => ratio.toRemix));
  const value = Math.round(median(ratios.map(({ ours }) => ours.requestsPerSecond)));
  const rows = await writtenRows(sandbox);
  const unit = 'requests/s';
  printFigure({
    figure: 'memory hit, 10 lines, 50 connections',
    value,
    unit,
    vs_bare: rounded(toBare),
    target: '>= 0.5 of the bare handler',
    pass: toBare >= 0.5,
    rows_written: rows,
  });
  printFigure({
    figure: 'memory hit, against a Remix resource route',
    value,
    unit,
    vs_bare: rounded(toBare),
    vs_remix: rounded(toRemix),
    target: '>= 3 times the Remix route',
    pass: toRemix >= 3,
  });
}

/** The tail at a steady 2,000 requests a second. */
export async function steady(sandbox: RunningSandbox, bare: Beside): Promise<void> {
  const next = alikeRequests(sandbox);
  const run = (port: number) => load({ port, connections: CONNECTIONS, next, seconds: 8, perSecond: 2000 });
  const app = Number(new URL(sandbox.ready.web).port);
  const p99s: { ours: number; bare: number }[] = [];
  for (let round = 0; round < RUNS; round++) {
    const ours = await run(app);
    const theirs = await run(bare.port);
    p99s.push({ ours: ours.latencyUs.percentile(99) / 1000, bare: theirs.latencyUs.percentile(99) / 1000 });
  }
  const value = median(p99s.map(({ ours }) => ours));
  const difference = median(p99s.map(({ ours, bare: theirs }) => ours - theirs));
  printFigure({
    figure: 'memory hit at 2,000 requests/s, p99',
    value: rounded(value),
    unit: 'ms',
    vs_bare: rounded(difference),
    target: '<= the bare handler + 3 ms',
    pass: difference <= 3,
  });
}
