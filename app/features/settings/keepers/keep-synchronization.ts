import { ok } from 'neverthrow';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { GroupKeeper } from '../group-keeper.ts';
import type { SettingsValues } from '../shape.ts';

type Synchronization = SettingsValues['synchronization'];

/** Keeps the switch in columns of the shop, for shops are searched by it. */
export function synchronizationKeeper(
  { prisma }: Pick<Database, 'prisma'>,
  clock: Clock,
): GroupKeeper<Synchronization> {
  return {
    read: (shop) =>
      prisma.shop.findUnique({
        where: { domain: shop },
        select: { syncsOrders: true, syncMoment: true },
      }),
    prepare: async (shop, values) =>
      ok({ write: (transaction) => write(transaction, shop, values, clock.now()) }),
  };
}

/** Turning the switch on begins a new time of synchronization: orders placed before are left alone. */
async function write(
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  { syncsOrders, syncMoment }: Synchronization,
  now: Date,
): Promise<void> {
  const before = await transaction.shop.findUnique({
    where: { domain: shop },
    select: { syncsOrders: true },
  });
  const isTurnedOn = syncsOrders && before?.syncsOrders === false;
  await transaction.shop.update({
    where: { domain: shop },
    data: {
      syncsOrders,
      syncMoment,
      ...(isTurnedOn && { syncsOrdersSince: now, ordersSweptTo: null }),
    },
  });
}
