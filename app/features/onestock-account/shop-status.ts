import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** What every page of the app is drawn by. */
export interface ShopStatus {
  /** Whether the OneStock account, as it is now, was seen to work. */
  isConnected: boolean;
  /** The shop's IANA time zone; UTC until Shopify has told it. */
  timezone: string;
}

/** The shop's status, in one read. A shop that is not known yet is not connected. */
export async function readShopStatus({ prisma }: Database, shop: ShopDomain): Promise<ShopStatus> {
  const row = await prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null },
    select: { timezone: true, connection: { select: { checkedAt: true } } },
  });
  return { isConnected: Boolean(row?.connection?.checkedAt), timezone: row?.timezone ?? 'UTC' };
}
