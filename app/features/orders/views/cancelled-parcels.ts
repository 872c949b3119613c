import { z } from 'zod';
import { listed } from '../convergence/listed-pieces.ts';
import type { ExportedItem, LinePieces } from '../deliveries/types.ts';
import type { IntentState, OrderCode } from '../shape.ts';

interface Parcel {
  id: string;
  state: string;
  lines: readonly LinePieces[];
}

/** What is known of the fulfilment of a parcel since it was made: that somebody cancelled it in Shopify, or that this may be. */
export type Cancelled = 'cancelled' | 'perhaps_cancelled';

const DONE: IntentState = 'done';
const CANCELLED: OrderCode = 'fulfilment_cancelled';
const reopenedIn = z
  .object({ causes: z.array(z.looseObject({ code: z.string(), params: z.looseObject({}).optional() })) })
  .transform(({ causes }) => causes.find(({ code }) => code === CANCELLED)?.params?.pieces)
  .pipe(z.array(z.string()))
  .catch([]);

/**
 * The parcels whose fulfilment somebody cancelled in Shopify, by the pieces that this opened anew, as the order's notes list them. A fulfilment
 * that was cancelled stays so.
 *
 * @returns by the parcel's id; `perhaps_cancelled` where the pieces may be of another parcel as well
 */
export function cancelledParcels(
  parcels: readonly Parcel[],
  items: readonly ExportedItem[],
  notes: readonly { facts: Record<string, unknown> }[],
): ReadonlyMap<string, Cancelled> {
  const found = new Map<string, Cancelled>();
  const named = (lines: readonly LinePieces[]) =>
    lines.map((line) => ({ ...line, itemId: name(line, items) }));
  const done = parcels.filter(({ state }) => state === DONE);
  for (const { facts } of notes) {
    const reopened = reopenedIn.parse(facts);
    const itemIds = new Set(reopened.map(itemOf));
    const touched = done.filter(({ lines }) => named(lines).some(({ itemId }) => itemIds.has(itemId)));
    const all = listed(touched.flatMap(({ lines }) => named(lines)));
    const isAll = all.length === reopened.length && all.every((pieces) => reopened.includes(pieces));
    for (const { id } of touched)
      if (found.get(id) !== 'cancelled') found.set(id, isAll ? 'cancelled' : 'perhaps_cancelled');
  }
  return found;
}

/** As notes call the pieces of a line. */
function name({ lineItemId }: LinePieces, items: readonly ExportedItem[]): string {
  const item = items.find((each) => each.lineItemId === lineItemId);
  return item?.sku ?? item?.title ?? lineItemId;
}

/** Of pieces as they are listed: `2 × SKU-1`. */
function itemOf(pieces: string): string {
  return pieces.slice(pieces.indexOf(' × ') + 3);
}
