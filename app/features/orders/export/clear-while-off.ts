import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { ORDER, SYNCHRONIZATION_SOURCES } from '../shape.ts';

/**
 * Takes what stands in the way of synchronizing orders off the list of a shop that does not synchronize them: nothing is tried any more, so
 * nobody can solve it. Once the shop synchronizes again, each order is looked at anew. To be called when settings were saved.
 */
export async function clearWhileOff(
  obstacles: Pick<Obstacles, 'clearKind'>,
  transaction: Prisma.TransactionClient,
  domain: ShopDomain,
): Promise<void> {
  const isOff = (await transaction.shop.count({ where: { domain, syncsOrders: false } })) > 0;
  if (isOff)
    await obstacles.clearKind(domain, { kind: ORDER, sources: SYNCHRONIZATION_SOURCES }, transaction);
}
