import { cancelFulfillment as cancel } from '../../store/fulfillment/cancel-fulfillment.ts';
import { createFulfillment } from '../../store/fulfillment/create-fulfillment.ts';
import type { Pieces } from '../../store/fulfillment/quantities.ts';
import type { Refusable } from '../../store/fulfillment/refusal.ts';
import { updateTracking } from '../../store/fulfillment/update-tracking.ts';
import type { Fulfillment } from '../../store/fulfillment-types.ts';
import type { Order } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { presentFulfillment } from '../present/fulfillment.ts';
import { findReachable, piecesOf, type TrackingInput, trackingOf, withoutCode } from './fulfillment-input.ts';
import { refuseUnmodelled } from './known-input.ts';

interface FulfillmentInput {
  lineItemsByFulfillmentOrder: { fulfillmentOrderId: string; fulfillmentOrderLineItems?: Pieces[] | null }[];
  notifyCustomer?: boolean | null;
  trackingInfo?: TrackingInput | null;
}

export function fulfillmentCreate(
  { fulfillment: input }: { fulfillment: FulfillmentInput },
  call: Call,
): Presented {
  refuseUnmodelled(
    input,
    ['lineItemsByFulfillmentOrder', 'notifyCustomer', 'trackingInfo'],
    'FulfillmentInput',
  );
  const created = createFulfillment(
    call.store,
    {
      groups: input.lineItemsByFulfillmentOrder.map((group) => ({
        fulfillmentOrderId: findReachable(call, group.fulfillmentOrderId)?.fulfillmentOrder.id ?? '',
        pieces: piecesOf(group.fulfillmentOrderLineItems),
      })),
      tracking: trackingOf(input.trackingInfo),
      notifiesCustomer: input.notifyCustomer ?? false,
    },
    call.settings,
  );
  return answer(created, call);
}

interface TrackingUpdate {
  fulfillmentId: string;
  trackingInfoInput: TrackingInput;
  notifyCustomer?: boolean | null;
}

export function fulfillmentTrackingInfoUpdate(
  { fulfillmentId, trackingInfoInput, notifyCustomer }: TrackingUpdate,
  call: Call,
): Presented {
  const tracking = trackingOf(trackingInfoInput);
  return answer(updateTracking(call.store, fulfillmentId, tracking, notifyCustomer ?? false), call);
}

export function fulfillmentCancel({ id }: { id: string }, call: Call): Presented {
  return answer(cancel(call.store, id, call.settings), call);
}

function answer(done: Refusable<{ order: Order; fulfillment: Fulfillment }>, call: Call): Presented {
  return done.match<Presented>(
    ({ order, fulfillment }) => ({
      fulfillment: presentFulfillment(fulfillment, order, call),
      userErrors: [],
    }),
    (refusal) => ({ fulfillment: null, userErrors: [withoutCode(refusal)] }),
  );
}
