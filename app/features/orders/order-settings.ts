import { groupIn, ORDERS, type OrderSettings } from '#app/features/settings/shape.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** How the orders of a shop go to OneStock and come back; see {@link ORDERS}. */
export async function readOrderSettings(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
): Promise<OrderSettings> {
  const row = await prisma.shop.findUnique({ where: { domain: shop }, select: { settings: true } });
  return groupIn(row?.settings, ORDERS);
}
