import type { Obstacle } from '#app/features/obstacles/shape.ts';
import { SEVERITIES } from '#app/features/obstacles/shape.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { HealthDependencies } from './dependencies.ts';
import { readRestingWork } from './resting-work.ts';
import { entryKey } from './shape.ts';

export type ObstacleReaders = Pick<HealthDependencies, 'database' | 'obstacles'>;

/** All that stands in the way in the shop, notices too: the worst first, then the oldest. Every list and number of a page is made of it. */
export async function listObstacles(
  { database, obstacles }: ObstacleReaders,
  shop: ShopDomain,
): Promise<Obstacle[]> {
  const [raised, resting] = await Promise.all([obstacles.list(shop), readRestingWork(database, shop)]);
  const byKey = new Map([...resting, ...raised].map((obstacle) => [entryKey(obstacle), obstacle]));
  return [...byKey.values()].toSorted(
    (one, other) => rank(one) - rank(other) || one.since.getTime() - other.since.getTime(),
  );
}

function rank({ severity }: Obstacle): number {
  return SEVERITIES.indexOf(severity);
}

/** Whether it needs a person: a notice does not. */
export function needsPerson({ severity }: Pick<Obstacle, 'severity'>): boolean {
  return severity !== 'info';
}
