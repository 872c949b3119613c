import { err, ok, type Result } from 'neverthrow';
import type { Causes } from '#app/features/obstacles/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { convergeRecord } from '../convergence/converge-record.ts';
import { leftOf } from '../convergence/open-lines.ts';
import { groupsToCome } from '../convergence/pieces.ts';
import { piecesToFulfil } from '../convergence/plan-fulfilments.ts';
import { readShopFulfilment } from '../convergence/read-shop-fulfilment.ts';
import type { ConvergedDelivery, Situation } from '../convergence/types.ts';
import type { KnownExport } from '../known-order.ts';
import { saidByOneStock } from '../said-by-onestock.ts';
import type { OrderCause, OrderError } from '../shape.ts';
import type { NamedPieces } from './changes-since.ts';
import type { ExportRun } from './export-run.ts';
import { healsByItself } from './healing-faults.ts';

/**
 * What of the pieces that are gone from Shopify's order OneStock is still to send: more of the item than Shopify waits for. What OneStock
 * has taken out as well, or what had left before, is no surplus.
 *
 * @returns null where it cannot be told, as the shop has no OneStock account
 */
export async function readSurplus(
  { database, obstacles, oneStockAccounts, oneStock, plan, shop, orderId }: ExportRun,
  client: AdminClient,
  { deliveries: known }: KnownExport,
  gone: readonly NamedPieces[],
): Promise<Result<NamedPieces[] | null, OrderError>> {
  if (gone.length === 0) return ok([]);
  const connected = await oneStockAccounts.account(shop);
  if (!connected) return ok(null);
  const deliveries: ConvergedDelivery[] = [];
  for (const delivery of known.filter(({ exportedAt }) => exportedAt !== null)) {
    const order = await oneStock.readOrder(connected.account, delivery.oneStockOrderId);
    if (order.isErr()) {
      const { code } = order.error;
      const causes: Causes = [NOT_COMPARED, { code }, ...saidByOneStock(order.error)];
      return err({ code, retryable: healsByItself(order.error), causes });
    }
    if (order.value !== null) deliveries.push({ ...delivery, oneStockOrder: order.value });
  }
  if (deliveries.length === 0) return ok([]);
  const intents = await convergeRecord({ database, obstacles }, shop, orderId).intents();
  const claimed = new Set(intents.flatMap(({ fulfillmentId }) => fulfillmentId ?? []));
  const fulfilment = await readShopFulfilment(client, orderId, { claimed, outdated: new Set() });
  if (fulfilment.isErr()) return err(fulfilment.error);
  if (fulfilment.value === null) return ok([]);
  const heldGroupStates = [...plan.settings.heldGroupStates, plan.settings.removedGroupState];
  const settings = { ...plan.settings, heldGroupStates };
  return ok(surplusOf(gone, { deliveries, settings, shop: fulfilment.value, intents }));
}

/** Shopify waits for what is left to fulfil, but for what has left OneStock already. */
function surplusOf(
  gone: readonly NamedPieces[],
  facts: Pick<Situation, 'deliveries' | 'settings' | 'shop' | 'intents'>,
): NamedPieces[] {
  const left = leftOf(facts.shop);
  const underWay = piecesToFulfil(facts);
  const toCome = facts.deliveries.flatMap((delivery) => groupsToCome({ ...facts, ...delivery }));
  return gone.flatMap((pieces) => {
    const { itemId, lineItemIds } = pieces;
    const unfulfilled = lineItemIds.reduce((sum, id) => sum + (left.get(id) ?? 0), 0);
    const awaited = Math.max(0, unfulfilled - countOf(underWay, itemId));
    const quantity = Math.min(pieces.quantity, countOf(toCome, itemId) - awaited);
    return quantity > 0 ? [{ ...pieces, quantity }] : [];
  });
}

function countOf(pieces: readonly { itemId: string; quantity: number }[], itemId: string): number {
  return pieces.filter((each) => each.itemId === itemId).reduce((sum, { quantity }) => sum + quantity, 0);
}

const NOT_COMPARED: OrderCause = { code: 'surplus_unknown' };
