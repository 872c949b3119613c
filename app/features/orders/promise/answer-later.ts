import { err, ok, type Result } from 'neverthrow';
import type { Shop } from '#app/features/shops/index.ts';
import type { FulfillmentOrderId } from '#app/gateways/shopify/ids.ts';
import type { ReadOrder } from '../order-visit.ts';
import type { OrderError } from '../shape.ts';
import { askForDelivery } from './ask-for-delivery.ts';
import { groupsOf } from './groups-of-delivery.ts';
import type { ResolveRun } from './resolve-promise.ts';
import type { ResolvedGroup } from './types.ts';

/**
 * What is found for the deliveries of an order that are to be sent after its first: those of which something was found when the order was
 * placed, as they waited then, keep that; of any other, such as a scheduled one that opened or a line that was added, nothing was shown, and OneStock
 * is asked.
 *
 * @returns all groups of the order, those that were known first
 */
export async function answerLater(
  run: ResolveRun,
  shop: Shop,
  { order, shopOrder }: ReadOrder,
  known: readonly ResolvedGroup[],
): Promise<Result<ResolvedGroup[], OrderError>> {
  const groups = [...known];
  const planned = await run.visit.deliveryPlan();
  if (planned.isErr()) return err(planned.error);
  if (!shopOrder || !planned.value || planned.value.asks.length === 0) return ok(groups);
  const sent = (await run.visit.known()).export?.deliveries ?? [];
  const connection = await run.oneStockAccounts.account(shop.domain);
  for (const delivery of planned.value.asks) {
    const { choice, fulfillmentOrderIds } = delivery;
    const isKnown = groupsOf(delivery, groups, sent).length > 0;
    const [fulfillmentOrderId] = fulfillmentOrderIds;
    if (isKnown || fulfillmentOrderId === undefined) continue;
    const question = { shop: shop.domain, connection, itemIdSource: shop.itemIdSource };
    const { attempt } = run;
    const answer = await askForDelivery(run, { ...question, order, shopOrder, delivery, attempt });
    if (answer.isErr()) return err(answer.error);
    groups.push({
      ...answer.value,
      fulfillmentOrderId: fulfillmentOrderId as FulfillmentOrderId,
      code: choice.code,
    });
  }
  return ok(groups);
}
