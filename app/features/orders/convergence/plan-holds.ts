import { amountsOf } from '../deliveries/line-amounts.ts';
import { HANDLE_PREFIX } from '../deliveries/our-holds.ts';
import type { OrderCause } from '../shape.ts';
import { listed } from './listed-pieces.ts';
import { type Allocation, allocate, type OpenLine, openLinesOfDelivery, subtract } from './open-lines.ts';
import { type RemovedPieces, removedPieces } from './pieces.ts';
import type { ConvergedDelivery, FulfillmentOrder, NewHold, Situation, Step } from './types.ts';
import { piecesNotHoldable } from './what-blocks.ts';

/**
 * Holds on just the pieces that will not come, all those of a fulfillment order by one hold, and the release of our own holds on others: an
 * order of hundreds of lines that is removed whole is one call, not one for each. A partial
 * hold leaves the other pieces to a new fulfillment order, and so one of ours always covers its fulfillment order whole
 * (https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/fulfillmentOrderHold).
 *
 * @param openLines what parcels did not take; what is held, or to be, is taken from them
 * @param gone what is no longer in Shopify's order and no parcel lacks: it stands for removed pieces, else the next hold would be on a
 * piece that is to be sent
 */
export function planHolds(
  situation: Situation,
  openLines: readonly OpenLine[],
  gone: Map<string, number>,
): { releases: Step[]; steps: Step[]; blocked: OrderCause[] } {
  const groups = Map.groupBy(openLines, ({ fulfillmentOrder }) => groupOf(fulfillmentOrder));
  const inGroup = (group: Group) => groups.get(group) ?? [];
  const ours = inGroup('ours').toSorted((one, other) => one.left - other.left);
  const taken = new Set(ours.filter(({ left, line }) => left < line.remaining));
  const open = inGroup('free').filter(({ fulfillmentOrder }) => fulfillmentOrder.canHold);
  const closed = inGroup('free').filter(({ fulfillmentOrder }) => !fulfillmentOrder.canHold);
  const order = [...ours, ...open, ...inGroup('others'), ...closed];
  const allocated = situation.deliveries.flatMap((delivery) => {
    const own = openLinesOfDelivery(order, delivery, situation.deliveries);
    return allocate(own, piecesToHold(situation, delivery, gone), delivery.items).allocated;
  });
  const allocatedFrom = (those: readonly OpenLine[]) =>
    allocated.filter(({ openLine }) => those.includes(openLine));

  const byOrder = Map.groupBy(ours, ({ fulfillmentOrder }) => fulfillmentOrder);
  const released = [...byOrder].filter(([, own]) =>
    own.some((openLine) => taken.has(openLine) || openLine.left > 0),
  );
  const onOpen = Map.groupBy(allocatedFrom(open), ({ openLine }) => openLine.fulfillmentOrder);
  const onOthers = Map.groupBy(allocatedFrom(inGroup('others')), ({ openLine }) => openLine.fulfillmentOrder);
  const notHoldable = allocatedFrom(closed).map(({ pieces, quantity }) => ({ ...pieces, quantity }));
  return {
    releases: released.map(([fulfillmentOrder]) => releaseOurs(fulfillmentOrder)),
    steps: [
      ...[...onOpen].map(([fulfillmentOrder, pieces]) => holdLines(fulfillmentOrder, pieces)),
      ...[...onOthers].flatMap(([fulfillmentOrder, pieces]) => holdWhole(fulfillmentOrder, pieces)),
    ],
    blocked: notHoldable.length > 0 ? [piecesNotHoldable(notHoldable)] : [],
  };
}

/** What OneStock removed of a delivery, but for what Shopify's order no longer has, and for what counts as not asked for. */
export function piecesToHold(
  situation: Pick<Situation, 'settings'>,
  delivery: ConvergedDelivery,
  gone: Map<string, number>,
): RemovedPieces[] {
  const removed = removedPieces({ ...situation, ...delivery });
  const known = subtract(removed, amountsOf(delivery.removed), delivery.items);
  return subtract(known, gone, delivery.items);
}

type Group = 'ours' | 'free' | 'others';

function groupOf({ holds }: FulfillmentOrder): Group {
  if (holds.some(({ isOurs }) => isOurs)) return 'ours';
  return holds.length === 0 ? 'free' : 'others';
}

function releaseOurs({ id, holds }: FulfillmentOrder): Step {
  const holdIds = holds.filter(({ isOurs }) => isOurs).map((hold) => hold.id);
  return { kind: 'release', fulfillmentOrderId: id, holdIds };
}

function holdLines({ id }: FulfillmentOrder, allocated: readonly Allocation<RemovedPieces>[]): Step {
  const lines = [...Map.groupBy(allocated, ({ openLine }) => openLine.line.id)].map(([lineId, same]) => ({
    id: lineId,
    quantity: same.reduce((sum, each) => sum + each.quantity, 0),
  }));
  const hold = { ...describeHold(lines[0]?.id ?? id, allocated), lines };
  return { kind: 'hold', fulfillmentOrderId: id, hold };
}

/**
 * A fulfillment order that others hold cannot be split, and is shipped by nobody while they do. So it is held where all of it will
 * not come, and else when they have released it.
 */
function holdWhole(
  fulfillmentOrder: FulfillmentOrder,
  allocated: readonly Allocation<RemovedPieces>[],
): Step[] {
  const [first] = fulfillmentOrder.lines;
  const wanted = allocated.reduce((sum, { quantity }) => sum + quantity, 0);
  const remaining = fulfillmentOrder.lines.reduce((sum, line) => sum + line.remaining, 0);
  if (!first || !fulfillmentOrder.canHold || wanted < remaining) return [];
  const hold = { ...describeHold(first.id, allocated), lines: null };
  return [{ kind: 'hold', fulfillmentOrderId: fulfillmentOrder.id, hold }];
}

function describeHold(
  lineId: string,
  allocated: readonly Allocation<RemovedPieces>[],
): Omit<NewHold, 'lines'> {
  const pieces = allocated.map((each) => ({ ...each.pieces, quantity: each.quantity }));
  const states = [...new Set(pieces.map(({ state }) => state))];
  const reasons = [...new Set(pieces.flatMap(({ reason }) => reason ?? []))];
  return {
    handle: HANDLE_PREFIX + lineId.slice(lineId.lastIndexOf('/') + 1),
    reason: states.includes('out_of_stock') ? 'INVENTORY_OUT_OF_STOCK' : 'OTHER',
    cause: {
      code: 'hold_note',
      params: { pieces: listed(pieces), states: [...states, ...reasons].join(', ') },
    },
  };
}
