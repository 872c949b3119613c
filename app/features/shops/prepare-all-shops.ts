import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ShopsDependencies } from './dependencies.ts';
import { PREPARE_SHOP } from './shape.ts';

/** Asks for every installed shop to be prepared: a plan that lost carrier-calculated rates, or a definition that was deleted, is found. */
export async function prepareAllShops({
  database: { prisma },
  runs,
}: Pick<ShopsDependencies, 'database' | 'runs'>): Promise<void> {
  const installed = await prisma.shop.findMany({ where: { uninstalledAt: null }, select: { domain: true } });
  await runs.startAll(
    { kind: PREPARE_SHOP, by: 'schedule' },
    installed.map(({ domain }) => domain as ShopDomain),
  );
}
