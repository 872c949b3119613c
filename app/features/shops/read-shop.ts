import { CHECKOUT, groupIn } from '#app/features/settings/shape.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Shop as ShopRow } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Origin, Shop } from '#app/features/onestock-account/types.ts';

/** The shop, or null when it never installed the app or has uninstalled it. */
export async function readShop({ prisma }: Database, domain: ShopDomain): Promise<Shop | null> {
  const row = await prisma.shop.findUnique({ where: { domain, uninstalledAt: null } });
  return row && toShop(row);
}

/** The installed shop to whose carrier service the path token belongs, or null. Only the token's hash is searched by. */
export async function readShopByCarrierToken({ prisma }: Database, token: string): Promise<Shop | null> {
  const row = await prisma.shop.findUnique({
    where: { carrierTokenHash: sha256Hex(token), uninstalledAt: null },
  });
  return row && toShop(row);
}

function toShop(row: ShopRow): Shop {
  return {
    domain: row.domain as ShopDomain,
    name: row.name,
    currency: row.currency,
    timezone: row.timezone ?? 'UTC',
    country: row.country,
    primaryLocale: row.primaryLocale,
    locales: row.locales,
    installedAt: row.installedAt,
    preparedAt: row.preparedAt,
    carrierServiceId: row.carrierServiceId,
    fingerprintSalt: row.fingerprintSalt,
    ...groupIn(row.settings, CHECKOUT),
    mainOrigin: row.mainOrigin as Origin | null,
  };
}
