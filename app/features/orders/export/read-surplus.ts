import { err, ok, type Result } from 'neverthrow';
import type { OneStockOrder } from '#app/gateways/onestock/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { groupsToCome } from '../converge/pieces.ts';
import { readLeftToFulfil } from '../converge/read-fulfillment-orders.ts';
import { reasonOf } from '../reason.ts';
import type { OrderError } from '../types.ts';
import type { NamedPieces } from './changes-since.ts';
import type { KnownExport } from './export-record.ts';
import type { ExportRun } from './export-run.ts';
import { healsByItself } from './healing-faults.ts';
import type { ExportPlan } from './read-plan.ts';

/**
 * What of the pieces that are gone from Shopify's order OneStock is still to send: more of the item than Shopify waits for. What OneStock
 * has taken out as well, or what had left before, is no surplus.
 *
 * @returns null where it cannot be told, as the shop has no OneStock account
 */
export async function readSurplus(
  { connection, oneStock, plan, shop, orderId }: ExportRun,
  client: AdminClient,
  { oneStockOrderId }: KnownExport,
  gone: readonly NamedPieces[],
): Promise<Result<NamedPieces[] | null, OrderError>> {
  if (gone.length === 0 || oneStockOrderId === null) return ok([]);
  const connected = await connection.account(shop);
  if (!connected) return ok(null);
  const order = await oneStock.readOrder(connected.account, oneStockOrderId);
  if (order.isErr()) {
    const { error } = order;
    return err({ ...error, retryable: healsByItself(error), ...reasonOf(NOT_COMPARED, error) });
  }
  if (order.value === null) return ok([]);
  const left = await readLeftToFulfil(client, orderId);
  if (left.isErr()) return err(left.error);
  const toCome = toComeOf(order.value, plan);
  return ok(
    gone.flatMap((pieces) => {
      const { itemId, lineItemIds } = pieces;
      const awaited = lineItemIds.reduce((sum, id) => sum + (left.value.get(id) ?? 0), 0);
      const quantity = Math.min(pieces.quantity, (toCome.get(itemId) ?? 0) - awaited);
      return quantity > 0 ? [{ ...pieces, quantity }] : [];
    }),
  );
}

function toComeOf(oneStockOrder: OneStockOrder, { settings }: ExportPlan): Map<string, number> {
  const heldGroupStates = [...settings.heldGroupStates, settings.removedGroupState];
  const amounts = new Map<string, number>();
  for (const { itemId, quantity } of groupsToCome({
    oneStockOrder,
    settings: { ...settings, heldGroupStates },
  }))
    amounts.set(itemId, (amounts.get(itemId) ?? 0) + quantity);
  return amounts;
}

const NOT_COMPARED = {
  code: 'surplus_unknown',
  message: 'Pieces were refunded or removed in Shopify, and whether OneStock still sends them is not known.',
};
