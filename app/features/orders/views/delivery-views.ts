import type { KnownDelivery } from '../deliveries/types.ts';
import { groupsOf, latestPromised } from '../promise/groups-of-delivery.ts';
import type { ResolvedGroup } from '../promise/types.ts';
import { deliveriesSentAgain } from './sent-again.ts';
import { type DeliveryRow, deliveryPart, keptChoice, keptItems, piecesOfLines } from './story-parts.ts';
import type { NoteRow } from './timeline.ts';
import type { DeliveryView } from './types.ts';

type DeliveryOfOrder = Omit<KnownDelivery, 'feeIds'>;

/** A delivery by its row. */
export function keptDelivery({ choice, items, removed, ...row }: DeliveryRow): DeliveryOfOrder {
  return {
    ...row,
    choice: keptChoice.parse(choice),
    items: keptItems.parse(items),
    removed: piecesOfLines.parse(removed),
  };
}

interface Beside {
  /** The same deliveries, as they are read. */
  kept: readonly DeliveryOfOrder[];
  groups: readonly ResolvedGroup[];
  notes: readonly NoteRow[];
  urlOf(oneStockOrderId: string): string | undefined;
}

/** The deliveries of an order, each with why it is one. */
export function deliveryViews(
  rows: readonly DeliveryRow[],
  { kept, groups, notes, urlOf }: Beside,
): DeliveryView[] {
  const sentAgain = deliveriesSentAgain(kept, notes);
  const isRecomputed = (number: number) => {
    const { choice, fulfillmentOrderIds } = kept.find((each) => each.number === number) ?? {};
    if (!choice || !fulfillmentOrderIds) return false;
    const others = kept.filter((other) => other.number !== number);
    return latestPromised(groupsOf({ choice, fulfillmentOrderIds }, groups, others))?.source === 'recomputed';
  };
  return rows.map((row) => ({
    ...deliveryPart(row, urlOf),
    isAskedAfterwards: isRecomputed(row.number),
    isSentAgain: sentAgain.has(row.number),
  }));
}
