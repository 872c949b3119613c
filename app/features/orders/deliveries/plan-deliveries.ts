import type { OrderSettings } from '#app/features/settings/shape.ts';
import { itemIdOf } from '#app/features/shops/index.ts';
import { isSameChoice, NO_METHOD } from './choice.ts';
import { amountIn, amountsOf } from './line-amounts.ts';
import { type Outstanding, outstandingOf } from './outstanding.ts';
import { sparePieces } from './spare-pieces.ts';
import type {
  Choice,
  DeliveryPlan,
  FulfilledPieces,
  FulfillmentOrder,
  KnownDelivery,
  LinePieces,
  PlannedDelivery,
  PlannedLine,
  Wait,
} from './types.ts';
import { type LineRules, type PlannableLine, whyLeftOut, whyLineLeftOut } from './why-left-out.ts';

/** What decides what is to be asked of OneStock. */
export interface DeliveryFacts {
  /** In Shopify's order. */
  lines: readonly PlannableLine[];
  fulfillmentOrders: readonly FulfillmentOrder[];
  /** What was asked for before. */
  deliveries: readonly KnownDelivery[];
  /** What of it became fulfilments that stand. */
  fulfilled: readonly FulfilledPieces[];
  /** What somebody else fulfilled, of which a person is to say whether OneStock still sends it: no other line gets it. */
  fulfilledByHand?: readonly LinePieces[];
  rules: LineRules & Pick<OrderSettings, 'excludedLocations'>;
}

/** A fulfillment order of ours with what of it may be asked for. */
interface Candidate {
  fulfillmentOrder: FulfillmentOrder;
  lines: { lineItemId: string; quantity: number }[];
}

/**
 * What is to be asked of OneStock for an order: **what open fulfillment orders of ours have left, less what was asked for already and not
 * removed**, by order line and the shopper's choice. It is never told by a fulfillment order's id, for moves, splits and merges make no new
 * units (https://shopify.dev/docs/api/admin-graphql/2026-10/objects/FulfillmentOrder). Over all choices no more of a line is asked for than is
 * left of it: units whose choice changed in Shopify were asked for under the former one.
 *
 * What is held or scheduled waits; what is not ours is left out, each with its reason.
 */
export function planDeliveries(facts: DeliveryFacts): DeliveryPlan {
  const { candidates, leftOut } = sift(facts);
  const outstanding = outstandingOf(facts);
  const left = amountsOf(candidates.flatMap(({ lines }) => lines));
  const budget = new Map(
    [...left].map(([lineItemId, quantity]) => [lineItemId, quantity - amountIn(outstanding.all, lineItemId)]),
  );
  const open = candidates.filter(({ fulfillmentOrder: { state } }) => state === 'open');
  const { asks, passedOn } = askOpen(facts, open, outstanding, budget);
  const waits = candidates
    .filter(({ fulfillmentOrder: { state } }) => state === 'held' || state === 'scheduled')
    .flatMap((candidate) => waitOf(candidate, budget) ?? []);
  return { asks, waits, leftOut, passedOn };
}

/** The fulfillment orders that are ours, with what of them is OneStock's; and why the rest is not. */
function sift({ lines, fulfillmentOrders, rules }: DeliveryFacts): {
  candidates: Candidate[];
  leftOut: DeliveryPlan['leftOut'];
} {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const reasons = new Map<string, DeliveryPlan['leftOut'][number]>();
  const leaveOut = (cause: DeliveryPlan['leftOut'][number]) => {
    reasons.set(JSON.stringify(cause), cause);
  };
  const candidates = fulfillmentOrders
    .filter(({ state }) => state !== 'over')
    .flatMap((fulfillmentOrder): Candidate[] => {
      const cause = whyLeftOut(fulfillmentOrder, rules);
      if (cause) {
        leaveOut(cause);
        return [];
      }
      const own = fulfillmentOrder.lines.filter((piece) => {
        const line = byId.get(piece.lineItemId);
        const why = line && whyLineLeftOut(line, piece, rules);
        if (why) leaveOut(why);
        return line !== undefined && !why && piece.quantity > 0;
      });
      return own.length > 0 ? [{ fulfillmentOrder, lines: own }] : [];
    });
  return { candidates, leftOut: [...reasons.values()] };
}

function askOpen(
  facts: DeliveryFacts,
  open: readonly Candidate[],
  outstanding: Outstanding,
  budget: Map<string, number>,
): Pick<DeliveryPlan, 'asks' | 'passedOn'> {
  const place = new Map(facts.lines.map((line, at) => [line.id, { line, at }]));
  const before = amountsOf(facts.deliveries.flatMap(({ items }) => items));
  const spare = sparePieces(facts.fulfillmentOrders, outstanding, facts.fulfilledByHand);
  const sent = new Set(facts.deliveries.flatMap(({ fulfillmentOrderIds }) => fulfillmentOrderIds));
  const asks: PlannedDelivery[] = [];
  for (const { choice, members } of byChoice(open)) {
    const asked = outstanding.of(choice);
    const takeSpare = spare.under(choice);
    const lines = [...amountsOf(members.flatMap((member) => member.lines))]
      .flatMap(([lineItemId, quantity]): PlannedLine[] => {
        const unasked = Math.min(quantity - amountIn(asked, lineItemId), amountIn(budget, lineItemId));
        if (unasked <= 0) return [];
        budget.set(lineItemId, amountIn(budget, lineItemId) - unasked);
        const line = place.get(lineItemId)?.line;
        const itemId = line ? itemIdOf(line, facts.rules.itemIdSource) : null;
        const free = unasked - takeSpare({ id: lineItemId, itemId }, unasked);
        if (free === 0) return [];
        const askedBefore = amountIn(before, lineItemId);
        before.set(lineItemId, askedBefore + free);
        return [{ lineItemId, quantity: free, askedBefore }];
      })
      .toSorted(
        (one, other) => (place.get(one.lineItemId)?.at ?? 0) - (place.get(other.lineItemId)?.at ?? 0),
      );
    if (lines.length === 0) continue;
    const asksOf = new Set(lines.map(({ lineItemId }) => lineItemId));
    const fulfillmentOrderIds = members
      .filter((member) => member.lines.some(({ lineItemId }) => asksOf.has(lineItemId)))
      .map(({ fulfillmentOrder }) => fulfillmentOrder.id);
    const unsent = fulfillmentOrderIds.filter((id) => !sent.has(id));
    asks.push({ choice, fulfillmentOrderIds: unsent.length > 0 ? unsent : fulfillmentOrderIds, lines });
  }
  return { asks, passedOn: spare.passedOn };
}

/** What needs no shipping was no choice: it joins the first other. */
function byChoice(candidates: readonly Candidate[]): { choice: Choice; members: Candidate[] }[] {
  const choices: { choice: Choice; members: Candidate[] }[] = [];
  const isChosen = ({ fulfillmentOrder }: Candidate) => fulfillmentOrder.choice.methodType !== NO_METHOD;
  const add = (choice: Choice, member: Candidate) => {
    const known = choices.find((each) => isSameChoice(each.choice, choice));
    if (known) known.members.push(member);
    else choices.push({ choice, members: [member] });
  };
  for (const member of candidates.filter(isChosen)) add(member.fulfillmentOrder.choice, member);
  for (const member of candidates.filter((each) => !isChosen(each)))
    add(choices[0]?.choice ?? member.fulfillmentOrder.choice, member);
  return choices;
}

/** Null where all of it was asked for before it was held or scheduled. */
function waitOf({ fulfillmentOrder, lines }: Candidate, budget: Map<string, number>): Wait | null {
  const waiting = lines.flatMap(({ lineItemId, quantity }) => {
    const taken = Math.min(quantity, amountIn(budget, lineItemId));
    if (taken <= 0) return [];
    budget.set(lineItemId, amountIn(budget, lineItemId) - taken);
    return [{ lineItemId, quantity: taken }];
  });
  if (waiting.length === 0) return null;
  const { id: fulfillmentOrderId, choice, opensAt, state } = fulfillmentOrder;
  const shared = { choice, fulfillmentOrderId, lines: waiting };
  if (state === 'held') return { ...shared, cause: holdCause(fulfillmentOrder), until: null };
  const cause = opensAt
    ? ({ code: 'opens_on', params: { date: opensAt.toISOString() } } as const)
    : ({ code: 'opens_later' } as const);
  return { ...shared, cause, until: opensAt };
}

function holdCause({ holds: [reason] }: FulfillmentOrder): Wait['cause'] {
  return reason ? { code: 'awaits_hold', params: { reason } } : { code: 'awaits_hold_unnamed' };
}
