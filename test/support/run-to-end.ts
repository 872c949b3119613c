import { err, ok, type Result } from 'neverthrow';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { createRunSteps, createRuns, type RunFailure, type RunKind } from '#app/features/runs/index.ts';
import { isLive, type RunState } from '#app/features/runs/shape.ts';
import { type Clock, systemClock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** The runs over a real database and queue. */
export function runsUnderTest(database: Database, clock: Clock = systemClock) {
  const obstacles = createObstacles(database, clock);
  const dependencies = {
    database,
    jobs: createJobs(database.pool),
    obstacles,
    clock,
    log: createLogger('silent'),
  };
  const runs = createRuns(dependencies);
  return { runs, obstacles, stepsOf: (...kinds: RunKind[]) => createRunSteps({ ...dependencies, kinds }) };
}

/**
 * Starts a run, or goes on with the one that is not over, and does its pages one after the other, each as its first attempt.
 *
 * @returns how many records are done; the failure of the first page that has one
 */
export async function runToEnd<Cursor>(
  database: Database,
  kind: RunKind<Cursor>,
  shop: ShopDomain,
  clock?: Clock,
): Promise<Result<number, RunFailure>> {
  const { runs, stepsOf } = runsUnderTest(database, clock);
  const steps = stepsOf(kind as RunKind);
  const runId = await runs.start({ shop, kind: kind.kind, by: 'schedule' });
  for (;;) {
    const run = await database.prisma.run.findUniqueOrThrow({ where: { id: runId } });
    if (run.state === 'failed') {
      const [cause] = run.causes as { code: string }[];
      return err({ code: cause?.code ?? '', retryable: false });
    }
    if (!isLive(run.state as RunState)) return ok(run.done);
    const job = { jobId: '0', attempt: 1, signal: new AbortController().signal };
    const outcome = await steps.take({ runId, step: run.step }, job);
    if (outcome.isErr()) return err(outcome.error);
  }
}
