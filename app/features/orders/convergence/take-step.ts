import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import {
  FULFILLMENT_CREATE,
  FULFILLMENT_ORDER_HOLD,
  FULFILLMENT_ORDER_MOVE,
  FULFILLMENT_ORDER_RELEASE_HOLD,
  FULFILLMENT_TRACKING_INFO_UPDATE,
} from '#app/gateways/shopify/operations/fulfilment.ts';
import type { Cause } from '#app/platform/cause.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { OrderError } from '../shape.ts';
import type { ConvergeRecord } from './converge-record.ts';
import { fulfilledNote, trackedNote } from './step-notes.ts';
import { trackingInput } from './tracking.ts';
import type { FulfilledLine, Intent, Step } from './types.ts';

/** Shopify's limit is not published; a merchant reads no more (inferred). */
const LONGEST_NOTE = 250;

export interface StepTools {
  client: AdminClient;
  record: ConvergeRecord;
  clock: Clock;
  /** Puts a cause into words, for the note on a hold. */
  say(cause: Cause): string;
  notifyCustomer: boolean;
}

/** `done`: read the order again. Otherwise Shopify's words, of what it refused. */
export type StepOutcome = 'done' | { refused: string };

type UserErrors = readonly { message: string }[] | undefined;
type Of<Kind extends Step['kind']> = Extract<Step, { kind: Kind }>;

/**
 * Takes one step of a plan. Whatever is lost between what Shopify does and what is recorded of it, by a crash or an answer that never
 * came, is found again when the order is next read.
 *
 * @returns an error when it is not known whether Shopify did it, or when it cannot be reached
 */
export async function takeStep(
  tools: StepTools,
  intents: readonly Intent[],
  step: Step,
): Promise<Result<StepOutcome, OrderError>> {
  const { client, record, clock } = tools;
  switch (step.kind) {
    case 'settle':
      await record.settle(
        step.intentId,
        step.fulfillmentId,
        fulfilledNote(intentOf(intents, step), step, clock.now()),
      );
      return ok('done');
    case 'forget':
      await record.forget(step.intentId);
      return ok('done');
    case 'doubt':
      await record.doubt(step.intentId);
      return ok('done');
    case 'fulfil':
      return fulfil(tools, step);
    case 'tracked':
      await record.settleTracking(
        step.intentId,
        step.tracking,
        trackedNote(intentOf(intents, step), step, clock.now()),
      );
      return ok('done');
    case 'track':
      return track(tools, intentOf(intents, step), step);
    case 'release': {
      const { fulfillmentOrderId: id, holdIds } = step;
      const answer = await client.request(FULFILLMENT_ORDER_RELEASE_HOLD, { id, holdIds });
      return answer.map((data) => outcomeOf(data.fulfillmentOrderReleaseHold?.userErrors));
    }
    case 'move': {
      const { fulfillmentOrderId: id, locationId, lines } = step;
      const answer = await client.request(FULFILLMENT_ORDER_MOVE, { id, locationId, lines });
      return answer.map((data) => outcomeOf(data.fulfillmentOrderMove?.userErrors));
    }
    case 'hold': {
      const { fulfillmentOrderId: id, hold } = step;
      const answer = await client.request(FULFILLMENT_ORDER_HOLD, {
        id,
        hold: {
          handle: hold.handle,
          reason: hold.reason,
          reasonNotes: shortened(tools.say(hold.cause)),
          ...(hold.lines && { fulfillmentOrderLineItems: hold.lines }),
        },
      });
      return answer.map((data) => outcomeOf(data.fulfillmentOrderHold?.userErrors));
    }
  }
}

async function fulfil(
  { client, record, clock, notifyCustomer }: StepTools,
  step: Of<'fulfil'>,
): Promise<Result<StepOutcome, OrderError>> {
  const intent = {
    delivery: step.delivery,
    parcelId: step.parcelId,
    locationId: step.locationId,
    methodType: step.methodType,
    lines: step.lines.map(({ id: _ofNow, ...line }) => line),
    missing: step.missing,
    tracking: step.tracking,
    intendedAt: clock.now(),
  };
  const intentId = await record.intend(intent);
  const answer = await client.request(FULFILLMENT_CREATE, {
    fulfillment: {
      lineItemsByFulfillmentOrder: byFulfillmentOrder(step.lines),
      notifyCustomer,
      trackingInfo: trackingInput(step.tracking),
    },
  });
  if (answer.isErr()) {
    // What was refused as a whole was not done; of anything else it is not known.
    if (!answer.error.retryable) await record.forget(intentId);
    return err(answer.error);
  }
  const { fulfillment = null, userErrors } = answer.value.fulfillmentCreate ?? {};
  if (fulfillment === null) {
    await record.forget(intentId);
    return ok(outcomeOf(userErrors?.length ? userErrors : [{ message: 'No fulfillment was made.' }]));
  }
  const done = { intentId, fulfillmentId: fulfillment.id };
  await record.settle(intentId, fulfillment.id, fulfilledNote(intent, done, clock.now()));
  return ok('done');
}

/** What is asked is written first: of tracking that is neither that nor what was written before, somebody else is the author. */
async function track(
  { client, record, clock, notifyCustomer }: StepTools,
  intent: Intent,
  step: Of<'track'>,
): Promise<Result<StepOutcome, OrderError>> {
  const { intentId, fulfillmentId, tracking } = step;
  await record.askTracking(intentId, tracking);
  const answer = await client.request(FULFILLMENT_TRACKING_INFO_UPDATE, {
    fulfillmentId,
    tracking: trackingInput(tracking),
    notifyCustomer,
  });
  if (answer.isErr()) return err(answer.error);
  const outcome = outcomeOf(answer.value.fulfillmentTrackingInfoUpdate?.userErrors);
  if (outcome === 'done')
    await record.settleTracking(intentId, tracking, trackedNote(intent, step, clock.now()));
  return ok(outcome);
}

function intentOf(intents: readonly Intent[], { intentId }: { intentId: string }): Intent {
  const intent = intents.find(({ id }) => id === intentId);
  if (!intent) throw new Error('A plan is about an intent that there is not.');
  return intent;
}

function byFulfillmentOrder(lines: readonly FulfilledLine[]) {
  return [...Map.groupBy(lines, ({ fulfillmentOrderId }) => fulfillmentOrderId)].map(
    ([fulfillmentOrderId, own]) => ({
      fulfillmentOrderId,
      fulfillmentOrderLineItems: own.map(({ id, quantity }) => ({ id, quantity })),
    }),
  );
}

function shortened(note: string): string {
  return note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE - 1)}…` : note;
}

function outcomeOf(userErrors: UserErrors): StepOutcome {
  return userErrors && userErrors.length > 0
    ? { refused: userErrors.map(({ message }) => message).join(' ') }
    : 'done';
}
