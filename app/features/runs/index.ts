import type { Result } from 'neverthrow';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { controlRun, retryLastRuns } from './control-run.ts';
import type { RunDependencies } from './dependencies.ts';
import { readJobs } from './jobs/read-jobs.ts';
import type { ShopJob } from './jobs/types.ts';
import type { RunFailure, RunKind } from './kind.ts';
import { readRun, readRuns } from './read-runs.ts';
import { requeueStrandedRuns } from './requeue-stranded-runs.ts';
import type { RunCommand, RunFilters, RunStepJob, RunStory, RunSummary } from './shape.ts';
import { type AskedRun, startRun, startRuns } from './start-run.ts';
import { type StepAttempt, takeStep } from './take-step.ts';

export type { RunDependencies } from './dependencies.ts';
export type { JobState, ShopJob } from './jobs/types.ts';
export {
  onePageRun,
  type RunBeginning,
  type RunFailure,
  type RunKind,
  type RunPage,
  type WritePage,
  type WrittenPage,
} from './kind.ts';
export type * from './shape.ts';
export { TAKE_RUN_STEP } from './shape.ts';
export type { AskedRun } from './start-run.ts';
export { TABLES } from './tables.ts';

/** Long work for a shop, done a page a job, that its merchant can watch, pause and cancel. */
export interface Runs {
  /** See {@link startRun}. */
  start(asked: AskedRun, transaction?: Prisma.TransactionClient): Promise<string>;
  /** See {@link startRuns}. */
  startAll(asked: Omit<AskedRun, 'shop'>, shops: readonly ShopDomain[]): Promise<void>;
  /** See {@link controlRun}. */
  control(shop: ShopDomain, id: string, command: RunCommand): Promise<boolean>;
  /** See {@link retryLastRuns}. */
  retryLast(shop: ShopDomain, kinds: readonly string[]): Promise<number>;
  /** See {@link readRuns}. */
  list(shop: ShopDomain, filters: RunFilters, cursor?: string): Promise<Page<RunSummary>>;
  /** See {@link readRun}. */
  read(shop: ShopDomain, id: string): Promise<RunStory | null>;
  /** The work of the shop that is no run; see {@link readJobs}. */
  jobs(shop: ShopDomain): Promise<ShopJob[]>;
  /** To be called now and then; see {@link requeueStrandedRuns}. */
  requeueStranded(): Promise<number>;
}

export function createRuns(dependencies: RunDependencies): Runs {
  const { database } = dependencies;
  return {
    start: (asked, transaction) => startRun(dependencies, asked, transaction),
    startAll: (asked, shops) => startRuns(dependencies, asked, shops),
    control: (shop, id, command) => controlRun(dependencies, shop, id, command),
    retryLast: (shop, kinds) => retryLastRuns(dependencies, shop, kinds),
    list: (shop, filters, cursor) => readRuns(database, shop, filters, cursor),
    read: (shop, id) => readRun(database, shop, id),
    jobs: (shop) => readJobs(database, shop),
    requeueStranded: () => requeueStrandedRuns(database),
  };
}

/** Who does the pages: apart from {@link Runs}, for the kinds are made of features that start runs. */
export interface RunSteps {
  /** See {@link takeStep}. */
  take(job: Pick<RunStepJob, 'runId' | 'step'>, attempt: StepAttempt): Promise<Result<void, RunFailure>>;
}

export function createRunSteps(dependencies: RunDependencies & { kinds: readonly RunKind[] }): RunSteps {
  return { take: (job, attempt) => takeStep(dependencies, job, attempt) };
}
