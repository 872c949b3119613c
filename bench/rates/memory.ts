import { readFile } from 'node:fs/promises';
import type { RunningSandbox } from '#test/support/sandbox.ts';
import { printFigure, rounded } from '../figure.ts';
import { load } from './load.ts';
import { wireRequest } from './requests.ts';

const BASKETS = 200_000;
const REQUESTS = 1_000_000;
const SETTLED_AFTER = 100_000;

/** Resident memory of the web process over a million requests, 200,000 distinct baskets in turn. */
export async function memoryOverAMillion(sandbox: RunningSandbox): Promise<void> {
  let sent = 0;
  // A step that shares no factor with the number of baskets visits all of them before it repeats one.
  const next = () => wireRequest(sandbox.ready, (sent++ * 7919) % BASKETS);
  const run = (requests: number) =>
    load({ port: Number(new URL(sandbox.ready.web).port), connections: 50, next, requests });
  await run(SETTLED_AFTER);
  const settled = await residentMb(sandbox.ready.processes.web);
  let most = settled;
  let withRates = 0;
  for (let done = SETTLED_AFTER; done < REQUESTS; done += SETTLED_AFTER) {
    withRates += (await run(SETTLED_AFTER)).withRates;
    const now = await residentMb(sandbox.ready.processes.web);
    most = Math.max(most, now);
    process.stderr.write(`${done + SETTLED_AFTER} requests, ${rounded(now, 0)} MB resident\n`);
  }
  const growth = (most / settled - 1) * 100;
  printFigure({
    figure: 'resident memory, growth from 100,000 to 1,000,000 requests over 200,000 baskets',
    value: rounded(growth, 1),
    unit: '%',
    vs_bare: null,
    target: '<= 10 %',
    pass: growth <= 10,
    settled_mb: rounded(settled, 0),
    most_mb: rounded(most, 0),
    with_rates: withRates,
  });
}

async function residentMb(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}
