import { err, ok } from 'neverthrow';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { SettingsFault } from '../check/shape.ts';
import type { SettingsDependencies } from '../dependencies.ts';
import type { GroupKeeper } from '../group-keeper.ts';
import type { SettingsValues } from '../shape.ts';

type Mappings = SettingsValues['mappings'];

/** Keeps one row a mapping, for an order asks for its own only. */
export function mappingsKeeper({
  database: { prisma },
  endpointNames,
}: Pick<SettingsDependencies, 'database' | 'endpointNames'>): GroupKeeper<Mappings> {
  return {
    async read(shop) {
      const [rulesets, locations] = await Promise.all([
        prisma.rulesetMapping.findMany({ where: { shop }, omit: { shop: true } }),
        prisma.locationMapping.findMany({ where: { shop }, omit: { shop: true } }),
      ]);
      return { rulesets, locations };
    },
    async prepare(shop, values) {
      const faults = await unknownEndpoints(prisma, endpointNames, shop, values.locations);
      if (faults.length > 0) return err(faults);
      return ok({ write: (transaction) => write(transaction, shop, values) });
    },
  };
}

/** Endpoints that the site does not have; one that was mapped to the location before it was deleted may stay. */
async function unknownEndpoints(
  prisma: Database['prisma'],
  endpointNames: SettingsDependencies['endpointNames'],
  shop: ShopDomain,
  locations: Mappings['locations'],
): Promise<SettingsFault[]> {
  const ids = locations.map(({ endpointId }) => endpointId);
  const [known, stored] = await Promise.all([
    endpointNames(shop, ids),
    prisma.locationMapping.findMany({ where: { shop } }),
  ]);
  const before = new Map(stored.map(({ locationId, endpointId }) => [locationId, endpointId]));
  return locations.flatMap(({ locationId, endpointId }, at) => {
    if (known.has(endpointId) || before.get(locationId) === endpointId) return [];
    const field = `mappings:locations.${at}.endpointId`;
    return [{ field, code: 'endpoint_unknown', params: { endpointId } }];
  });
}

async function write(
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  { rulesets, locations }: Mappings,
): Promise<void> {
  await transaction.rulesetMapping.deleteMany({ where: { shop } });
  await transaction.rulesetMapping.createMany({
    data: rulesets.map((mapping) => ({ shop, ...mapping })),
    skipDuplicates: true,
  });
  await transaction.locationMapping.deleteMany({ where: { shop } });
  await transaction.locationMapping.createMany({
    data: locations.map((mapping) => ({ shop, ...mapping })),
    skipDuplicates: true,
  });
}
