import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { retryRestingEvents } from '#app/platform/jobs/inbox.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { HANDLE_INBOX_EVENT } from '../handle-inbox-event.ts';

/**
 * Hands events that need attention to their handlers again, as if each had just come. Of other shops, and of events in another state,
 * nothing is touched, so that asking twice is asking once.
 *
 * @returns how many are tried again
 */
export function retryEvents(
  { pool }: Pick<Database, 'pool'>,
  shop: ShopDomain,
  ids: readonly string[],
): Promise<number> {
  return retryRestingEvents(pool, HANDLE_INBOX_EVENT, shop, ids);
}

/**
 * Lets events that need attention be: they are not tried again, and go with the other settled ones. Of other shops, and of events in
 * another state, nothing is touched.
 *
 * @returns how many were dismissed
 */
export async function dismissEvents(
  { prisma }: Pick<Database, 'prisma'>,
  clock: Clock,
  shop: ShopDomain,
  ids: readonly string[],
): Promise<number> {
  const { count } = await prisma.inboxEvent.updateMany({
    where: { shop, id: { in: [...ids] }, state: 'needs_attention' },
    data: { state: 'dismissed', handledAt: clock.now() },
  });
  return count;
}
