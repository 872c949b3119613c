import type { AttachmentSummary } from '#app/features/carrier-service/index.ts';
import type { ObstacleMessage } from '#app/features/obstacles/shape.ts';
import type { Readable, Setup, SetupStep, StepName, StepState } from './types.ts';

/** What the steps are judged by. */
export interface SetupFacts {
  account: { isChecked: boolean; hasSalesChannel: boolean } | null;
  hasActiveOption: boolean;
  isCarrierServiceRegistered: boolean;
  /** Why the account, or the registration, fails. */
  accountObstacle?: ObstacleMessage;
  registrationObstacle?: ObstacleMessage;
  /** Null while Shopify is being asked. */
  attachment: Readable<AttachmentSummary> | null;
  hasCallback: boolean;
  hasPromise: boolean;
}

/** A step before it is known which one comes next. */
type Judged = Omit<SetupStep, 'name' | 'state'> & { state: Exclude<StepState, 'current'> };

const DONE: Judged = { state: 'done' };
const TODO: Judged = { state: 'todo' };

/**
 * The steps from an installed app to a promise at checkout. OneStock takes questions without a sales channel, so a shop that got a promise
 * without one needs none.
 */
export function setUpSteps(facts: SetupFacts): Setup {
  const judged: Record<StepName, Judged> = {
    onestock: account(facts),
    sales_channel: facts.account?.hasSalesChannel || facts.hasPromise ? DONE : TODO,
    delivery_option: facts.hasActiveOption ? DONE : TODO,
    carrier_service: carrierService(facts),
    attachment: attachment(facts.attachment),
    first_callback: facts.hasCallback ? DONE : TODO,
  };
  const entries = Object.entries(judged) as [StepName, Judged][];
  const next = entries.find(([, { state }]) => state === 'todo' || state === 'failing')?.[0];
  return {
    steps: entries.map(([name, step]) => ({
      ...step,
      name,
      state: name === next && step.state === 'todo' ? 'current' : step.state,
    })),
    isComplete: facts.hasCallback && entries.every(([, { state }]) => state !== 'todo'),
  };
}

function account({ account, accountObstacle }: SetupFacts): Judged {
  if (!account) return TODO;
  if (accountObstacle) return { state: 'failing', obstacle: accountObstacle };
  return account.isChecked ? DONE : TODO;
}

function carrierService({
  isCarrierServiceRegistered,
  registrationObstacle,
  attachment,
}: SetupFacts): Judged {
  if (registrationObstacle) return { state: 'failing', obstacle: registrationObstacle };
  const seen = attachment?.isKnown ? attachment.answer.carrierService : 'registered';
  if (isCarrierServiceRegistered && seen === 'missing')
    return { state: 'failing', reason: 'carrier_service_missing' };
  if (isCarrierServiceRegistered && seen === 'inactive')
    return { state: 'failing', reason: 'carrier_service_inactive' };
  return isCarrierServiceRegistered ? DONE : TODO;
}

function attachment(told: SetupFacts['attachment']): Judged {
  if (!told) return { state: 'asking' };
  if (!told.isKnown) return { state: 'unknown' };
  const { coverage } = told.answer;
  if (!coverage) return { state: 'unknown', reason: 'scope_missing' };
  return coverage.attached > 0 ? DONE : TODO;
}
