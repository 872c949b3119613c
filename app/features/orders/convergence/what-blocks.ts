import type { OrderCause } from '../shape.ts';
import { listed } from './listed-pieces.ts';
import type { Pieces } from './pieces.ts';
import type { Step } from './types.ts';

/** What the app changes in Shopify. */
const CHANGES = ['fulfil', 'hold', 'release', 'move', 'track'] as const satisfies Step['kind'][];

type Change = (typeof CHANGES)[number];

/** Whether a step changes something in Shopify, and may so be refused. */
export function isChange(kind: Step['kind']): kind is Change {
  return CHANGES.some((change) => change === kind);
}

// What keeps Shopify's order from telling what OneStock's does. Their words say what happened, what it means for shoppers, and what to do.

export function uncertainFulfilment(order: string, parcel: string): OrderCause {
  return { code: 'fulfilment_uncertain', params: { order, parcel } };
}

export function parcelOnHold(parcel: string, missing: readonly Pieces[]): OrderCause {
  return { code: 'parcel_on_hold', params: { parcel, pieces: listed(missing) } };
}

export function parcelNotFulfillable(parcel: string, missing: readonly Pieces[]): OrderCause {
  return { code: 'parcel_not_fulfillable', params: { parcel, pieces: listed(missing) } };
}

export function parcelWithoutPieces(parcel: string, missing: readonly Pieces[]): OrderCause {
  return { code: 'parcel_without_pieces', params: { parcel, pieces: listed(missing) } };
}

export function parcelGrew(parcel: string, pieces: readonly Pieces[]): OrderCause {
  return { code: 'parcel_grew', params: { parcel, pieces: listed(pieces) } };
}

export function parcelStateUnknown(parcel: string, state: string, orderState: string): OrderCause {
  return { code: 'parcel_state_unknown', params: { parcel, state, orderState } };
}

export function piecesNotHoldable(missing: readonly Pieces[]): OrderCause {
  return { code: 'pieces_not_holdable', params: { pieces: listed(missing) } };
}

export function handedOverInNoParcel(pieces: readonly Pieces[]): OrderCause {
  return { code: 'handed_over_in_no_parcel', params: { pieces: listed(pieces) } };
}

/** @param said Shopify's words */
export function changeRefused(order: string, change: Change, said: string): OrderCause {
  return { code: `${change}_refused`, params: { order, said } };
}

export function orderNotShown(): OrderCause {
  return { code: 'order_not_shown' };
}

export function oneStockOrderMissing(id: string): OrderCause {
  return { code: 'onestock_order_missing', params: { id } };
}
