import { keeps, trackingOf } from './tracking.ts';
import type { Intent, Situation, Step, Tracking } from './types.ts';

type Facts = Pick<Situation, 'oneStockOrder' | 'intents'>;

/**
 * Sends on the tracking that a parcel got, or got another of, after it was fulfilled. It replaces only what the app wrote itself: what
 * somebody changed in Shopify stays.
 */
export function planTracking({ oneStockOrder, intents, shop }: Facts & Pick<Situation, 'shop'>): Step[] {
  return outdated({ oneStockOrder, intents }).flatMap(({ intent, tracking }): Step[] => {
    const fulfillment = shop.claimed.find(({ id }) => id === intent.fulfillmentId);
    if (!fulfillment?.tracking || fulfillment.isCancelled) return [];
    const { id: fulfillmentId, tracking: kept } = fulfillment;
    const step = { intentId: intent.id, fulfillmentId, tracking };
    if (keeps(kept, tracking))
      return keeps([intent.tracking], tracking) ? [] : [{ kind: 'tracked', ...step }];
    const isOurs = [intent.tracking, ...intent.askedTracking].some((given) => keeps(kept, given));
    return isOurs ? [{ kind: 'track', ...step }] : [];
  });
}

/** The fulfilments whose tracking is to be read, as it is not known to be OneStock's. */
export function outdatedFulfillments(facts: Facts): Set<string> {
  return new Set(outdated(facts).flatMap(({ intent }) => intent.fulfillmentId ?? []));
}

/** Tracking that OneStock has no more is left as it was. */
function outdated({ oneStockOrder, intents }: Facts): { intent: Intent; tracking: Tracking }[] {
  return intents.flatMap((intent) => {
    const parcel = oneStockOrder.parcels.find(({ id }) => id === intent.parcelId);
    if (!parcel || intent.state !== 'done' || intent.fulfillmentId === null) return [];
    const tracking = trackingOf(parcel);
    const tellsNothing = tracking.number === null && tracking.url === null;
    const isKnown = intent.askedTracking.length === 0 && keeps([intent.tracking], tracking);
    return tellsNothing || isKnown ? [] : [{ intent, tracking }];
  });
}
