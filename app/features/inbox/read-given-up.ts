import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { EVENT_COLUMNS, type EventRow, toEventSummary } from './event-row.ts';
import { isInState } from './given-up.ts';
import type { EventSummary } from './types.ts';

const MOST_EVENTS = 100;

/** The shop's events that need attention, newest first, at most 100. */
export async function readGivenUp(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
): Promise<EventSummary[]> {
  const rows = await prisma.$queryRaw<EventRow[]>`
    select ${EVENT_COLUMNS} from inbox_event where shop = ${shop} and ${isInState('needs_attention')}
    order by received_at desc, inbox_event.id desc limit ${MOST_EVENTS}`;
  return rows.map(toEventSummary);
}

/** How many events of the shop need attention. */
export async function countGivenUp({ prisma }: Pick<Database, 'prisma'>, shop: ShopDomain): Promise<number> {
  const [counted] = await prisma.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from inbox_event where shop = ${shop} and ${isInState('needs_attention')}`;
  return counted?.count ?? 0;
}
