import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** Whether a shop has its orders synchronized, and has not uninstalled the app. */
export async function synchronizesOrders(
  { prisma }: Pick<Database, 'prisma'>,
  domain: ShopDomain,
): Promise<boolean> {
  return (await prisma.shop.count({ where: { domain, uninstalledAt: null, syncsOrders: true } })) > 0;
}
