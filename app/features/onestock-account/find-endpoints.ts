import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** An endpoint of the OneStock site, as a merchant recognises it. */
export interface FoundEndpoint {
  endpointId: string;
  name: string;
  city: string | null;
}

const MOST_FOUND = 25;

/** The first 25 mirrored endpoints whose name, id, city or postal code contains the text, by name; any, for an empty text. */
export async function findEndpoints(
  { prisma }: Database,
  shop: ShopDomain,
  text: string,
): Promise<FoundEndpoint[]> {
  const contains = { contains: text.trim().replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } as const;
  return prisma.oneStockEndpoint.findMany({
    where: {
      shop,
      OR: [{ name: contains }, { endpointId: contains }, { city: contains }, { zipCode: contains }],
    },
    select: { endpointId: true, name: true, city: true },
    orderBy: [{ name: 'asc' }, { endpointId: 'asc' }],
    take: MOST_FOUND,
  });
}

/** The names of those of these endpoints that are mirrored, by id. */
export async function readEndpointNames(
  { prisma }: Database,
  shop: ShopDomain,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await prisma.oneStockEndpoint.findMany({
    where: { shop, endpointId: { in: [...ids] } },
    select: { endpointId: true, name: true },
  });
  return new Map(found.map(({ endpointId, name }) => [endpointId, name]));
}
