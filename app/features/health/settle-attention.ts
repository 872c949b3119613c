import type { Obstacle } from '#app/features/obstacles/shape.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { HealthDependencies } from './dependencies.ts';
import type { RemedyHandler } from './remedy-handlers.ts';
import { parseEntryKey } from './shape.ts';

/**
 * Tries again, or dismisses, what stands in the shop's way, as the handlers of its sources do it. A key that is not on the shop's list, or
 * for which that is no remedy, touches nothing.
 *
 * @param keys as `entryKey` writes them
 * @returns how many subjects were touched
 */
export async function settleAttention(
  { obstacles, remedyHandlers }: Pick<HealthDependencies, 'obstacles' | 'remedyHandlers'>,
  shop: ShopDomain,
  keys: readonly string[],
  remedy: 'retry' | 'dismiss',
): Promise<number> {
  const named = await obstacles.named(
    shop,
    keys.map(parseEntryKey).filter((key) => key !== null),
  );
  const asked = named.filter(({ remedies }) => remedies.includes(remedy));
  // Sources that share a handler share one call.
  const idsByHandler = new Map<RemedyHandler, Set<string>>();
  const unhandled: Obstacle[] = [];
  for (const obstacle of asked) {
    const handler = remedyHandlers[obstacle.source]?.[remedy];
    if (!handler) unhandled.push(obstacle);
    else idsByHandler.set(handler, (idsByHandler.get(handler) ?? new Set()).add(obstacle.subject.id));
  }
  let count = 0;
  for (const [handler, ids] of idsByHandler) count += await handler(shop, [...ids]);
  if (remedy === 'retry') return count;
  for (const { subject, source } of unhandled) await obstacles.clear(shop, { subject, source });
  return count + unhandled.length;
}
