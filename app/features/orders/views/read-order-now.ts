import { err, ok, type Result } from 'neverthrow';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { OrderSettings } from '#app/features/settings/shape.ts';
import type { OneStockGateway, OneStockOrder, OneStockParcel } from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { carrierName } from '../convergence/carrier-name.ts';
import { subtract } from '../convergence/open-lines.ts';
import { piecesOf, removedPieces } from '../convergence/pieces.ts';
import { amountsOf } from '../deliveries/line-amounts.ts';
import type { KnownDelivery } from '../deliveries/types.ts';
import { readOrderSettings } from '../order-settings.ts';
import { type OrderError, orderError } from '../shape.ts';
import { keptDelivery } from './delivery-views.ts';
import { webTracking } from './story-parts.ts';
import type { DeliveryNow, ItemView, ParcelView } from './types.ts';

export interface OrderNowDependencies {
  database: Pick<Database, 'prisma'>;
  oneStockAccounts: Pick<OneStockAccounts, 'account'>;
  oneStock: Pick<OneStockGateway, 'readOrder'>;
}

/** A page waits no longer. */
const PATIENCE_MS = 4_000;

/**
 * Asks OneStock where the order is. Nothing is changed or kept.
 *
 * @returns what it says of each delivery, none for an order that OneStock is not known to have; an error when it does not say of one
 */
export async function readOrderNow(
  { database: { prisma }, oneStockAccounts, oneStock }: OrderNowDependencies,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<Result<DeliveryNow[], OrderError>> {
  const where = { shop, orderId, exportedAt: { not: null } };
  const rows = await prisma.orderDelivery.findMany({ where, orderBy: { number: 'asc' } });
  if (rows.length === 0) return ok([]);
  const [account, settings] = await Promise.all([
    oneStockAccounts.account(shop),
    readOrderSettings({ prisma }, shop),
  ]);
  if (!account) return err(orderError({ code: 'no_account_to_ask' }));
  const read = await Promise.all(
    rows.map((row) => oneStock.readOrder(account.account, row.oneStockOrderId, { timeoutMs: PATIENCE_MS })),
  );
  const deliveries: DeliveryNow[] = [];
  for (const [at, row] of rows.entries()) {
    const order = read[at];
    if (!order || order.isErr()) return err(order?.error ?? orderError({ code: 'no_account_to_ask' }));
    const { oneStockOrderId: id, number } = row;
    if (order.value === null) return err(orderError({ code: 'onestock_order_missing', params: { id } }));
    deliveries.push({ number, ...nowOf(order.value, keptDelivery(row), settings) });
  }
  return ok(deliveries);
}

function nowOf(
  order: OneStockOrder,
  { items, removed }: Pick<KnownDelivery, 'items' | 'removed'>,
  settings: OrderSettings,
): Omit<DeliveryNow, 'number'> {
  const { state, groups, parcels, arrival } = order;
  const gone = removedPieces({ oneStockOrder: order, items, settings });
  return {
    state,
    arrival: arrival && { from: arrival.from.toISOString(), to: arrival.to.toISOString() },
    items: statesOfItems(items, groups),
    parcels: parcels.map((parcel) => toParcel(parcel, settings.carrierNames)),
    isNothingToCome: groups.length > 0 && groups.every((group) => willNotCome(group, settings)),
    unprepared: subtract(gone, amountsOf(removed), items).map(({ itemId, lineItemId, quantity }) => ({
      ...{ itemId, lineItemId, quantity },
    })),
  };
}

function willNotCome(
  { state }: OneStockOrder['groups'][number],
  { heldGroupStates, removedGroupState }: OrderSettings,
): boolean {
  return state === removedGroupState || heldGroupStates.includes(state);
}

/** In which states the pieces of each line are. Pieces that OneStock does not count are of the first line of their item. */
export function statesOfItems(
  items: readonly ItemView[],
  groups: OneStockOrder['groups'],
): DeliveryNow['items'] {
  const states = new Map(
    items.map((item) => [item.lineItemId, [] as DeliveryNow['items'][number]['states']]),
  );
  for (const group of groups) {
    for (const pieces of piecesOf(group, items)) {
      const line = pieces.lineItemId ?? items.find(({ itemId }) => itemId === pieces.itemId)?.lineItemId;
      const known = line === undefined ? undefined : states.get(line);
      const alike = known?.find(
        ({ state, reason }) => state === group.state && reason === (group.reason ?? undefined),
      );
      if (alike) alike.quantity += pieces.quantity;
      else known?.push({ state: group.state, quantity: pieces.quantity, reason: group.reason ?? undefined });
    }
  }
  return items.map((item) => ({ ...item, states: states.get(item.lineItemId) ?? [] }));
}

/** @param carrierNames what carriers are called in Shopify */
function toParcel(
  { id, state, itemQuantities, trackingCode, trackingLink, carrier }: OneStockParcel,
  carrierNames: readonly string[],
): ParcelView {
  return {
    id,
    state,
    items: itemQuantities,
    tracking: webTracking({
      number: trackingCode ?? undefined,
      url: trackingLink ?? undefined,
      company: carrier ? carrierName(carrier, carrierNames) : undefined,
    }),
  };
}
