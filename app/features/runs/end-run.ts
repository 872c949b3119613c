import type { Cause } from '#app/platform/cause.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { RunDependencies } from './dependencies.ts';
import type { BegunRun, HeldRun } from './run-rows.ts';
import { RUN_SOURCE, RUN_SUBJECT, type RunState } from './shape.ts';
import { startRun } from './start-run.ts';

/** What a run came to. */
interface RunEnd {
  state: Extract<RunState, 'done' | 'failed' | 'cancelled'>;
  causes?: readonly Cause[];
  /** Its counts by now. */
  total: number | null;
  done: number;
  failed: number;
  counts: Prisma.InputJsonObject;
}

/**
 * Ends a run. One that succeeded clears the obstacle of an earlier one of its kind. Where it was asked for again meanwhile, another starts.
 *
 * Schedules start many runs that find nothing to do, or fail by the same each time: of those that ended alike the last one stays.
 */
export async function endRun(
  dependencies: RunDependencies,
  transaction: Prisma.TransactionClient,
  { id, shop, kind, step, parameters }: BegunRun,
  held: Pick<HeldRun, 'startedBy' | 'again' | 'hasObstacle'>,
  end: RunEnd,
): Promise<void> {
  const { state, causes = [], total, done, failed, counts } = end;
  const isQuiet = held.startedBy === 'schedule' && state !== 'cancelled' && done + failed === 0;
  const kept = JSON.stringify(causes);
  await transaction.$executeRaw`
    with ended as (
      update run set state = ${state}, causes = ${kept}::jsonb, step = ${step} + 1, total = ${total}, done = ${done}, failed = ${failed},
        counts = ${counts}::jsonb, again = false, finished_at = ${dependencies.clock.now()},
        cursor = case when ${state} = 'failed' then cursor end
      where id = ${id}::uuid
    )
    delete from run where ${isQuiet} and shop = ${shop} and kind = ${kind} and state = ${state} and id <> ${id}::uuid
      and started_by = 'schedule' and done = 0 and failed = 0 and causes = ${kept}::jsonb`;
  if (state === 'done' && held.hasObstacle) {
    const key = { subject: { kind: RUN_SUBJECT, id: kind }, source: RUN_SOURCE };
    await dependencies.obstacles.clear(shop, key, transaction);
  }
  if (held.again) {
    const asked = { shop, kind, by: 'event' as const, parameters: parameters as Prisma.InputJsonObject };
    await startRun(dependencies, asked, transaction);
  }
}
