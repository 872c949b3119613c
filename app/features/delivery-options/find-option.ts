import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { toOption } from './columns.ts';
import type { KeptOption } from './types.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The shop's option, archived or not; null for another shop's, and for whatever is no id. */
export async function findOption(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  id: string,
): Promise<KeptOption | null> {
  if (!UUID.test(id)) return null;
  const row = await prisma.deliveryOption.findFirst({ where: { shop, id } });
  return row && toOption(row);
}
