import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { IS_GIVEN_UP } from './given-up.ts';
import { jobOfEvent } from './job-of-event.ts';
import type { EventSource, InboxJob } from './source.ts';

const EVENTS_AT_ONCE = 1_000;
const BEFORE_THE_FIRST = '00000000-0000-0000-0000-000000000000';

interface WaitingEvent {
  id: string;
  shop: ShopDomain;
  topic: string;
  subject: string | null;
}

/**
 * Asks again for the jobs of the source's events that have waited since before `before` and have none in the queue: a job was removed or
 * used up. Events that need attention are left alone.
 *
 * @returns how many jobs were added
 */
export async function requeueStranded(
  { prisma }: Pick<Database, 'prisma'>,
  source: EventSource,
  before: Date,
): Promise<number> {
  let last = BEFORE_THE_FIRST;
  let count = 0;
  for (;;) {
    const waiting = await prisma.$queryRaw<WaitingEvent[]>`
      select id, shop, topic, subject from inbox_event
      where source = ${source.name} and state = 'waiting' and received_at < ${before} and id > ${last}::uuid and not ${IS_GIVEN_UP}
      order by id limit ${EVENTS_AT_ONCE}`;
    count += await addMissing(prisma, jobsOf(source, waiting));
    if (waiting.length < EVENTS_AT_ONCE) return count;
    last = waiting.at(-1)?.id ?? last;
  }
}

/** Each job once, however many events ask for it. */
function jobsOf(source: EventSource, events: readonly WaitingEvent[]): InboxJob[] {
  const jobs = events.map((event) => jobOfEvent(source, event)).filter((job) => job !== null);
  return [...new Map(jobs.map((job) => [job.key, job])).values()];
}

async function addMissing(prisma: Database['prisma'], jobs: readonly InboxJob[]): Promise<number> {
  if (jobs.length === 0) return 0;
  const [added] = await prisma.$queryRaw<{ count: number | null }[]>`
    select enqueue_jobs(jsonb_agg(job)) as count from jsonb_array_elements(${JSON.stringify(jobs)}::jsonb) as job
    where not has_job(job ->> 'key')`;
  return added?.count ?? 0;
}
