import type { OneStockConnection } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from '../dependencies.ts';
import { type Presence, readAccount } from '../read-account.ts';
import { openSecrets, sealSecrets, type WebhookSecrets } from './secrets.ts';

/** A connected shop, and what is known of its webhook. */
export interface WebhookRecord {
  shop: ShopDomain;
  account: OneStockConnection;
  /** The version of the account: what is found out about one is not kept about another. */
  version: number;
  syncsOrders: boolean;
  webhookId: string | null;
  secrets: WebhookSecrets | null;
}

/** Null when {@link readAccount} finds no account of a shop of this presence. */
export async function readRecord(
  dependencies: Pick<OneStockAccountDependencies, 'database' | 'sealer'>,
  shop: ShopDomain,
  presence: Presence = 'installed',
): Promise<WebhookRecord | null> {
  const { database, sealer } = dependencies;
  const connection = await readAccount(dependencies, shop, presence);
  if (!connection) return null;
  const { account, version } = connection;
  const row = await database.prisma.oneStockConnection.findUnique({
    where: { shop, version },
    select: {
      webhookId: true,
      webhookToken: true,
      webhookKeys: true,
      owner: { select: { syncsOrders: true } },
    },
  });
  if (!row) return null;
  return {
    shop,
    account,
    version,
    syncsOrders: row.owner.syncsOrders,
    webhookId: row.webhookId,
    secrets: openSecrets(sealer, shop, row),
  };
}

/** Keeps the id and the secrets, or forgets both. Says false when the account is another one by now. */
export async function keepRecord(
  { database, sealer, clock }: Pick<OneStockAccountDependencies, 'database' | 'sealer' | 'clock'>,
  { shop, version }: WebhookRecord,
  known: { webhookId: string | null; secrets: WebhookSecrets } | null,
): Promise<boolean> {
  const { count } = await database.prisma.oneStockConnection.updateMany({
    where: { shop, version },
    data: known
      ? {
          webhookId: known.webhookId,
          ...sealSecrets(sealer, shop, known.secrets),
          webhookCheckedAt: clock.now(),
        }
      : NO_WEBHOOK,
  });
  return count === 1;
}

/** The columns of an account without a webhook of ours. */
export const NO_WEBHOOK = {
  webhookId: null,
  webhookTokenHash: null,
  webhookToken: null,
  webhookKeys: null,
  webhookCheckedAt: null,
};
