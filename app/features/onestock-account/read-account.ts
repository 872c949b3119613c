import { z } from 'zod';
import type { ApiVersion } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import type { ShopConnection } from './types.ts';

/** The sales channels as they are stored, by destination country. */
export const channelsByCountry = z.record(z.string(), z.string());

/** Whether a shop has the app, or has uninstalled it. */
export type Presence = 'installed' | 'left';

/**
 * The shop's account at OneStock with its password, or null when the shop has none.
 *
 * @param presence the account of a shop that is not so counts as none
 * @throws OperatorError when the password cannot be opened, because the key that sealed it is not configured any more
 */
export async function readAccount(
  { database, sealer }: Pick<OneStockAccountDependencies, 'database' | 'sealer'>,
  shop: ShopDomain,
  presence: Presence = 'installed',
): Promise<ShopConnection | null> {
  const uninstalledAt = presence === 'installed' ? null : { not: null };
  const row = await database.prisma.oneStockConnection.findUnique({
    where: { shop, owner: { uninstalledAt } },
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
