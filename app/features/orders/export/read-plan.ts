import {
  CHECKOUT,
  type CheckoutSettings,
  groupIn,
  ORDERS,
  type OrderSettings,
} from '#app/features/settings/shape.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Mappings } from './choice.ts';

/** How a shop's orders are to be exported. */
export interface ExportPlan {
  /** `paid`: not before the order is paid. */
  moment: 'created' | 'paid';
  /** Orders placed before are left alone. */
  since: Date;
  settings: OrderSettings;
  itemIdSource: CheckoutSettings['itemIdSource'];
  mappings: Mappings;
}

/** Null when the shop does not synchronize orders, or has uninstalled the app. */
export async function readPlan({ prisma }: Database, shop: ShopDomain): Promise<ExportPlan | null> {
  const row = await prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null, syncsOrders: true },
    include: { rulesetMappings: true, locations: true },
  });
  if (!row) return null;
  return {
    moment: row.syncMoment === 'paid' ? 'paid' : 'created',
    since: row.syncsOrdersSince ?? row.installedAt,
    settings: groupIn(row.settings, ORDERS),
    itemIdSource: groupIn(row.settings, CHECKOUT).itemIdSource,
    mappings: { rulesets: row.rulesetMappings, locations: row.locations },
  };
}
