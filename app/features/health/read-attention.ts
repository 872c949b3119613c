import type { Obstacle } from '#app/features/obstacles/shape.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { HealthDependencies } from './dependencies.ts';
import { entryKey } from './shape.ts';
import { readSubjectNames } from './subject-names.ts';
import type { AttentionEntry, AttentionSummary } from './types.ts';

/** What needs a person in the shop, the worst first, then the oldest: the first 250. */
export async function readAttention(
  { database, obstacles }: Pick<HealthDependencies, 'database' | 'obstacles'>,
  shop: ShopDomain,
): Promise<AttentionEntry[]> {
  const listed = await obstacles.list(shop);
  const nameOf = await readSubjectNames(
    database,
    shop,
    listed.map(({ subject }) => subject),
  );
  return listed.map((obstacle) => toEntry(obstacle, nameOf(obstacle.subject)));
}

/** The one number that every page shows: how much needs a person in the shop. */
export function countAttention(
  { obstacles }: Pick<HealthDependencies, 'obstacles'>,
  shop: ShopDomain,
): Promise<number> {
  return obstacles.count(shop);
}

/** The same list for a page that shows a part of it and its numbers. */
export async function summarizeAttention(
  { obstacles }: Pick<HealthDependencies, 'obstacles'>,
  shop: ShopDomain,
): Promise<AttentionSummary> {
  const [count, ofOrders, ofShop, notices] = await Promise.all([
    obstacles.count(shop),
    obstacles.count(shop, 'order'),
    obstacles.ofShop(shop),
    obstacles.notices(shop),
  ]);
  return {
    count,
    ofOrders,
    // A notice needs nobody.
    ofShop: ofShop.filter(({ severity }) => severity !== 'info').map((obstacle) => toEntry(obstacle)),
    notices: notices.map((obstacle) => toEntry(obstacle)),
  };
}

function toEntry({ seenAt: _, since, ...obstacle }: Obstacle, name?: string): AttentionEntry {
  return { key: entryKey(obstacle), ...obstacle, since: since.toISOString(), ...(name && { name }) };
}
