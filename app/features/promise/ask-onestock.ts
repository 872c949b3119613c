import { err, type Result } from 'neverthrow';
import type { ItemIdSource } from '#app/features/connection/index.ts';
import type {
  DeliveryPromiseAnswer,
  DeliveryPromiseQuestion,
  DestinationQuestion,
  OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import type { Place, RateRequest, RequestedLine } from './rate-request.ts';
import type { Candidate } from './screen-options.ts';
import type { AskFailure, ShopSnapshot } from './types.ts';

/** Asks OneStock once for every candidate. Ends within `timeoutMs`; a failure says why no promise can be had. */
export async function askOneStock(
  oneStock: OneStockGateway,
  snapshot: ShopSnapshot,
  request: RateRequest,
  candidates: readonly Candidate[],
  timeoutMs: number,
): Promise<Result<DeliveryPromiseAnswer, AskFailure>> {
  const { connection, shop } = snapshot;
  if (connection === null) {
    return err({ code: 'not_connected', message: 'The shop is not connected to OneStock yet.' });
  }
  const lines = itemsOf(request.lines, shop.itemIdSource);
  if (lines === null) {
    return err({
      code: 'item_without_id',
      message: `A line has no ${shop.itemIdSource === 'sku' ? 'SKU' : 'variant id'}, so OneStock cannot be asked about it.`,
    });
  }
  if (lines.length === 0)
    return err({ code: 'nothing_to_ship', message: 'No line of the basket is shipped.' });
  if (timeoutMs <= 0) return err({ code: 'deadline_passed', message: 'No time was left to ask OneStock.' });
  const question: DeliveryPromiseQuestion = {
    salesChannel: connection.salesChannel ?? undefined,
    lines,
    basketTotal: request.basketTotal / 100,
    options: questionsOf(candidates, request.destination),
  };
  return oneStock.deliveryPromises(connection.account, question, { timeoutMs });
}

/** The items of the lines that are shipped, quantities summed; null when one of them cannot be named to OneStock. */
function itemsOf(
  lines: readonly RequestedLine[],
  source: ItemIdSource,
): { itemId: string; quantity: number }[] | null {
  const quantities = new Map<string, number>();
  for (const line of lines) {
    if (!line.requiresShipping || line.quantity === 0) continue;
    const itemId = source === 'sku' ? line.sku : line.variantId;
    if (itemId === null) return null;
    quantities.set(itemId, (quantities.get(itemId) ?? 0) + line.quantity);
  }
  return [...quantities].map(([itemId, quantity]) => ({ itemId, quantity }));
}

function questionsOf(candidates: readonly Candidate[], destination: Place): DestinationQuestion[] {
  const questions = new Map<string, DestinationQuestion>();
  for (const { option, store } of candidates) {
    const deliveryMethod = option.deliveryMethod;
    if (store) {
      questions.set(JSON.stringify([deliveryMethod, store.endpointId]), {
        kind: 'collect',
        deliveryMethod,
        endpointId: store.endpointId,
      });
      continue;
    }
    questions.set(JSON.stringify([deliveryMethod]), {
      kind: 'home',
      deliveryMethod,
      location: {
        country: destination.country,
        state: destination.region ?? undefined,
        zipCode: destination.zip ?? undefined,
      },
    });
  }
  return [...questions.values()];
}
