import { err, ok, type Result } from 'neverthrow';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import { type IdentifiedLine, type ItemIdSource, itemIdOf } from '#app/features/shops/index.ts';
import type { DeliveryPromiseQuestion, DestinationQuestion } from '#app/gateways/onestock/index.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import { whyNotAsked } from './outside-lines.ts';
import type { Place, RateRequest } from './rate-request.ts';
import type { Candidate } from './screen-options.ts';
import type { AskFailure, ShopSnapshot } from './types.ts';

/** The question to OneStock for all candidates at once, about the lines that are OneStock's alone; or why there is none. */
export function questionFor(
  { connection, shop }: ShopSnapshot,
  request: RateRequest,
  candidates: readonly Candidate[],
): Result<DeliveryPromiseQuestion, AskFailure> {
  if (connection === null) {
    return err({ code: 'not_connected' });
  }
  const asked = request.lines.filter((line) => whyNotAsked(line, shop.itemIdSource) === null);
  const lines = itemsOf(asked, shop.itemIdSource);
  if (lines === null) return err({ code: 'item_without_id' });
  if (lines.length === 0) return err({ code: 'nothing_to_ship' });
  // Shopify asks with samples when a merchant adds the rates. What OneStock said of them would hide every option: https://dev.to/zubairmohsin33/exploring-service-discovery-attribute-in-shopify-carrierservice-api-1d0l
  if (asked.every(({ variantId }) => variantId === null)) return err({ code: 'no_product_of_shop' });
  return ok({
    salesChannel: salesChannelFor(connection, request.destination.country),
    lines,
    basketTotal: request.basketTotal / 100,
    options: destinationsOf(candidates, request.destination),
  });
}

/** The sales channel under which promises for a destination are asked: its country's own, else the shop's; undefined leaves it to OneStock. */
export function salesChannelFor(
  { salesChannel, salesChannels }: Pick<ShopConnection, 'salesChannel' | 'salesChannels'>,
  country: string | undefined,
): string | undefined {
  return (country && salesChannels[country]) || salesChannel || undefined;
}

/** OneStock's items with their quantities, summed; null when one of the lines cannot be named to OneStock. */
export function itemsOf(
  lines: readonly (IdentifiedLine & { quantity: number })[],
  source: ItemIdSource,
): { itemId: string; quantity: number }[] | null {
  const quantities = new Map<string, number>();
  for (const { quantity, ...line } of lines) {
    if (quantity === 0) continue;
    const itemId = itemIdOf(line, source);
    if (itemId === null) return null;
    quantities.set(itemId, (quantities.get(itemId) ?? 0) + quantity);
  }
  return [...quantities].map(([itemId, quantity]) => ({ itemId, quantity }));
}

/**
 * The same text for the same question under the same connection: what an answer is kept under. Neither currency nor language is part of it;
 * they change how an answer is shown, not what OneStock says.
 */
export function questionKey({ shop, connection }: ShopSnapshot, question: DeliveryPromiseQuestion): string {
  const { salesChannel, lines, basketTotal, options } = question;
  const items = lines.map(({ itemId, quantity }) => JSON.stringify([itemId, quantity])).sort();
  const destinations = options
    .map((option) =>
      option.kind === 'collect'
        ? [option.deliveryMethod, option.endpointId]
        : [option.deliveryMethod, option.location.country, option.location.state, option.location.zipCode],
    )
    .map((destination) => JSON.stringify(destination))
    .sort();
  return sha256Hex(
    JSON.stringify([shop.domain, connection?.version, salesChannel, items, destinations, basketTotal]),
  );
}

function destinationsOf(candidates: readonly Candidate[], destination: Place): DestinationQuestion[] {
  const destinations = new Map<string, DestinationQuestion>();
  for (const { option, store } of candidates) {
    const { deliveryMethod } = option;
    const key = JSON.stringify([deliveryMethod, store?.endpointId]);
    destinations.set(
      key,
      store
        ? { kind: 'collect', deliveryMethod, endpointId: store.endpointId }
        : {
            kind: 'home',
            deliveryMethod,
            location: {
              country: destination.country,
              state: destination.region ?? undefined,
              zipCode: destination.zip ?? undefined,
            },
          },
    );
  }
  return [...destinations.values()];
}
