import { err, ok, type Result } from 'neverthrow';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import { amountsOf } from '../deliveries/line-amounts.ts';
import { type OrderCause, type OrderError, orderError } from '../shape.ts';
import { holdNoteKey } from './converge-record.ts';
import { planOrder } from './plan-order.ts';
import { awaitsTracking, outdatedFulfillments } from './plan-tracking.ts';
import { readShopFulfilment } from './read-shop-fulfilment.ts';
import { type SettledRemoval, settledRemovals } from './settled-removals.ts';
import { type StepTools, takeStep } from './take-step.ts';
import type { ShopFulfilment, Shortfall, Situation, Step } from './types.ts';
import { changeRefused, isChange } from './what-blocks.ts';

interface Taken {
  /** How many steps changed Shopify. */
  changes: number;
  /** What is wrong with the order and the app cannot put right. */
  blocked: OrderCause[];
  /** See {@link awaitsTracking}. */
  isTrackingAwaited: boolean;
  waitUntil: Date | null;
  settled: SettledRemoval[];
}

/** An order of this many changes at once is a loop. */
const MOST_STEPS = 200;
/** What is refused may have been planned on what somebody changed at that moment; twice is no accident. */
const MOST_REFUSALS = 2;

/** Reads the order, takes the first step of the plan, and so on until there is nothing left to do. Null when the shop has no such order. */
export async function takePlannedSteps({
  orderId,
  facts,
  ...tools
}: Omit<StepTools, 'notifyCustomer'> & {
  orderId: OrderId;
  facts: Pick<Situation, 'deliveries' | 'locations'> & {
    settings: Situation['settings'] & Pick<StepTools, 'notifyCustomer'>;
  };
}): Promise<Result<Taken | null, OrderError>> {
  const { client, record, clock } = tools;
  const refusals = new Map<string, { count: number; cause: OrderCause }>();
  let changes = 0;
  for (let taken = 0; taken < MOST_STEPS; taken++) {
    const intents = await record.intents();
    const claimed = new Set(intents.flatMap(({ fulfillmentId }) => fulfillmentId ?? []));
    const outdated = outdatedFulfillments({ ...facts, intents });
    const shop = await readShopFulfilment(client, orderId, { claimed, outdated });
    if (shop.isErr()) return err(shop.error);
    if (shop.value === null) return ok(null);
    const { orderName } = shop.value;
    const now = clock.now();
    const situation = { ...facts, shop: shop.value, intents, now };
    const plan = planOrder(situation);
    const isWorthTrying = (each: Step) => (refusals.get(nameOf(each))?.count ?? 0) < MOST_REFUSALS;
    const step = plan.steps.find(isWorthTrying);
    if (!step) {
      await noteHolds(tools, shop.value);
      await noteShortfalls(tools, plan.shortfalls);
      const refused = plan.steps.flatMap((each) => refusals.get(nameOf(each))?.cause ?? []);
      return ok({
        changes,
        blocked: [...plan.blocked, ...refused],
        isTrackingAwaited: awaitsTracking({ ...facts, intents, now }),
        waitUntil: plan.waitUntil,
        settled: plan.waitUntil ? [] : settledRemovals(situation),
      });
    }
    const { notifyCustomer } = facts.settings;
    const outcome = await takeStep({ ...tools, notifyCustomer }, intents, step);
    if (outcome.isErr()) return err(outcome.error);
    if (outcome.value === 'done') changes += isChange(step.kind) ? 1 : 0;
    else if (isChange(step.kind)) {
      const cause = changeRefused(orderName, step.kind, outcome.value.refused);
      refusals.set(nameOf(step), { count: (refusals.get(nameOf(step))?.count ?? 0) + 1, cause });
    }
  }
  return err(orderError({ code: 'order_never_agrees' }));
}

/**
 * Notes our holds that are seen, and those that are not any more, whoever lifted them. What is noted from what is seen needs no crash to
 * be thought of.
 */
async function noteHolds({ record, clock }: Pick<StepTools, 'record' | 'clock'>, shop: ShopFulfilment) {
  const seen = shop.fulfillmentOrders.flatMap(({ id, holds, lines }) =>
    holds.filter(({ isOurs }) => isOurs).map((hold) => ({ ...hold, fulfillmentOrderId: id, lines })),
  );
  const known = await record.heldHolds();
  const at = clock.now();
  for (const { id, fulfillmentOrderId, note, lines } of seen) {
    if (known.includes(id)) continue;
    const facts = {
      fulfillmentOrderId,
      note,
      lines: lines.map(({ lineItemId, remaining }) => ({ lineItemId, quantity: remaining })),
    };
    await record.keepNote({ at, kind: 'held', facts, key: holdNoteKey('held', id) });
  }
  for (const id of known)
    if (!seen.some((hold) => hold.id === id))
      await record.keepNote({ at, kind: 'released', facts: {}, key: holdNoteKey('released', id) });
}

/** Notes what parcels have left with that Shopify's order has no more, once as long as it is the same. */
async function noteShortfalls(
  { record, clock }: Pick<StepTools, 'record' | 'clock'>,
  shortfalls: readonly Shortfall[],
) {
  for (const { parcelId, missing } of shortfalls) {
    const lines = [...amountsOf(missing)].map(([lineItemId, quantity]) => ({ lineItemId, quantity }));
    const key = `shortfall:${sha256Hex(JSON.stringify([parcelId, lines]))}`;
    await record.keepNote({ at: clock.now(), kind: 'shortfall', facts: { parcelId, lines }, key });
  }
}

function nameOf(step: Step): string {
  return JSON.stringify(step);
}
