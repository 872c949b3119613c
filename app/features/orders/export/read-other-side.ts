import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { convergeRecord } from '../convergence/converge-record.ts';
import { readShopFulfilment } from '../convergence/read-shop-fulfilment.ts';
import type { ConvergedDelivery, Situation } from '../convergence/types.ts';
import type { KnownDelivery } from '../deliveries/types.ts';
import type { OrderError } from '../shape.ts';
import type { ExportRun } from './export-run.ts';
import type { OneStockReads } from './one-stock-reads.ts';

/** What is needed beside Shopify's order to tell what OneStock is still to send of it. */
export type OtherSide = Pick<Situation, 'deliveries' | 'settings' | 'shop' | 'intents'>;

/**
 * Reads what OneStock has of an order, and what was fulfilled of it in Shopify, by whomever. What the app takes out of OneStock counts as
 * removed, whatever the shop's settings say of such a state.
 *
 * @returns `no_account` where the shop has no OneStock account; null where nothing is left to compare
 */
export async function readOtherSide(
  { database, obstacles, plan, shop, orderId }: ExportRun,
  client: AdminClient,
  oneStock: OneStockReads,
  known: readonly KnownDelivery[],
): Promise<Result<OtherSide | 'no_account' | null, OrderError>> {
  const account = await oneStock.account();
  if (account === null) return ok('no_account');
  const deliveries: ConvergedDelivery[] = [];
  for (const delivery of known) {
    const order = await oneStock.read(account, delivery.oneStockOrderId);
    if (order.isErr()) return err(order.error);
    if (order.value !== null) deliveries.push({ ...delivery, oneStockOrder: order.value });
  }
  if (deliveries.length === 0) return ok(null);
  const intents = await convergeRecord({ database, obstacles }, shop, orderId).intents();
  const claimed = new Set(intents.flatMap(({ fulfillmentId }) => fulfillmentId ?? []));
  const fulfilment = await readShopFulfilment(client, orderId, { claimed, outdated: new Set() });
  if (fulfilment.isErr()) return err(fulfilment.error);
  if (fulfilment.value === null) return ok(null);
  const { removedGroupState, heldGroupStates } = plan.settings;
  const settings = { ...plan.settings, heldGroupStates: [...heldGroupStates, removedGroupState] };
  return ok({ deliveries, settings, shop: fulfilment.value, intents });
}
