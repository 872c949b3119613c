import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { Shop as ShopRow } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ShopsDependencies } from './dependencies.ts';
import type { Origin, Shop } from './types.ts';

type Source = Pick<ShopsDependencies, 'database' | 'checkoutChoices'>;

/** The shop, or null when it never installed the app or has uninstalled it. */
export async function readShop(dependencies: Source, domain: ShopDomain): Promise<Shop | null> {
  const row = await dependencies.database.prisma.shop.findUnique({ where: { domain, uninstalledAt: null } });
  return row && toShop(dependencies, row);
}

/** The installed shop to whose carrier service the path token belongs, or null. Only the token's hash is searched by. */
export async function readShopByCarrierToken(dependencies: Source, token: string): Promise<Shop | null> {
  const row = await dependencies.database.prisma.shop.findUnique({
    where: { carrierTokenHash: sha256Hex(token), uninstalledAt: null },
  });
  return row && toShop(dependencies, row);
}

function toShop({ checkoutChoices }: Source, row: ShopRow): Shop {
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
    ...checkoutChoices(row.settings),
    mainOrigin: row.mainOrigin as Origin | null,
  };
}
