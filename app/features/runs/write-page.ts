import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { RunDependencies } from './dependencies.ts';
import { endRun } from './end-run.ts';
import { enqueueStep } from './enqueue-step.ts';
import type { WritePage, WrittenPage } from './kind.ts';
import { type BegunRun, type HeldRun, holdRun, parseCounts } from './run-rows.ts';
import { MOST_OUTCOMES, moveRun, type RunOutcome } from './shape.ts';

const WRITE_TIMEOUT_MS = 15_000;

/**
 * Writes a page that was read: what the kind writes, what became of its records, where the next page begins and the job for it, all in one
 * transaction. Nothing is written where another worker was faster, or the run is over.
 */
export async function writePage(
  dependencies: RunDependencies,
  run: BegunRun,
  write: WritePage<unknown>,
  timeout = WRITE_TIMEOUT_MS,
): Promise<void> {
  await dependencies.database.prisma.$transaction(
    async (transaction) => {
      const held = await holdRun(transaction, run);
      if (!held) return;
      const page = await write(transaction);
      await keepOutcomes(transaction, run, held, page.outcomes ?? []);
      await moveOn(dependencies, transaction, run, held, page);
    },
    { timeout },
  );
}

async function moveOn(
  dependencies: RunDependencies,
  transaction: Prisma.TransactionClient,
  run: BegunRun,
  held: HeldRun,
  page: WrittenPage<unknown>,
): Promise<void> {
  const { next, outcomes = [] } = page;
  const progress = {
    total: page.total ?? held.total,
    done: held.done + page.done,
    failed: held.failed + outcomes.filter(({ hasFailed }) => hasFailed).length,
    counts: countedWith(parseCounts(held.counts), outcomes),
  };
  const state = moveRun(held.state, next === null ? 'finish' : 'page');
  if (state === 'done' || state === 'cancelled')
    return endRun(dependencies, transaction, run, held, { state, ...progress });
  const step = run.step + 1;
  await transaction.$executeRaw`
    update run set step = ${step}, cursor = ${JSON.stringify(next)}::jsonb, causes = '[]', total = ${progress.total}, done = ${progress.done},
      failed = ${progress.failed}, counts = ${progress.counts}::jsonb
    where id = ${run.id}::uuid`;
  if (state === 'running') await enqueueStep(dependencies.jobs, { ...run, step }, transaction);
}

/** Keeps the last thousand outcomes of the run. The kind's order of a page stays. */
async function keepOutcomes(
  transaction: Prisma.TransactionClient,
  { id: runId }: BegunRun,
  held: HeldRun,
  outcomes: readonly RunOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const before = Object.values(parseCounts(held.counts)).reduce((sum, count) => sum + count, 0);
  const data = outcomes.map(({ subject, cause: { code, params = {} }, hasFailed }, place) => ({
    runId,
    number: before + place + 1,
    subject,
    code,
    params: params as Prisma.InputJsonObject,
    hasFailed,
  }));
  await transaction.runOutcome.createMany({ data: data.slice(-MOST_OUTCOMES) });
  const oldest = before + outcomes.length - MOST_OUTCOMES;
  if (oldest > 0) await transaction.runOutcome.deleteMany({ where: { runId, number: { lte: oldest } } });
}

function countedWith(
  counts: Readonly<Record<string, number>>,
  outcomes: readonly RunOutcome[],
): Record<string, number> {
  const counted = { ...counts };
  for (const { cause } of outcomes) counted[cause.code] = (counted[cause.code] ?? 0) + 1;
  return counted;
}
