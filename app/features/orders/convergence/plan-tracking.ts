import { keeps, trackingAsTold, trackingOf } from './tracking.ts';
import type { Intent, Situation, Step, Tracking } from './types.ts';

type Facts = Pick<Situation, 'deliveries' | 'intents' | 'settings'>;

/** For so long after a fulfilment was asked for, tracking of its parcel is waited for. */
const AWAITED_MS = 7 * 24 * 60 * 60_000;

/**
 * Sends on the tracking that a parcel got, or got another of, after it was fulfilled. It replaces only what the app wrote itself: what
 * somebody changed in Shopify stays.
 */
export function planTracking({ shop, ...facts }: Facts & Pick<Situation, 'shop'>): Step[] {
  return outdated(facts).flatMap(({ intent, tracking }): Step[] => {
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

/**
 * Whether a parcel that was fulfilled within the last seven days still has neither number nor link. It may get them once OneStock's order is
 * over, and changes no state by that, so no event tells.
 */
export function awaitsTracking({ now, ...facts }: Facts & Pick<Situation, 'now'>): boolean {
  return fulfilled(facts).some(
    ({ intent, tracking }) =>
      tellsNothing(tracking) && now.getTime() - intent.intendedAt.getTime() < AWAITED_MS,
  );
}

/**
 * Tracking that OneStock has no more is left as it was, and so is that which was sent with the carrier's name of OneStock: else a customer
 * hears once more of a parcel of which nothing is new.
 */
function outdated(facts: Facts): FulfilledParcel[] {
  return fulfilled(facts).filter(({ intent, tracking, asTold }) => {
    const isKept = [tracking, asTold].some((each) => keeps([intent.tracking], each));
    const isKnown = intent.askedTracking.length === 0 && isKept;
    return !tellsNothing(tracking) && !isKnown;
  });
}

interface FulfilledParcel {
  intent: Intent;
  /** What OneStock has of it. */
  tracking: Tracking;
  asTold: Tracking;
}

function fulfilled({ deliveries, intents, settings }: Facts): FulfilledParcel[] {
  const parcels = deliveries.flatMap(({ oneStockOrder }) => oneStockOrder.parcels);
  return intents.flatMap((intent) => {
    const parcel = parcels.find(({ id }) => id === intent.parcelId);
    if (!parcel || intent.state !== 'done' || intent.fulfillmentId === null) return [];
    return [{ intent, tracking: trackingOf(parcel, settings), asTold: trackingAsTold(parcel) }];
  });
}

function tellsNothing({ number, url }: Tracking): boolean {
  return number === null && url === null;
}
