import type { Obstacle } from '#app/features/obstacles/shape.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { listObstacles, needsPerson, type ObstacleReaders } from './list-obstacles.ts';
import { entryKey } from './shape.ts';
import { readSubjectNames } from './subject-names.ts';
import type { AttentionEntry, AttentionSummary } from './types.ts';

/** A page has room for so many; more are read as these are done with. */
const MOST_LISTED = 250;

/** What needs a person in the shop, the worst first, then the oldest: the first 250. */
export async function readAttention(
  dependencies: ObstacleReaders,
  shop: ShopDomain,
): Promise<AttentionEntry[]> {
  const all = await listObstacles(dependencies, shop);
  const listed = all.filter(needsPerson).slice(0, MOST_LISTED);
  const nameOf = await readSubjectNames(
    dependencies.database,
    shop,
    listed.map(({ subject }) => subject),
  );
  return listed.map((obstacle) => toEntry(obstacle, nameOf(obstacle.subject)));
}

/** The one number that every page shows: how much needs a person in the shop. */
export async function countAttention(dependencies: ObstacleReaders, shop: ShopDomain): Promise<number> {
  return (await listObstacles(dependencies, shop)).filter(needsPerson).length;
}

/** The same list for a page that shows a part of it and its numbers. */
export async function summarizeAttention(
  dependencies: ObstacleReaders,
  shop: ShopDomain,
): Promise<AttentionSummary> {
  const all = await listObstacles(dependencies, shop);
  const counted = all.filter(needsPerson);
  return {
    count: counted.length,
    ofOrders: counted.filter(({ subject }) => subject.kind === 'order').length,
    ofShop: counted.filter(isOfShop).map((obstacle) => toEntry(obstacle)),
    notices: all.filter((obstacle) => !needsPerson(obstacle)).map((obstacle) => toEntry(obstacle)),
  };
}

/** What a shop has once, such as its account, has no id. */
function isOfShop({ subject }: Obstacle): boolean {
  return subject.id === '';
}

function toEntry({ seenAt: _, since, ...obstacle }: Obstacle, name?: string): AttentionEntry {
  return { key: entryKey(obstacle), ...obstacle, since: since.toISOString(), ...(name && { name }) };
}
