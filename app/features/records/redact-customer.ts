import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { CustomerIds, OwnedTable } from '#app/platform/database/owned-table.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/**
 * Deletes what is kept of a customer's orders, and of what they lead to, in every table. Nothing is kept under a customer
 * (https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance, `customers/redact`).
 */
export async function redactCustomer(
  { prisma }: Pick<Database, 'prisma'>,
  tables: readonly OwnedTable[],
  shop: ShopDomain,
  orderIds: readonly OrderId[],
): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    let ids: CustomerIds = { order: orderIds };
    for (const { customer } of tables)
      if (customer?.leadsTo) ids = merged(ids, await customer.leadsTo(transaction, shop, ids));
    for (const { customer } of tables) await customer?.remove(transaction, shop, ids);
  });
}

function merged(known: CustomerIds, found: CustomerIds): CustomerIds {
  const ofKind = (kind: string) => [...new Set([...(known[kind] ?? []), ...(found[kind] ?? [])])];
  const kinds = Object.keys({ ...known, ...found });
  return Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)]));
}

/** Names of what the tables keep of a customer's orders, for the merchant, who must tell the customer. */
export async function namesOfKept(
  { prisma }: Pick<Database, 'prisma'>,
  tables: readonly OwnedTable[],
  shop: ShopDomain,
  orderIds: readonly OrderId[],
): Promise<string[]> {
  return prisma.$transaction(async (transaction) => {
    const names: string[] = [];
    for (const { customer } of tables)
      if (customer?.report) names.push(...(await customer.report(transaction, shop, { order: orderIds })));
    return names;
  });
}
