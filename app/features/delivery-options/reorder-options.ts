import { err, ok, type Result } from 'neverthrow';
import type { Database } from '#app/platform/database/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type DeliveryOptionMissing, optionMissing } from './faults.ts';

/**
 * Gives the options the order of `ids`; options that are not named follow in the order that they had. No version grows by it: whoever
 * edits an option meanwhile can save it. Nothing is changed when one of the ids is not the shop's.
 */
export async function reorderOptions(
  { prisma }: Database,
  shop: ShopDomain,
  ids: readonly string[],
): Promise<Result<void, DeliveryOptionMissing>> {
  return prisma.$transaction(async (transaction) => {
    await transaction.$queryRaw`select 1 from shop where domain = ${shop} for update`;
    const rows = await transaction.deliveryOption.findMany({
      where: { shop, archivedAt: null },
      orderBy: [{ position: 'asc' }, { handle: 'asc' }],
      select: { id: true },
    });
    const known = rows.map(({ id }) => id);
    const named = [...new Set(ids)];
    if (!named.every((id) => known.includes(id))) return err(optionMissing());
    const order = [...named, ...known.filter((id) => !named.includes(id))];
    await transaction.$executeRaw`
      update delivery_option set position = place.ordinality - 1
      from unnest(${order}::uuid[]) with ordinality as place(id, ordinality)
      where delivery_option.id = place.id and shop = ${shop}`;
    await notifyConfigurationChanged(transaction, shop);
    return ok();
  });
}
