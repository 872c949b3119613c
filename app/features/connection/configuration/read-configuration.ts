import type { Obstacle } from '#app/features/obstacles/index.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ConnectionDependencies } from '../dependencies.ts';
import { channelsByCountry } from '../read-account.ts';
import { ONESTOCK_ACCOUNT } from '../shape.ts';
import type { ItemIdSource, SignatureMode, SyncMoment } from '../types.ts';
import type { Configuration, RulesetMapping } from './types.ts';

const PARTS = { connection: true, rulesetMappings: true, locations: true } as const;
type Row = Prisma.ShopGetPayload<{ include: typeof PARTS }>;

/** What the merchant has configured, or null for a shop that has not installed the app. Asks no outside system. */
export async function readConfiguration(
  { database: { prisma }, obstacles }: Pick<ConnectionDependencies, 'database' | 'obstacles'>,
  shop: ShopDomain,
): Promise<Configuration | null> {
  const row = await prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null },
    include: PARTS,
  });
  if (!row) return null;
  const endpoints = await prisma.oneStockEndpoint.findMany({
    where: { shop, endpointId: { in: row.locations.map(({ endpointId }) => endpointId) } },
    select: { endpointId: true, name: true },
  });
  const names = new Map(endpoints.map(({ endpointId, name }) => [endpointId, name]));
  return {
    ...connectionPart(row.connection, await obstacles.of(shop, ONESTOCK_ACCOUNT)),
    version: row.configurationVersion,
    savedAt: row.configurationSavedAt,
    itemIdSource: row.itemIdSource as ItemIdSource,
    softDeadlineMs: row.softDeadlineMs,
    promiseLifeSeconds: row.promiseLifeSeconds,
    signatureMode: row.signatureMode as SignatureMode,
    syncsOrders: row.syncsOrders,
    syncMoment: row.syncMoment as SyncMoment,
    rulesets: row.rulesetMappings.map(({ source, key, rulesetChainingId }) => ({
      source: source as RulesetMapping['source'],
      key,
      rulesetChainingId,
    })),
    locations: row.locations.map(({ locationId, endpointId }) => ({
      locationId,
      endpointId,
      endpointName: names.get(endpointId) ?? null,
    })),
  };
}

function connectionPart(
  connection: Row['connection'],
  obstacles: readonly Obstacle[],
): Pick<Configuration, 'account' | 'standing' | 'fault' | 'checkedAt' | 'salesChannel' | 'salesChannels'> {
  if (!connection) {
    return {
      account: null,
      standing: 'none',
      fault: null,
      checkedAt: null,
      salesChannel: null,
      salesChannels: [],
    };
  }
  const { siteId, host, apiVersion, userId, checkedAt, salesChannel } = connection;
  const failing = obstacles.find(({ source }) => source === 'onestock_connection');
  const limited = obstacles.find(({ source }) => source === 'onestock_access');
  const standing = checkedAt === null ? 'none' : failing ? 'fails' : limited ? 'limited' : 'works';
  return {
    account: { siteId, host, apiVersion, userId },
    standing,
    fault: failing ?? limited ?? null,
    checkedAt,
    salesChannel,
    salesChannels: Object.entries(channelsByCountry.parse(connection.salesChannels))
      .map(([country, channelId]) => ({ country, channelId }))
      .sort((one, other) => one.country.localeCompare(other.country)),
  };
}
