import { ok, type Result } from 'neverthrow';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { AccountInput } from './account-input.ts';
import { keepObstacle } from './check-account.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { channelsByCountry } from './read-account.ts';
import { type AccountFault, verifyAccount } from './verify-account.ts';
import { writeAccount } from './write-account.ts';

/** A group of settings that is kept with the account. The settings read and write it among the others. */
export interface KeptWithAccount<Values> {
  /** The group as it is stored, without a secret; null without an account. */
  read(shop: ShopDomain): Promise<object | null>;
  /** Makes ready to write values, or says everything that is to be corrected. */
  prepare(
    shop: ShopDomain,
    values: Values,
  ): Promise<
    Result<
      {
        /** Writes the group, within the one transaction of a save. */
        write(transaction: Prisma.TransactionClient): Promise<void>;
        /** What follows once all is saved. */
        afterwards?(): Promise<void>;
      },
      AccountFault[]
    >
  >;
}

/** The sales channels as the settings have them. */
export interface ChannelValues {
  salesChannel: string | null;
  salesChannels: readonly { country: string; channelId: string }[];
}

/**
 * Keeps the account as a group of settings, its password encrypted and never given back. One that differs from the account in use is tried
 * at OneStock first, and is refused when no promise could be had by it; one whose policy withholds something else is saved, and the
 * obstacle `onestock_access` raised.
 */
export function accountKeeper(
  dependencies: OneStockAccountDependencies,
): KeptWithAccount<Omit<AccountInput, 'salesChannel'>> {
  return {
    read: (shop) =>
      dependencies.database.prisma.oneStockConnection.findUnique({
        where: { shop },
        select: { siteId: true, host: true, apiVersion: true, userId: true },
      }),
    async prepare(shop, values) {
      const verified = await verifyAccount(dependencies, shop, values);
      return verified.map((account) => ({
        async write(transaction) {
          if (account) await writeAccount(dependencies, transaction, shop, account.written);
        },
        async afterwards() {
          if (account) await keepObstacle(dependencies.obstacles, shop, account.diagnosis, account.written);
        },
      }));
    },
  };
}

/** Keeps the sales channels with the account to which they belong. */
export function channelsKeeper({
  database: { prisma },
}: Pick<OneStockAccountDependencies, 'database'>): KeptWithAccount<ChannelValues> {
  return {
    async read(shop) {
      const row = await prisma.oneStockConnection.findUnique({
        where: { shop },
        select: { salesChannel: true, salesChannels: true },
      });
      if (!row) return null;
      const salesChannels = Object.entries(channelsByCountry.parse(row.salesChannels))
        .map(([country, channelId]) => ({ country, channelId }))
        .sort((one, other) => one.country.localeCompare(other.country));
      return { salesChannel: row.salesChannel, salesChannels };
    },
    prepare: async (shop, { salesChannel, salesChannels }) =>
      ok({
        async write(transaction) {
          await transaction.oneStockConnection.updateMany({
            where: { shop },
            data: {
              salesChannel,
              salesChannels: Object.fromEntries(salesChannels.map((one) => [one.country, one.channelId])),
            },
          });
        },
      }),
  };
}
