import { z } from 'zod';
import type { ApiVersion } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import type { ShopConnection } from './types.ts';

/** The sales channels as they are stored, by destination country. */
export const channelsByCountry = z.record(z.string(), z.string());

/**
 * The shop's account at OneStock with its password, or null when the shop has none or has uninstalled the app.
 *
 * @throws OperatorError when the password cannot be opened, because the key that sealed it is not configured any more
 */
export async function readAccount(
  { database, sealer }: Pick<ConnectionDependencies, 'database' | 'sealer'>,
  shop: ShopDomain,
): Promise<ShopConnection | null> {
  const row = await database.prisma.oneStockConnection.findUnique({
    where: { shop, owner: { uninstalledAt: null } },
  });
  if (!row) return null;
  const { siteId, host, userId, salesChannel, version, checkedAt, endpointsMirroredAt } = row;
  const password = sealer.open(row.password, passwordContext(shop));
  return {
    account: { siteId, host, apiVersion: row.apiVersion as ApiVersion, userId, password },
    salesChannel,
    salesChannels: channelsByCountry.parse(row.salesChannels),
    version,
    checkedAt,
    endpointsMirroredAt,
  };
}

/** What the sealed password is bound to. */
export function passwordContext(shop: ShopDomain): string {
  return `${shop}:onestock_password`;
}
