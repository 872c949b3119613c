import { err, ok, type Result } from 'neverthrow';
import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import type { ItemIdSource } from '#app/features/shops/index.ts';
import type { OneStockError, OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { PlannedDelivery } from '../deliveries/types.ts';
import type { ShopOrder } from '../export/types.ts';
import { askAgain } from './ask-again.ts';
import { chosenOption } from './chosen-option.ts';
import type { GroupAnswer, Order } from './types.ts';

export interface DeliveryQuestion {
  shop: ShopDomain;
  connection: ShopConnection | null;
  itemIdSource: ItemIdSource;
  /** Whose delivery it is. */
  order: Pick<Order, 'destination'>;
  shopOrder: Pick<ShopOrder, 'lines'>;
  delivery: PlannedDelivery;
  /** Which try of the order's job this is; the first is 1. */
  attempt: number;
}

/** With the job queue's back-off, e^n seconds after the nth attempt, OneStock has a minute and a half to come back. */
export const ATTEMPTS_TO_ASK = 5;

/**
 * Asks OneStock what it can promise by now for a delivery of an order. The answer is `none` where it promises nothing, where the rate is another
 * app's, and where it does not answer after five attempts.
 */
export async function askForDelivery(
  {
    oneStock,
    deliveryOptions,
  }: {
    oneStock: Pick<OneStockGateway, 'deliveryPromises'>;
    deliveryOptions: Pick<DeliveryOptions, 'listAll'>;
  },
  { shop, connection, itemIdSource, order, shopOrder, delivery, attempt }: DeliveryQuestion,
): Promise<Result<GroupAnswer, OneStockError>> {
  const { code } = delivery.choice;
  const chosen = code === null ? null : chosenOption(code, await deliveryOptions.listAll(shop));
  const none: GroupAnswer = {
    source: 'none',
    quoteId: null,
    endpointId: chosen?.endpointId ?? null,
    promise: null,
  };
  if (!chosen || chosen.option.fallbackOnly) return ok(none);
  const lines = delivery.lines.flatMap(({ lineItemId, quantity }) => {
    const line = shopOrder.lines.find(({ id }) => id === lineItemId);
    return line ? [{ variantId: line.variantId, sku: line.sku, title: line.title, quantity }] : [];
  });
  const group = { destination: order.destination, lines };
  const asked = await askAgain(oneStock, connection, itemIdSource, group, chosen);
  if (asked.isOk()) return ok(asked.value);
  const { code: reasonCode, retryable } = asked.error;
  if (retryable && attempt < ATTEMPTS_TO_ASK) return err(asked.error);
  return ok({ ...none, reasonCode });
}
