import type { Database } from '#app/platform/database/client.ts';
import { eventJobKey } from '#app/platform/jobs/inbox.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { toEventSummary } from './event-row.ts';
import type { EventStory } from './types.ts';

/** All that is known of one event. Null when the shop has none of this id, which may be any UUID. */
export async function readEvent(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  id: string,
): Promise<EventStory | null> {
  const [row, jobs] = await Promise.all([
    prisma.inboxEvent.findFirst({ where: { shop, id } }),
    prisma.$queryRaw<{ runAt: Date }[]>`
      select run_at as "runAt" from graphile_worker.jobs
      where key = ${eventJobKey(id)} and locked_at is null and attempts < max_attempts`,
  ]);
  return (
    row && {
      ...toEventSummary(row),
      triggeredAt: row.triggeredAt?.toISOString(),
      handledAt: row.handledAt?.toISOString(),
      facts: row.facts as EventStory['facts'],
      nextTryAt: jobs[0]?.runAt.toISOString(),
    }
  );
}
