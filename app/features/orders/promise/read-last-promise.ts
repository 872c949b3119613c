import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { readKnownOrder } from '../known-order.ts';
import { deliveryEntries, sentOutlines } from './delivery-entries.ts';
import { wantedMetafields } from './order-metafields.ts';
import type { MetafieldKey, ResolvedGroup } from './types.ts';

/** The metafields of an order that carries a promise, each as it stands there; of the deliveries those that OneStock has; null where the order has none. */
export interface LastPromise {
  /** Such as `#1001`. */
  orderName: string | null;
  resolvedAt: Date;
  metafields: Record<MetafieldKey, string | null>;
}

/** The shop's last order whose promise was written on it, or null when there is none yet. */
export async function readLastPromise(database: Database, shop: ShopDomain): Promise<LastPromise | null> {
  const row = await database.prisma.orderPromise.findFirst({
    where: { shop, state: 'resolved', resolvedAt: { not: null }, source: { notIn: ['none', 'fallback'] } },
    orderBy: { firstSeenAt: 'desc' },
  });
  if (!row?.resolvedAt) return null;
  // Only `keepAnswer` writes the groups.
  const groups = row.groups as unknown as ResolvedGroup[];
  const known = await readKnownOrder(database, shop, row.orderId as OrderId);
  const sent = sentOutlines(known.export?.deliveries ?? []);
  const metafields = wantedMetafields(groups, deliveryEntries(sent, groups));
  return { orderName: row.orderName, resolvedAt: row.resolvedAt, metafields };
}
