import { PREPARE_SHOP } from '#app/features/shops/shape.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { callbackPrefix } from './callback-address.ts';
import type { CarrierServiceDependencies } from './dependencies.ts';

/** Asks for every installed shop to be prepared whose carrier service is not known to call this app at its present address. */
export async function repointCarrierServices({
  database: { prisma },
  runs,
  appUrl,
}: Pick<CarrierServiceDependencies, 'database' | 'runs' | 'appUrl'>): Promise<void> {
  const elsewhere = await prisma.shop.findMany({
    where: {
      uninstalledAt: null,
      OR: [
        { carrierCallbackUrl: null },
        { carrierCallbackUrl: { not: { startsWith: callbackPrefix(appUrl) } } },
      ],
    },
    select: { domain: true },
  });
  await runs.startAll(
    { kind: PREPARE_SHOP, by: 'schedule' },
    elsewhere.map(({ domain }) => domain as ShopDomain),
  );
}
