import { err, ok, type Result } from 'neverthrow';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import { isAccepted, isPromiseFor, itemsOf, salesChannelFor } from '#app/features/promise/index.ts';
import type { ItemIdSource } from '#app/features/shops/index.ts';
import type {
  DeliveryPromiseQuestion,
  DestinationQuestion,
  OneStockError,
  OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import type { ChosenOption } from './chosen-option.ts';
import type { DeliveryGroup, GroupAnswer } from './types.ts';

/**
 * Asks OneStock, in one call, for a promise on the option that the shopper chose: the last resort, for the shopper saw another. The
 * answer is `none` where the question cannot be put (no connection, an item without an id, no destination) or OneStock promises nothing
 * that the option accepts. An error means that OneStock did not answer.
 */
export async function askAgain(
  oneStock: Pick<OneStockGateway, 'deliveryPromises'>,
  connection: ShopConnection | null,
  itemIdSource: ItemIdSource,
  group: Pick<DeliveryGroup, 'lines' | 'destination'>,
  chosen: ChosenOption,
): Promise<Result<GroupAnswer, OneStockError>> {
  const { option, endpointId } = chosen;
  const none: GroupAnswer = { source: 'none', quoteId: null, endpointId, promise: null };
  const lines = itemsOf(group.lines, itemIdSource);
  const destination = destinationOf(group, chosen);
  if (!connection || !lines || !destination) return ok(none);
  const question: DeliveryPromiseQuestion = {
    salesChannel: salesChannelFor(connection, group.destination?.country),
    lines,
    options: [destination],
  };
  const answer = await oneStock.deliveryPromises(connection.account, question);
  if (answer.isErr()) return err(answer.error);
  const promise = answer.value.promises.find(
    (each) => isPromiseFor(each, option, endpointId) && isAccepted(each, option),
  );
  return ok(promise ? { ...none, source: 'recomputed', promise: promise.option } : none);
}

function destinationOf(
  { destination }: Pick<DeliveryGroup, 'destination'>,
  { option: { deliveryMethod }, endpointId }: ChosenOption,
): DestinationQuestion | null {
  if (endpointId !== null) return { kind: 'collect', deliveryMethod, endpointId };
  if (!destination) return null;
  const { country, zip, region } = destination;
  return {
    kind: 'home',
    deliveryMethod,
    location: { country, zipCode: zip ?? undefined, state: region ?? undefined },
  };
}
