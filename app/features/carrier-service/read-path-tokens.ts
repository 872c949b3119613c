import type { ShopDomain } from '#app/platform/tenant.ts';
import type { CarrierServiceDependencies } from './dependencies.ts';
import { openPathToken } from './path-token.ts';

/** The path tokens of those of the shops that have the app. */
export async function readPathTokens(
  { database: { prisma }, sealer }: Pick<CarrierServiceDependencies, 'database' | 'sealer'>,
  domains: readonly ShopDomain[],
): Promise<string[]> {
  const shops = await prisma.shop.findMany({
    where: { domain: { in: [...domains] }, uninstalledAt: null },
    select: { domain: true, carrierToken: true },
  });
  return shops.map(({ domain, carrierToken }) => openPathToken(sealer, domain as ShopDomain, carrierToken));
}
