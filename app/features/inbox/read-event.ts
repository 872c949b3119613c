import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { EVENT_COLUMNS, type EventRow, parseFacts, toEventSummary } from './event-row.ts';
import { eventJobKey } from './shape.ts';
import type { EventStory } from './types.ts';

interface StoryRow extends EventRow {
  triggeredAt: Date | null;
  handledAt: Date | null;
  facts: unknown;
}

/** All that is known of one event. Null when the shop has none of this id, which may be any UUID. */
export async function readEvent(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  id: string,
): Promise<EventStory | null> {
  const columns = Prisma.sql`${EVENT_COLUMNS}, triggered_at as "triggeredAt", handled_at as "handledAt", facts`;
  const [[row], jobs] = await Promise.all([
    prisma.$queryRaw<
      StoryRow[]
    >`select ${columns} from inbox_event where shop = ${shop} and id = ${id}::uuid`,
    prisma.$queryRaw<{ runAt: Date }[]>`
      select run_at as "runAt" from graphile_worker.jobs
      where key = ${eventJobKey(id)} and locked_at is null and attempts < max_attempts`,
  ]);
  if (!row) return null;
  return {
    ...toEventSummary(row),
    triggeredAt: row.triggeredAt?.toISOString(),
    handledAt: row.handledAt?.toISOString(),
    facts: parseFacts(row.facts),
    nextTryAt: jobs[0]?.runAt.toISOString(),
  };
}
