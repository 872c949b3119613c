import type { DeliveryOption } from '#app/features/delivery-options/index.ts';
import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import { keepableUntil } from './answers/known-answer.ts';
import type { Candidate } from './screen-options.ts';
import type { UnaskedCode } from './shape.ts';

/** For how long Shopify may show a rate again without asking (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService). */
export const SHOPIFY_KEEPS_RATES_MS = 15 * 60 * 1000;

/**
 * What to do with a candidate now that OneStock answered: show a promise, drop the option because OneStock refuses it or a rule of the
 * merchant hides it, or show it as its fallback policy says because the answer is of no use.
 */
export type Verdict =
  | { kind: 'promised'; promise: DeliveryPromise; reason: 'promised' | 'next_promised' }
  | { kind: 'refused'; reason: string }
  | { kind: 'hidden'; reason: 'cutoff_near' }
  | { kind: 'unanswered'; reason: string }
  /** OneStock had nothing to answer: the option is shown without a date. */
  | { kind: 'undated'; reason: UnaskedCode };

/** Judges one candidate by OneStock's answer at `now`. A promise past its cut-off is never shown. */
export function judgePromise(candidate: Candidate, promises: readonly DeliveryPromise[], now: Date): Verdict {
  const { option, store } = candidate;
  const own = promises.filter((promise) => isPromiseFor(promise, option, store?.endpointId ?? null));
  const showable = own.filter((promise) => isAccepted(promise, option) && isKeepable(promise, now));
  const [first] = showable;
  if (!first) return whyNone(own[0], option.acceptedStatuses);
  if (!isNearCutoff(first, now) || option.nearCutoff === 'show') {
    return { kind: 'promised', promise: first, reason: 'promised' };
  }
  if (option.nearCutoff === 'hide') return { kind: 'hidden', reason: 'cutoff_near' };
  const next = showable.find((promise) => !isNearCutoff(promise, now));
  return next
    ? { kind: 'promised', promise: next, reason: 'next_promised' }
    : { kind: 'unanswered', reason: 'cutoff_near' };
}

/** OneStock names one promise a method and destination; should it name several and none can be shown, the first one tells why. */
function whyNone(promise: DeliveryPromise | undefined, acceptedStatuses: readonly string[]): Verdict {
  if (!promise) return { kind: 'unanswered', reason: 'promise_missing' };
  if (!acceptedStatuses.includes(promise.status))
    return { kind: 'refused', reason: `status_${promise.status}` };
  return { kind: 'unanswered', reason: isDated(promise) ? 'cutoff_passed' : 'promise_without_date' };
}

function isDated({ etaStart, etaEnd }: DeliveryPromise): boolean {
  return etaStart !== undefined || etaEnd !== undefined;
}

/** Whether the promise answers for this delivery method and store; `endpointId` is null for a home delivery. */
export function isPromiseFor(
  promise: DeliveryPromise,
  { deliveryMethod }: Pick<DeliveryOption, 'deliveryMethod'>,
  endpointId: string | null,
): boolean {
  return promise.deliveryMethod === deliveryMethod && (promise.endpointId ?? null) === endpointId;
}

/** Whether the option takes the promise: OneStock's status is one that it accepts, and there is a date. */
export function isAccepted(
  promise: DeliveryPromise,
  { acceptedStatuses }: Pick<DeliveryOption, 'acceptedStatuses'>,
): boolean {
  return acceptedStatuses.includes(promise.status) && isDated(promise);
}

/** Whether the promise can still be kept by an order that is placed now. */
function isKeepable(promise: DeliveryPromise, now: Date): boolean {
  const until = keepableUntil(promise);
  return until !== undefined && until > now;
}

function isNearCutoff(promise: DeliveryPromise, now: Date): boolean {
  return promise.cutoff !== undefined && promise.cutoff.getTime() - now.getTime() <= SHOPIFY_KEEPS_RATES_MS;
}
