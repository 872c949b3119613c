import { err, ok, type Result } from 'neverthrow';
import { attemptWork } from '#app/features/obstacles/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { RunDependencies } from './dependencies.ts';
import { endRun } from './end-run.ts';
import { enqueueStep } from './enqueue-step.ts';
import type { RunBeginning, RunFailure, RunKind } from './kind.ts';
import { type BegunRun, beginPage, holdRun, parseCounts } from './run-rows.ts';
import { moveRun, type RUN_CODES, RUN_SOURCE, RUN_SUBJECT, type RunStepJob, statesFor } from './shape.ts';
import { writePage } from './write-page.ts';

export interface StepDependencies extends RunDependencies {
  /** What can be run. */
  kinds: readonly RunKind[];
}

/** What a page knows of its job. */
export interface StepAttempt {
  jobId: string;
  /** How often the page was tried, from 1. */
  attempt: number;
  /** Aborts when the process shuts down. */
  signal: AbortSignal;
}

/** After how long a run that is to be cancelled looks again whether its page is written. */
const LOOK_AGAIN_MS = 1_000;

type OwnFailure = RunFailure & { code: keyof typeof RUN_CODES };
const STOPPED_HALF_WAY: OwnFailure = { code: 'run_stopped_half_way', retryable: false };
const FAILED_INSIDE: OwnFailure = { code: 'run_failed_inside', retryable: true };

/**
 * Does one page of a run: the work of the job `take-run-step`. A run that is paused or over is left alone, one that is to be cancelled ends.
 * A page that fails comes again by its job; the tenth failure, or one that no retry can help, fails the run, which keeps its cursor.
 *
 * @returns the failure of a page that is to be tried again
 * @throws what reading or writing the page throws, while attempts are left
 */
export async function takeStep(
  dependencies: StepDependencies,
  job: Pick<RunStepJob, 'runId' | 'step'>,
  { jobId, attempt, signal }: StepAttempt,
): Promise<Result<void, RunFailure>> {
  const { database, clock, kinds, log } = dependencies;
  const run = await beginPage(database.prisma, job, clock.now());
  if (!run) {
    await stopRun(dependencies, job, jobId);
    return ok();
  }
  const kind = kinds.find(({ kind }) => kind === run.kind);
  if (!kind) throw new Error(`Nothing is known of runs of the kind ${run.kind}.`);
  return attemptWork<void, RunFailure>(log, {
    attempt,
    about: { shop: run.shop, run: run.id, kind: run.kind },
    stoppedHalfWay: STOPPED_HALF_WAY,
    failedInside: FAILED_INSIDE,
    work: () => doPage(dependencies, kind, run, signal),
    retryLater: (failure) => keepFailure(dependencies, run, failure, jobId),
    giveUp: (failure) => failRun(dependencies, kind, run, failure, attempt),
  });
}

async function doPage(
  dependencies: StepDependencies,
  kind: RunKind,
  run: BegunRun,
  signal: AbortSignal,
): Promise<Result<void, RunFailure>> {
  const { id: runId, shop } = run;
  const beginning = await beginningOf(kind, run);
  if (beginning.isErr()) return err(beginning.error);
  if (beginning.value === null) {
    await writePage(dependencies, run, async () => ({ next: null, done: 0 }));
    return ok();
  }
  const { cursor, total } = beginning.value;
  const write = await kind.read({ shop, runId, cursor, signal });
  if (write.isErr()) return err(write.error);
  const writing = async (transaction: Parameters<typeof write.value>[0]) => {
    const page = await write.value(transaction);
    return total === null ? page : { total, ...page };
  };
  await writePage(dependencies, run, writing, kind.writeTimeoutMs);
  return ok();
}

/** Where this page begins: at the cursor, or where the kind begins. */
async function beginningOf(
  kind: RunKind,
  { shop, cursor, parameters }: BegunRun,
): Promise<Result<RunBeginning<unknown> | null, RunFailure>> {
  if (cursor === null) return kind.start({ shop, parameters });
  return ok({ cursor: kind.cursor.parse(cursor), total: null });
}

/** Keeps why a page failed, for who looks meanwhile. A run that somebody cancels has nothing to be tried again. */
async function keepFailure(
  dependencies: RunDependencies,
  run: BegunRun,
  failure: RunFailure,
  jobId: string,
): Promise<void> {
  const causes = JSON.stringify([toCause(failure)]);
  await dependencies.database.prisma.$executeRaw`
    update run set causes = ${causes}::jsonb where id = ${run.id}::uuid and step = ${run.step} and state in ('running', 'paused')`;
  await stopRun(dependencies, { runId: run.id, step: run.step }, jobId);
}

/** Ends a run that is to be cancelled. While another worker reads a page of it, that is waited for. */
async function stopRun(
  dependencies: RunDependencies,
  { runId, step }: Pick<RunStepJob, 'runId' | 'step'>,
  jobId: string,
): Promise<void> {
  await dependencies.database.prisma.$transaction(async (transaction) => {
    const run = await transaction.run.findFirst({
      where: { id: runId, step, state: { in: statesFor('stop') } },
    });
    const held = run && (await holdRun(transaction, run));
    if (!held || moveRun(held.state, 'stop') !== 'cancelled') return;
    if (await isReadByAnother(transaction, runId, jobId)) {
      const later = new Date(dependencies.clock.now().getTime() + LOOK_AGAIN_MS);
      return enqueueStep(dependencies.jobs, run, transaction, later);
    }
    const counts = parseCounts(held.counts);
    const stopped = { ...run, shop: run.shop as BegunRun['shop'] };
    await endRun(dependencies, transaction, stopped, held, { ...held, counts, state: 'cancelled' });
  });
}

async function isReadByAnother(
  transaction: Prisma.TransactionClient,
  runId: string,
  jobId: string,
): Promise<boolean> {
  const [found] = await transaction.$queryRaw<{ isRead: boolean }[]>`
    select exists (
      select from graphile_worker._private_jobs as job
      where job.locked_at is not null and job.id <> ${jobId}::bigint and job.payload->>'runId' = ${runId}) as "isRead"`;
  return found?.isRead ?? false;
}

async function failRun(
  dependencies: RunDependencies,
  kind: RunKind,
  run: BegunRun,
  failure: RunFailure,
  attempts: number,
): Promise<void> {
  await dependencies.database.prisma.$transaction(async (transaction) => {
    const held = await holdRun(transaction, run);
    const state = held && moveRun(held.state, 'fail');
    if (!held || (state !== 'failed' && state !== 'cancelled')) return;
    const cause = toCause(failure);
    const causes = state === 'failed' ? [cause] : [];
    const counts = parseCounts(held.counts);
    await endRun(dependencies, transaction, run, held, { ...held, counts, state, causes });
    const isOurs = failure === STOPPED_HALF_WAY || failure === FAILED_INSIDE;
    if (state === 'cancelled' || held.again || (kind.hasOwnObstacles && !isOurs)) return;
    await dependencies.obstacles.raise(
      run.shop,
      {
        subject: { kind: RUN_SUBJECT, id: run.kind },
        source: RUN_SOURCE,
        causes: [{ code: kind.givenUpCode, params: {} }, cause],
        severity: 'warning',
        attempts,
        remedies: ['retry', 'dismiss'],
      },
      transaction,
    );
  });
}

/** Failures of gateways carry more than their cause, such as what the other system said: it is not for the database. */
function toCause({ code, params }: RunFailure): Cause {
  return params ? { code, params } : { code };
}
