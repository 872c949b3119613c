import { z } from 'zod';
import type { ApiVersion } from '#app/gateways/onestock/index.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
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
  const [row] = await runSql<AccountRow>(
    database.pool,
    'read-account',
    Prisma.sql`
      select site_id as "siteId", host, api_version as "apiVersion", user_id as "userId", password, sales_channel as "salesChannel",
        sales_channels as "salesChannels", version, checked_at as "checkedAt", endpoints_mirrored_at as "endpointsMirroredAt"
      from onestock_connection join shop on shop.domain = onestock_connection.shop
      where onestock_connection.shop = ${shop} and (shop.uninstalled_at is null) = ${presence === 'installed'}`,
  );
  if (!row) return null;
  const { siteId, host, apiVersion, userId, password: sealed, salesChannels, ...known } = row;
  const password = sealer.open(sealed, passwordContext(shop));
  return {
    ...known,
    account: { siteId, host, apiVersion, userId, password },
    salesChannels: channelsByCountry.parse(salesChannels),
  };
}

interface AccountRow extends Omit<ShopConnection, 'account' | 'salesChannels'> {
  siteId: string;
  host: string;
  /** Only what a check of the request let through is written. */
  apiVersion: ApiVersion;
  userId: string;
  password: string;
  salesChannels: unknown;
}

/** What the sealed password is bound to. */
export function passwordContext(shop: ShopDomain): string {
  return `${shop}:onestock_password`;
}
