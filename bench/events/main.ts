/**
 * `npm run bench:events`: what happens to orders in both directions, in numbers, one JSON line a figure.
 *
 * Orders that piled up in Shopify are sent to OneStock. 30,000 signed events of OneStock about 3,000 orders come in at 500 a second, with
 * the worker stopped and with it running, and none may be lost. Events that piled up are worked on, and orders that lack a fulfilment get
 * it; by one worker process, and by two. The orders that are sent and fulfilled are real to both simulators; most of those that the 30,000
 * events are about have the app's own row only.
 *
 * The limits of Shopify's Admin API are lifted, as they would be all that is measured, and OneStock tells nothing by itself: every event
 * is one of those that are counted. Load generator, simulators, PostgreSQL and the app share the machine; each figure tells who used it.
 *
 * `npm run bench:events -- small` takes a twentieth of everything, to try it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { startSandboxProcess } from '#test/support/sandbox.ts';
import { withWorkerRunning, withWorkerStopped } from './acknowledgement.ts';
import { type Bench, tell } from './bench.ts';
import { convergeBacklog, twoAgainstOne } from './convergence.ts';
import { exportBacklog } from './export.ts';
import { openMessages } from './messages.ts';
import { keepOrdersOnly } from './orders.ts';
import { processorMeter } from './processor.ts';
import { workersOf } from './workers.ts';

const SCALE = process.argv.includes('small') ? 1 / 20 : 1;
const EVENTS = 30_000 * SCALE;
const ORDERS = 3_000 * SCALE;
const REAL_ORDERS = 300 * SCALE;
const LONGEST_MS = 40 * 60_000;
/** Times faster than in life that Shopify's points come back. */
const POINTS_FASTER = 1_000;
/** Every nth event that OneStock would send by itself is dropped. */
const DROP_EVERY = 1;

const sandbox = await startSandboxProcess();
const workers = workersOf(sandbox);
const ending = new AbortController();
try {
  const tooLong = pause(LONGEST_MS, 'too long', { signal: ending.signal }).catch(() => 'ended');
  if ((await Promise.race([measure(), tooLong])) === 'too long')
    throw new Error(`It was not over after ${LONGEST_MS / 60_000} minutes.`);
} finally {
  ending.abort();
  await workers.close();
  await sandbox.stop();
}

async function measure(): Promise<void> {
  await sandbox.controlShopify({ timeScale: POINTS_FASTER });
  await sandbox.controlOneStock({ dropEvery: DROP_EVERY });
  const messages = await openMessages(sandbox);
  const meter = await processorMeter(sandbox, workers.pids);
  const bench: Bench = { sandbox, workers, messages, meter };

  tell(`placing ${REAL_ORDERS} orders`);
  const real = await exportBacklog(bench, REAL_ORDERS);
  const orderIds = [...real, ...(await keepOrdersOnly(sandbox, ORDERS - real.length))];
  const eventLoad = { events: EVENTS, orderIds, realOrders: real.length };
  await withWorkerStopped(bench, eventLoad);
  await withWorkerRunning(bench, eventLoad);
  await convergeBacklog(bench, real);
  await twoAgainstOne(bench, real);
}
