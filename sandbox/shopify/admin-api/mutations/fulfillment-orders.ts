import { moveFulfillmentOrder } from '../../store/fulfillment/move.ts';
import { openFulfillmentOrder } from '../../store/fulfillment/open.ts';
import { preparePickup } from '../../store/fulfillment/prepare-pickup.ts';
import type { Pieces } from '../../store/fulfillment/quantities.ts';
import type { Refusal } from '../../store/fulfillment/refusal.ts';
import { splitFulfillmentOrder } from '../../store/fulfillment/split.ts';
import type { Call, Presented } from '../call.ts';
import { presentFulfillmentOrder } from '../present/fulfillment-order.ts';
import { findReachable, notFound, piecesOf, withoutCode } from './fulfillment-input.ts';

interface Move {
  id: string;
  newLocationId: string;
  fulfillmentOrderLineItems?: Pieces[] | null;
}

export function fulfillmentOrderMove(
  { id, newLocationId, fulfillmentOrderLineItems }: Move,
  call: Call,
): Presented {
  const pieces = piecesOf(fulfillmentOrderLineItems);
  const found = findReachable(call, id);
  if (!found) return notMoved({ ...notFound, code: null });
  return moveFulfillmentOrder(
    call.store,
    found,
    { locationId: newLocationId, pieces },
    call.settings,
  ).match<Presented>(
    ({ moved, original, remaining }) => ({
      movedFulfillmentOrder: presentFulfillmentOrder(moved, found.order, call),
      originalFulfillmentOrder: presentFulfillmentOrder(original, found.order, call),
      remainingFulfillmentOrder: remaining && presentFulfillmentOrder(remaining, found.order, call),
      userErrors: [],
    }),
    notMoved,
  );
}

function notMoved(refusal: Refusal): Presented {
  return {
    movedFulfillmentOrder: null,
    originalFulfillmentOrder: null,
    remainingFulfillmentOrder: null,
    userErrors: [refusal],
  };
}

interface SplitInput {
  fulfillmentOrderId: string;
  fulfillmentOrderLineItems: Pieces[];
}

/** One after the other: the first that is refused ends it, and those before it stay, which is inferred. */
export function fulfillmentOrderSplit(
  { fulfillmentOrderSplits: inputs }: { fulfillmentOrderSplits: SplitInput[] },
  call: Call,
): Presented {
  const splits: Presented[] = [];
  for (const [index, { fulfillmentOrderId, fulfillmentOrderLineItems }] of inputs.entries()) {
    const field = ['fulfillmentOrderSplits', String(index), 'fulfillmentOrderLineItems'];
    const found = findReachable(call, fulfillmentOrderId);
    if (!found) return { fulfillmentOrderSplits: null, userErrors: [{ ...notFound, field }] };
    const pieces = piecesOf(fulfillmentOrderLineItems) ?? [];
    const split = splitFulfillmentOrder(call.store, found, pieces, field);
    if (split.isErr()) return { fulfillmentOrderSplits: null, userErrors: [split.error] };
    const { fulfillmentOrder, remaining } = split.value;
    splits.push({
      fulfillmentOrder: presentFulfillmentOrder(fulfillmentOrder, found.order, call),
      remainingFulfillmentOrder: presentFulfillmentOrder(remaining, found.order, call),
      replacementFulfillmentOrder: null,
    });
  }
  return { fulfillmentOrderSplits: splits, userErrors: [] };
}

export function fulfillmentOrderOpen({ id }: { id: string }, call: Call): Presented {
  const found = findReachable(call, id);
  if (!found) return { fulfillmentOrder: null, userErrors: [withoutCode(notFound)] };
  return openFulfillmentOrder(call.store, found, call.settings).match<Presented>(
    (opened) => ({ fulfillmentOrder: presentFulfillmentOrder(opened, found.order, call), userErrors: [] }),
    (refusal) => ({ fulfillmentOrder: null, userErrors: [withoutCode(refusal)] }),
  );
}

interface PreparedInput {
  lineItemsByFulfillmentOrder: { fulfillmentOrderId: string }[];
}

export function fulfillmentOrderLineItemsPreparedForPickup(
  { input }: { input: PreparedInput },
  call: Call,
): Presented {
  const userErrors: Refusal[] = [];
  for (const { fulfillmentOrderId } of input.lineItemsByFulfillmentOrder) {
    const found = findReachable(call, fulfillmentOrderId);
    if (!found) {
      const message = 'Invalid fulfillment order ID provided.';
      userErrors.push({ field: ['input'], message, code: 'FULFILLMENT_ORDER_INVALID' });
      continue;
    }
    const prepared = preparePickup(call.store, found, call.settings);
    if (prepared.isErr()) userErrors.push(prepared.error);
  }
  return { userErrors };
}
