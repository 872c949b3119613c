import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from '../dependencies.ts';
import { openKeys } from './secrets.ts';

/** Whose site sends to an address, and what it signs with. */
export interface WebhookSender {
  shop: ShopDomain;
  /** The hash keys, the newest first. */
  keys: string[];
}

/** The installed shop to whose webhook the path token belongs, or null. Only the token's hash is searched by. */
export async function readWebhookSender(
  { database, sealer }: Pick<OneStockAccountDependencies, 'database' | 'sealer'>,
  token: string,
): Promise<WebhookSender | null> {
  const row = await database.prisma.oneStockConnection.findUnique({
    where: { webhookTokenHash: sha256Hex(token), owner: { uninstalledAt: null } },
    select: { shop: true, webhookKeys: true },
  });
  if (!row?.webhookKeys) return null;
  const shop = row.shop as ShopDomain;
  return { shop, keys: openKeys(sealer, shop, row.webhookKeys) };
}
