import { ok } from 'neverthrow';
import type { GroupKeeper } from '#app/features/settings/index.ts';
import type { SettingsValues } from '#app/features/settings/shape.ts';
import { keepObstacle } from './check-account.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import { channelsByCountry } from './read-account.ts';
import { verifyAccount } from './verify-account.ts';
import { writeAccount } from './write-account.ts';

/**
 * Keeps the account as a group of settings, its password encrypted and never given back. One that differs from the account in use is tried
 * at OneStock first, and is refused when no promise could be had by it; one whose policy withholds something else is saved, and the
 * obstacle `onestock_access` raised.
 */
export function accountKeeper(dependencies: ConnectionDependencies): GroupKeeper<SettingsValues['account']> {
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
}: Pick<ConnectionDependencies, 'database'>): GroupKeeper<SettingsValues['channels']> {
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
