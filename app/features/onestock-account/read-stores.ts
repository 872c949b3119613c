import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Store } from './types.ts';

/** The mirrored endpoints where shoppers can collect, in the order of their ids. */
export async function readStores({ prisma }: Database, shop: ShopDomain): Promise<Store[]> {
  return prisma.oneStockEndpoint.findMany({
    where: { shop, collects: true },
    select: {
      endpointId: true,
      name: true,
      country: true,
      zipCode: true,
      city: true,
      latitude: true,
      longitude: true,
      timezone: true,
    },
    orderBy: { endpointId: 'asc' },
  });
}
