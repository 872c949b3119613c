import type { Database } from '#app/platform/database/client.ts';
import { TAKE_RUN_STEP } from './shape.ts';

/** Gives a job to every run that should go on and has none. Returns how many. */
export async function requeueStrandedRuns({ prisma }: Pick<Database, 'prisma'>): Promise<number> {
  const [requeued] = await prisma.$queryRaw<{ count: number }[]>`
    select enqueue_jobs(jsonb_agg(jsonb_build_object(
      'task', ${TAKE_RUN_STEP}::text, 'key', 'run:' || kind || ':' || shop,
      'payload', jsonb_build_object('shop', shop, 'runId', id, 'step', step)))) as count
    from run where state in ('waiting', 'running', 'cancelling') and not has_job('run:' || kind || ':' || shop)`;
  return requeued?.count ?? 0;
}
