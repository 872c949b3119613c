import type { Pieces } from './pieces.ts';
import { inWords, listed } from './pieces-in-words.ts';
import type { Obstacle, Step } from './types.ts';

/** What the app changes in Shopify. */
const CHANGES = {
  fulfil: 'fulfil a parcel',
  hold: 'hold what OneStock will not send',
  release: 'release the hold on what came back',
  move: 'move a parcel to the location that it left from',
  track: 'take other tracking for a parcel',
};

type Change = keyof typeof CHANGES;

/** Whether a step changes something in Shopify, and may so be refused. */
export function isChange(kind: Step['kind']): kind is Change {
  return kind in CHANGES;
}

// Each says what happened, what it means for shoppers, and what to do.

export function uncertainFulfilment(orderName: string, parcelId: string): Obstacle {
  return {
    code: 'fulfilment_uncertain',
    params: { order: orderName, parcel: parcelId },
    message:
      `The app was interrupted while it fulfilled parcel ${parcelId} of order ${orderName}, and what is left of the order has changed ` +
      'since, so it cannot tell whether Shopify did it and does not do it again. The shopper may not have been told that the parcel left. ' +
      'Look at the fulfillments of the order in Shopify, then say on the page of the order in this app whether that of this parcel is there.',
  };
}

export function parcelOnHold(parcelId: string, missing: readonly Pieces[]): Obstacle {
  return {
    code: 'parcel_on_hold',
    params: { parcel: parcelId, pieces: listed(missing) },
    message:
      `Parcel ${parcelId} has left, but ${inWords(missing)} of it is on hold in Shopify, and the hold is not of this app. ` +
      'The shopper is not told that the parcel left. Release the hold on the order; the parcel is then fulfilled.',
  };
}

export function parcelNotFulfillable(parcelId: string, missing: readonly Pieces[]): Obstacle {
  return {
    code: 'parcel_not_fulfillable',
    params: { parcel: parcelId, pieces: listed(missing) },
    message:
      `Parcel ${parcelId} has left, but Shopify does not let the app fulfil ${inWords(missing)} of it where it is assigned. ` +
      'The shopper is not told that the parcel left. Move these items to a location of your own, or fulfil them by hand.',
  };
}

export function parcelWithoutPieces(parcelId: string, missing: readonly Pieces[]): Obstacle {
  return {
    code: 'parcel_without_pieces',
    params: { parcel: parcelId, pieces: listed(missing) },
    message:
      `Parcel ${parcelId} has left with ${inWords(missing)}, of which Shopify shows the app nothing to fulfil: it is assigned to another ` +
      'fulfillment service, fulfilled already, or was never in the order. The shopper is not told that the parcel left. ' +
      'Compare the order in Shopify and in OneStock, and fulfil by hand what is right.',
  };
}

export function parcelGrew(parcelId: string, pieces: readonly Pieces[]): Obstacle {
  return {
    code: 'parcel_grew',
    params: { parcel: parcelId, pieces: listed(pieces) },
    message:
      `OneStock has put ${inWords(pieces)} into parcel ${parcelId} after it was fulfilled in Shopify, and a parcel is fulfilled once. ` +
      'The shopper is not told about these items. Fulfil them by hand.',
  };
}

export function parcelStateUnknown(parcelId: string, state: string, orderState: string): Obstacle {
  return {
    code: 'parcel_state_unknown',
    params: { parcel: parcelId, state, orderState },
    message:
      `OneStock calls the order “${orderState}” and its parcel ${parcelId} “${state}”, which is none of the states in which a parcel ` +
      'counts as having left, so it is not fulfilled in Shopify and the shopper is not told. ' +
      'If such a parcel has left, add this state in the settings of orders; else finish the parcel in OneStock.',
  };
}

export function piecesNotHoldable(missing: readonly Pieces[]): Obstacle {
  return {
    code: 'pieces_not_holdable',
    params: { pieces: listed(missing) },
    message:
      `OneStock has removed ${inWords(missing)}, but Shopify does not let the app put it on hold. ` +
      'Somebody may try to ship it. Refund these items or take them out of the order.',
  };
}

export function handedOverInNoParcel(pieces: readonly Pieces[]): Obstacle {
  return {
    code: 'handed_over_in_no_parcel',
    params: { pieces: listed(pieces) },
    message:
      `OneStock is done with the order and says that ${inWords(pieces)} were handed over, in no parcel, so the app does not fulfil them. ` +
      'The shopper is not told. If the shopper has them, fulfil them by hand in Shopify; else correct the order in OneStock.',
  };
}

/** @param said Shopify's words */
export function changeRefused(orderName: string, change: Change, said: string): Obstacle {
  return {
    code: 'change_refused',
    causes: [{ code: `${change}_refused`, params: { order: orderName, said } }],
    message:
      `Shopify refused to ${CHANGES[change]} of order ${orderName}: ${said} The shopper does not see what happened in OneStock. ` +
      'Do it by hand in Shopify, or remove what stands in the way and try again.',
  };
}

export function oneStockOrderMissing(id: string): Obstacle {
  return {
    code: 'onestock_order_missing',
    params: { id },
    message:
      `OneStock has no order ${id} any more, so parcels and removed items of it do not reach Shopify. ` +
      'Look for the order in OneStock; if it was deleted on purpose, there is nothing to do.',
  };
}
