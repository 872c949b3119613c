import type { Database } from '#app/platform/database/client.ts';
import { deleteInBatches } from '#app/platform/database/delete-in-batches.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { OwnedTable, ShopRemoval } from '#app/platform/database/owned-table.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** Shopify's `shop/redact` (https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance). */
export interface ShopRequest {
  /** The id of the event by which Shopify asked. */
  eventId: string;
  /** When Shopify asked. */
  at: Date;
}

/**
 * Deletes everything that is kept of a shop, in every table: first the shop itself, so that jobs which are under way find none and end,
 * last the event that asks for it, so that a worker which is stopped half-way is asked again.
 *
 * A shop that was granted access again since Shopify asked has come back, and keeps what it has; one that comes back while this runs begins
 * anew, and keeps what it gets: each batch looks for the shop in the statement that deletes.
 */
export async function redactShop(
  { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
  tables: readonly OwnedTable[],
  shop: ShopDomain,
  { eventId, at }: ShopRequest,
): Promise<void> {
  const root = rootOf(tables);
  const isBack = await prisma.$transaction(async (transaction) => {
    const run = (statement: string, ...values: unknown[]) =>
      transaction.$executeRawUnsafe(statement, ...values);
    await run(`delete from ${root.name} where ${root.column} = $1 and ${root.grantedAt} <= $2`, shop, at);
    const left = await transaction.$queryRaw<unknown[]>`
      select from ${Prisma.raw(root.name)} where ${Prisma.raw(root.column)} = ${shop}`;
    if (left.length > 0) return true;
    for (const { name, column } of removedBy(tables, 'at_once'))
      await run(`delete from ${name} where ${column} = $1`, shop);
    await notifyConfigurationChanged(transaction, shop);
    return false;
  });
  if (isBack) return;
  const isGone = `not exists (select from ${root.name} where ${root.column} = $1)`;
  for (const { name, column, asks } of removedBy(tables, 'in_batches')) {
    const rows = `${column} = $1 and ${isGone}`;
    if (asks) await deleteInBatches(pool, name, `${rows} and ${asks}::text <> $2`, [shop, eventId]);
    await deleteInBatches(pool, name, rows, [shop]);
  }
}

type Removed<How> = { name: string } & Extract<ShopRemoval, { how: How }>;

function removedBy<How extends ShopRemoval['how']>(tables: readonly OwnedTable[], how: How): Removed<How>[] {
  return tables.flatMap(({ name, shop }) => (shop?.how === how ? [{ name, ...shop } as Removed<How>] : []));
}

function rootOf(tables: readonly OwnedTable[]): Removed<'root'> {
  const [root] = removedBy(tables, 'root');
  if (!root) throw new Error('No table is the one of the shops themselves.');
  return root;
}
