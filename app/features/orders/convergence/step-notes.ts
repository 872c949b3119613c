import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { OrderNote } from '../order-notes.ts';
import type { Intent, Tracking } from './types.ts';

/** The note that a parcel was fulfilled; one for each intent, however often it is written. */
export function fulfilledNote(
  { parcelId, locationId, lines, tracking }: Pick<Intent, 'parcelId' | 'locationId' | 'lines' | 'tracking'>,
  { intentId, fulfillmentId }: { intentId: string; fulfillmentId: string },
  at: Date,
): OrderNote {
  return {
    at,
    kind: 'fulfilled',
    facts: {
      parcelId,
      locationId,
      fulfillmentId,
      lines: lines.map(({ lineItemId, quantity }) => ({ lineItemId, quantity })),
      trackingNumber: tracking.number,
      carrier: tracking.company,
    },
    key: `fulfilled:${intentId}`,
  };
}

/** The note that a fulfilled parcel has this tracking; one for each tracking of an intent. */
export function trackedNote(
  { parcelId }: Pick<Intent, 'parcelId'>,
  { intentId, fulfillmentId, tracking }: { intentId: string; fulfillmentId: string; tracking: Tracking },
  at: Date,
): OrderNote {
  return {
    at,
    kind: 'tracked',
    facts: {
      parcelId,
      fulfillmentId,
      trackingNumber: tracking.number,
      carrier: tracking.company,
    },
    key: `tracked:${intentId}:${sha256Hex(JSON.stringify(tracking))}`,
  };
}
