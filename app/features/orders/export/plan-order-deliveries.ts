import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { readShopFulfilment } from '../convergence/read-shop-fulfilment.ts';
import { amountIn, amountsOf } from '../deliveries/line-amounts.ts';
import { planDeliveries } from '../deliveries/plan-deliveries.ts';
import type { DeliveryPlan, LinePieces, OrderPlan } from '../deliveries/types.ts';
import type { ExportPlan, KnownExport } from '../known-order.ts';
import type { OrderError } from '../shape.ts';
import type { ShopOrder } from './types.ts';

/**
 * What of an order is to be asked of OneStock, by how its shop wants its orders sent and what was asked before. A fulfilment that was cancelled in
 * Shopify opens its units anew, and OneStock has sent them all the same: before anything is asked, or waits, beside what was asked before, it
 * is seen which fulfilments stand.
 */
export async function planOrderDeliveries(
  client: AdminClient,
  order: ShopOrder,
  { settings, itemIdSource }: Pick<ExportPlan, 'settings' | 'itemIdSource'>,
  known: KnownExport | null,
): Promise<Result<OrderPlan, OrderError>> {
  const deliveries = known?.deliveries.filter(({ exportedAt }) => exportedAt !== null) ?? [];
  const fulfilled = known?.fulfilled ?? [];
  const { keepUnshippable, customLines, excludedLocations } = settings;
  const without = known?.decided.without ?? [];
  const facts = {
    lines: order.lines,
    fulfillmentOrders: order.fulfillmentOrders,
    deliveries,
    rules: { keepUnshippable, customLines, excludedLocations, itemIdSource, without },
  };
  const plan = planDeliveries({ ...facts, fulfilled });
  const isSafe = plan.passedOn.length === 0 && (unasked(plan).length === 0 || fulfilled.length === 0);
  if (isSafe) return ok({ ...plan, reopened: [] });
  const claimed = new Set(fulfilled.map(({ fulfillmentId }) => fulfillmentId));
  const shop = await readShopFulfilment(client, order.id, { claimed, outdated: new Set() });
  if (shop.isErr()) return err(shop.error);
  const standing = new Set(
    shop.value?.claimed.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id) ?? [],
  );
  const seen = planDeliveries({
    ...facts,
    fulfilled: fulfilled.filter(({ fulfillmentId }) => standing.has(fulfillmentId)),
    fulfilledByHand: shop.value?.unclaimed
      .filter(({ isCancelled }) => !isCancelled)
      .flatMap(({ lines }) => lines),
  });
  return ok({ ...seen, reopened: less(unasked(plan), unasked(seen)) });
}

function unasked({ asks, waits }: DeliveryPlan): LinePieces[] {
  return [...asks, ...waits].flatMap(({ lines }) => lines);
}

function less(pieces: readonly LinePieces[], others: readonly LinePieces[]): LinePieces[] {
  const there = amountsOf(others);
  return [...amountsOf(pieces)]
    .map(([lineItemId, quantity]) => ({ lineItemId, quantity: quantity - amountIn(there, lineItemId) }))
    .filter(({ quantity }) => quantity > 0);
}
