import type { Allocation, OpenLine } from './open-lines.ts';
import type { Intent } from './types.ts';

/** Empty where Shopify does not tell the app. */
export function locationOf({ fulfillmentOrder }: OpenLine): string {
  return fulfillmentOrder.location.id ?? '';
}

/** An intent that names no delivery method type was of all that the parcel had at its location. */
export function isOfType(intent: Intent, methodType: string): boolean {
  return intent.methodType === null || intent.methodType === methodType;
}

/** What one fulfilment may be of: Shopify takes one location and one delivery method type a call. */
interface Fulfillable {
  locationId: string;
  methodType: string;
  allocated: Allocation[];
}

/** Pieces by the fulfilments that they can be. */
export function byLocationAndType(allocated: readonly Allocation[]): Fulfillable[] {
  return [...Map.groupBy(allocated, ({ openLine }) => locationOf(openLine))].flatMap(([locationId, here]) =>
    [...Map.groupBy(here, ({ openLine }) => openLine.fulfillmentOrder.methodType)].map(
      ([methodType, alike]) => ({ locationId, methodType, allocated: alike }),
    ),
  );
}

/** Those of a location before the others. */
export function nearestFirst(openLines: readonly OpenLine[], locationId: string | undefined): OpenLine[] {
  return firstThose(openLines, (openLine) => locationOf(openLine) === locationId);
}

/** What a fulfilment in doubt may have left behind is still its own, and so comes last. */
export function undoubtedFirst(openLines: readonly OpenLine[], own: readonly Intent[]): OpenLine[] {
  const doubted = own.filter(({ state }) => state === 'in_doubt');
  return firstThose(
    openLines,
    (openLine) =>
      !doubted.some(
        (each) =>
          each.locationId === locationOf(openLine) && isOfType(each, openLine.fulfillmentOrder.methodType),
      ),
  );
}

/** Otherwise in the order that they had. */
function firstThose(openLines: readonly OpenLine[], isFirst: (openLine: OpenLine) => boolean): OpenLine[] {
  return openLines.toSorted((one, other) => Number(isFirst(other)) - Number(isFirst(one)));
}
