import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { readShopFulfilment } from '../convergence/read-shop-fulfilment.ts';
import { planDeliveries } from '../deliveries/plan-deliveries.ts';
import type { DeliveryPlan } from '../deliveries/types.ts';
import type { ExportPlan, KnownExport } from '../known-order.ts';
import type { OrderError } from '../shape.ts';
import type { ShopOrder } from './types.ts';

/**
 * What of an order is to be asked of OneStock, by how its shop wants its orders sent and what was asked before. A fulfilment that was cancelled in
 * Shopify opens its units anew, and OneStock has sent them all the same: before anything is asked beside what was asked before, it is seen
 * which fulfilments stand.
 */
export async function planOrderDeliveries(
  client: AdminClient,
  order: ShopOrder,
  { settings, itemIdSource }: Pick<ExportPlan, 'settings' | 'itemIdSource'>,
  known: KnownExport | null,
): Promise<Result<DeliveryPlan, OrderError>> {
  const deliveries = known?.deliveries.filter(({ exportedAt }) => exportedAt !== null) ?? [];
  const fulfilled = known?.fulfilled ?? [];
  const { keepUnshippable, customLines, excludedLocations } = settings;
  const withoutUnidentified = known?.decided.without ?? false;
  const facts = {
    lines: order.lines,
    fulfillmentOrders: order.fulfillmentOrders,
    deliveries,
    rules: { keepUnshippable, customLines, excludedLocations, itemIdSource, withoutUnidentified },
  };
  const plan = planDeliveries({ ...facts, fulfilled });
  const isSafe = plan.passedOn.length === 0 && (plan.asks.length === 0 || fulfilled.length === 0);
  if (isSafe) return ok(plan);
  const claimed = new Set(fulfilled.map(({ fulfillmentId }) => fulfillmentId));
  const shop = await readShopFulfilment(client, order.id, { claimed, outdated: new Set() });
  if (shop.isErr()) return err(shop.error);
  const standing = new Set(
    shop.value?.claimed.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id) ?? [],
  );
  return ok(
    planDeliveries({
      ...facts,
      fulfilled: fulfilled.filter(({ fulfillmentId }) => standing.has(fulfillmentId)),
      fulfilledByHand: shop.value?.unclaimed
        .filter(({ isCancelled }) => !isCancelled)
        .flatMap(({ lines }) => lines),
    }),
  );
}
