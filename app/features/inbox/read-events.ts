import type { Database } from '#app/platform/database/client.ts';
import { withinDays } from '#app/platform/database/days.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { type Page, readPage } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { EVENT_COLUMNS, type EventRow, toEventSummary } from './event-row.ts';
import { isInState } from './given-up.ts';
import type { EventFilters, EventSummary } from './types.ts';

const RECEIVED_AT = Prisma.sql`received_at`;

/** The events that the shop's systems sent, newest first; see `readPage` for the cursor. */
export async function readEvents(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  filters: EventFilters,
  cursor?: string,
): Promise<Page<EventSummary>> {
  const { topic, state } = filters;
  const conditions = [
    Prisma.sql`shop = ${shop}`,
    ...withinDays(RECEIVED_AT, shop, filters),
    ...(topic ? [Prisma.sql`topic = ${topic}`] : []),
    ...(state ? [isInState(state)] : []),
  ];
  const from = Prisma.sql`inbox_event`;
  const list = { columns: EVENT_COLUMNS, from, conditions, at: RECEIVED_AT, id: Prisma.sql`id` };
  const page = await readPage<EventRow>(prisma, list, cursor);
  return { ...page, items: page.items.map(toEventSummary) };
}
