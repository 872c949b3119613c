import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { EVENT, eventJobKey, HANDLE_EVENT } from './shape.ts';

export interface SettleDependencies {
  database: Pick<Database, 'prisma'>;
  obstacles: Pick<Obstacles, 'clearEach'>;
  clock: Clock;
}

/**
 * Hands events that need attention to their handlers again, as if each had just come: obstacle, attempts and job change in one transaction.
 * Of other shops, and of events in another state, nothing is touched, so that asking twice is asking once.
 *
 * @returns how many are tried again
 */
export function retryEvents(
  { database, obstacles }: SettleDependencies,
  shop: ShopDomain,
  ids: readonly string[],
): Promise<number> {
  return database.prisma.$transaction(async (transaction) => {
    const givenUp = await obstacles.clearEach(shop, { kind: EVENT, ids, sources: [EVENT] }, transaction);
    if (givenUp.length === 0) return 0;
    const retried = await transaction.inboxEvent.updateManyAndReturn({
      where: { shop, id: { in: givenUp }, state: 'waiting' },
      data: { attempts: 0, failure: Prisma.DbNull },
      select: { id: true },
    });
    const jobs = retried.map(({ id }) => ({
      task: HANDLE_EVENT,
      key: eventJobKey(id),
      payload: { eventId: id },
    }));
    await transaction.$executeRaw`select enqueue_jobs(${JSON.stringify(jobs)}::jsonb)`;
    return jobs.length;
  });
}

/**
 * Lets events that need attention be: they are not tried again, and go with the other settled ones. Of other shops, and of events in
 * another state, nothing is touched.
 *
 * @returns how many were dismissed
 */
export function dismissEvents(
  { database, obstacles, clock }: SettleDependencies,
  shop: ShopDomain,
  ids: readonly string[],
): Promise<number> {
  return database.prisma.$transaction(async (transaction) => {
    const givenUp = await obstacles.clearEach(shop, { kind: EVENT, ids, sources: [EVENT] }, transaction);
    const { count } = await transaction.inboxEvent.updateMany({
      where: { shop, id: { in: givenUp }, state: 'waiting' },
      data: { state: 'dismissed', handledAt: clock.now() },
    });
    return count;
  });
}
