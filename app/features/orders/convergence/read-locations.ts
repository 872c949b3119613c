import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** The locations of Shopify that are mapped to OneStock's endpoints, by endpoint; of several the first by id. */
export async function readLocations(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
): Promise<Map<string, string>> {
  const rows = await prisma.locationMapping.findMany({ where: { shop }, orderBy: { locationId: 'desc' } });
  return new Map(rows.map(({ endpointId, locationId }) => [endpointId, locationId]));
}
