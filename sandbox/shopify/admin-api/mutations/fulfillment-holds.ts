import { placeHold } from '../../store/fulfillment/place-hold.ts';
import type { Pieces } from '../../store/fulfillment/quantities.ts';
import type { Refusal } from '../../store/fulfillment/refusal.ts';
import { releaseHolds } from '../../store/fulfillment/release-holds.ts';
import type { FulfillmentHold } from '../../store/fulfillment-types.ts';
import type { Call, Presented } from '../call.ts';
import { presentFulfillmentOrder, presentHold } from '../present/fulfillment-order.ts';
import { findReachable, notFound, piecesOf } from './fulfillment-input.ts';

interface HoldInput {
  reason: FulfillmentHold['reason'];
  reasonNotes?: string | null;
  handle?: string | null;
  fulfillmentOrderLineItems?: Pieces[] | null;
}

/** `externalId` and `notifyMerchant` change nothing that can be read. */
export function fulfillmentOrderHold(
  { id, fulfillmentHold: input }: { id: string; fulfillmentHold: HoldInput },
  call: Call,
): Presented {
  const found = findReachable(call, id);
  if (!found) return notHeld(notFound);
  const hold = {
    app: null,
    handle: input.handle ?? '',
    reason: input.reason,
    reasonNotes: input.reasonNotes ?? null,
    pieces: piecesOf(input.fulfillmentOrderLineItems),
  };
  const { order, fulfillmentOrder } = found;
  return placeHold(call.store, found, hold, call.settings).match<Presented>(
    ({ hold: placed, remaining }) => ({
      fulfillmentHold: presentHold(placed),
      fulfillmentOrder: presentFulfillmentOrder(fulfillmentOrder, order, call),
      remainingFulfillmentOrder: remaining && presentFulfillmentOrder(remaining, order, call),
      userErrors: [],
    }),
    notHeld,
  );
}

function notHeld(refusal: Refusal): Presented {
  return {
    fulfillmentHold: null,
    fulfillmentOrder: null,
    remainingFulfillmentOrder: null,
    userErrors: [refusal],
  };
}

interface Release {
  id: string;
  holdIds?: string[] | null;
  /** "Used to track the automation system", and so decides nothing. */
  externalId?: string | null;
}

export function fulfillmentOrderReleaseHold(args: Release, call: Call): Presented {
  const { id, holdIds, externalId: _tracksOnly } = args;
  const found = findReachable(call, id);
  if (!found) return notReleased(notFound);
  const release = { app: null, holdIds: holdIds ?? null };
  return releaseHolds(call.store, found, release, call.settings).match<Presented>(
    (released) => ({
      fulfillmentOrder: presentFulfillmentOrder(released, found.order, call),
      userErrors: [],
    }),
    notReleased,
  );
}

function notReleased(refusal: Refusal): Presented {
  return { fulfillmentOrder: null, userErrors: [refusal] };
}
