import type { OrderCause } from '../shape.ts';
import { judgeIntent } from './judge-intent.ts';
import { allocate, type OpenLine, openLinesOf, openLinesOfDelivery, subtract } from './open-lines.ts';
import { piecesHandedOver } from './pieces.ts';
import { planFulfilments } from './plan-fulfilments.ts';
import { planHolds } from './plan-holds.ts';
import { planTracking } from './plan-tracking.ts';
import { takenOut } from './taken-out.ts';
import type { Plan, Situation, Step } from './types.ts';
import { handedOverInNoParcel, uncertainFulfilment } from './what-blocks.ts';

/**
 * What is to be done so that Shopify's order tells what OneStock's does: each parcel that has left is a fulfilment a location and delivery
 * method type, what will not come is on hold, what came back is not, and tracking is OneStock's. Nothing to do means that both agree, as far as nothing is blocked.
 *
 * What became of earlier intents is found out first, since everything else builds on it. Holds of others are never touched.
 */
export function planOrder(situation: Situation): Plan {
  const { steps, blocked, waitUntil } = judgeIntents(situation);
  if (steps.length > 0 || waitUntil) return { steps, blocked: [], shortfalls: [], waitUntil };
  const { openLines } = openLinesOf(situation);
  const gone = takenOut(situation);
  const parcels = planFulfilments(situation, openLines, gone);
  const holds = planHolds(situation, openLines, gone);
  return {
    steps: [...holds.releases, ...parcels.steps, ...holds.steps, ...planTracking(situation)],
    blocked: [...blocked, ...parcels.blocked, ...holds.blocked, ...handedOver(situation, openLines, gone)],
    shortfalls: parcels.shortfalls,
    waitUntil: null,
  };
}

/** What was handed over in no parcel and Shopify still waits for: it has no tracking, and nothing says which of it is one fulfilment. */
function handedOver(
  { deliveries, settings }: Situation,
  openLines: readonly OpenLine[],
  gone: Map<string, number>,
): OrderCause[] {
  const allocated = deliveries.flatMap((delivery) => {
    const { items } = delivery;
    const own = openLinesOfDelivery(openLines, delivery, deliveries);
    return allocate(own, subtract(piecesHandedOver({ ...delivery, settings }), gone, items), items).allocated;
  });
  const pieces = allocated.map(({ pieces, quantity }) => ({ ...pieces, quantity }));
  return pieces.length > 0 ? [handedOverInNoParcel(pieces)] : [];
}

function judgeIntents({ intents, shop, now }: Situation): Omit<Plan, 'shortfalls'> {
  const steps: Step[] = [];
  const blocked: OrderCause[] = [];
  let waitUntil: Date | null = null;
  let { unclaimed } = shop;
  for (const intent of intents) {
    if (intent.state === 'done') continue;
    const judgement = judgeIntent(intent, { ...shop, unclaimed }, now);
    if (judgement.kind === 'done') {
      const { fulfillmentId } = judgement;
      unclaimed = unclaimed.filter(({ id }) => id !== fulfillmentId);
      steps.push({ kind: 'settle', intentId: intent.id, fulfillmentId });
    } else if (judgement.kind === 'not_done') steps.push({ kind: 'forget', intentId: intent.id });
    else if (judgement.kind === 'unsettled') waitUntil = later(waitUntil, judgement.until);
    else {
      blocked.push(uncertainFulfilment(shop.orderName, intent.parcelId));
      if (intent.state === 'intended') steps.push({ kind: 'doubt', intentId: intent.id });
    }
  }
  return { steps, blocked, waitUntil };
}

function later(one: Date | null, other: Date): Date {
  return one && one > other ? one : other;
}
