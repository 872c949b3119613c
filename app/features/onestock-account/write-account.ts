import type { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { CheckedAccount } from './account-input.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { NO_WEBHOOK } from './onestock-webhook/index.ts';
import { startForShop, startWebhook } from './start-runs.ts';

/** An account to be written; `password` is sealed. */
export type SealedAccount = Omit<CheckedAccount, 'password'> & {
  password: string;
  /** When it was seen to work; null when that is not known. */
  checkedAt: Date | null;
};

/**
 * Writes the shop's account at OneStock as a new version of it, has its endpoints mirrored, and tells every process. What belonged to
 * another site or host, its mirror, its sales channels and its webhook, is emptied.
 */
export async function writeAccount(
  { runs }: Pick<OneStockAccountDependencies, 'runs'>,
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  account: SealedAccount,
): Promise<void> {
  const current = await transaction.oneStockConnection.findUnique({ where: { shop } });
  const isSameSite = current?.siteId === account.siteId && current.host === account.host;
  await transaction.oneStockConnection.upsert({
    where: { shop },
    create: { shop, ...account },
    update: {
      ...account,
      version: { increment: 1 },
      ...(!isSameSite && {
        endpointsMirroredAt: null,
        salesChannel: account.salesChannel ?? null,
        salesChannels: {},
        ...NO_WEBHOOK,
      }),
    },
  });
  if (!isSameSite) await transaction.oneStockEndpoint.deleteMany({ where: { shop } });
  await startForShop(runs, 'mirror_stores', shop, transaction);
  await startWebhook(runs, transaction, shop);
  await notifyConfigurationChanged(transaction, shop);
}
