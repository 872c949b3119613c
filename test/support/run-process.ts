/**
 * A worker that does runs of `countingKind(30)` and stops dead at one place: its arguments are the database's address, `read` or `write`,
 * and the number that the page begins at. Prints `HANGING` there, and waits to be killed.
 */
import { createObstacles } from '#app/features/obstacles/index.ts';
import { createRunSteps, type RunKind, TAKE_RUN_STEP } from '#app/features/runs/index.ts';
import type { RunStepJob } from '#app/features/runs/shape.ts';
import { systemClock } from '#app/platform/clock.ts';
import { openDatabase } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { runWorker } from '#app/platform/jobs/run-worker.ts';
import { createLogger } from '#app/platform/log.ts';
import { countingKind } from './counting-kind.ts';

const [url = '', place = '', from = ''] = process.argv.slice(2);
const log = createLogger('silent');
const database = openDatabase(url, { poolSize: 3 });

/** For ever, when this is the place. */
async function hangAt(reached: string, page: number): Promise<undefined> {
  if (reached !== place || page !== Number(from)) return undefined;
  console.log('HANGING');
  await new Promise(() => {});
  return undefined;
}

const kind = countingKind(30, {
  read: (page) => hangAt('read', page),
  write: (_transaction, page) => hangAt('write', page),
});
const steps = createRunSteps({
  database,
  jobs: createJobs(database.pool),
  obstacles: createObstacles(database, systemClock),
  clock: systemClock,
  log,
  kinds: [kind as RunKind],
});
const take = async (payload: unknown, context: Parameters<typeof steps.take>[1]) => {
  (await steps.take(payload as RunStepJob, context))._unsafeUnwrap();
};
await runWorker({ url, tasks: { [TAKE_RUN_STEP]: take }, concurrency: 2, log, silenceMs: 1_000 });
console.log('WORKING');
