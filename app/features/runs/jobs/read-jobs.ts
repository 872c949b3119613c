import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { TAKE_RUN_STEP } from '../shape.ts';
import type { ShopJob } from './types.ts';

const MOST_JOBS = 100;

/**
 * The shop's jobs that are not done, those that fail first, then by their turn, at most 100. Jobs of events are not among them: an event
 * tells of itself, and so does a run. Nor is a job that another replaced while it ran, which graphile-worker marks as used up and takes its key from.
 */
export async function readJobs({ prisma }: Pick<Database, 'prisma'>, shop: ShopDomain): Promise<ShopJob[]> {
  const rows = await prisma.$queryRaw<JobRow[]>`
    select job.id::text, job.task_identifier as task, job.run_at as "runAt", job.attempts::int, job.max_attempts::int as "maxAttempts",
      job.last_error as reason, job.locked_at is not null as "isRunning",
      coalesce(order_promise.order_name, kept.payload->>'orderId', kept.payload->>'oneStockOrderId') as "order"
    from graphile_worker.jobs job join graphile_worker._private_jobs kept using (id)
      left join order_delivery on order_delivery.shop = kept.payload->>'shop' and onestock_order_id = kept.payload->>'oneStockOrderId'
      left join order_promise on order_promise.shop = kept.payload->>'shop'
        and order_promise.order_id = coalesce(kept.payload->>'orderId', order_delivery.order_id)
    where kept.payload->>'shop' = ${shop} and job.task_identifier <> ${TAKE_RUN_STEP} and (job.key is not null or job.attempts < job.max_attempts or job.locked_at is not null)
    order by job.last_error is null, job.run_at, job.id limit ${MOST_JOBS}`;
  return rows.map(toJob);
}

interface JobRow {
  id: string;
  task: string;
  runAt: Date;
  attempts: number;
  maxAttempts: number;
  reason: string | null;
  isRunning: boolean;
  order: string | null;
}

function toJob({ runAt, reason, isRunning, order, ...job }: JobRow): ShopJob {
  const { attempts, maxAttempts } = job;
  const rests = attempts >= maxAttempts ? 'given_up' : reason ? 'failing' : 'waiting';
  return {
    ...job,
    state: isRunning ? 'running' : rests,
    runAt: runAt.toISOString(),
    reason: reason ?? undefined,
    order: order ?? undefined,
  };
}
