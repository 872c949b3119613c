import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import type { Candidate } from './screen-options.ts';

/** For how long Shopify may show a rate again without asking (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService). */
const SHOPIFY_KEEPS_RATES_MS = 15 * 60 * 1000;

/**
 * What to do with a candidate now that OneStock answered: show a promise, drop the option because OneStock or the merchant's rules say so,
 * or show it as its fallback policy says because the answer is of no use.
 */
export type Verdict =
  | { kind: 'promised'; promise: DeliveryPromise; reason: 'promised' | 'next_promised' }
  | { kind: 'dropped'; reason: string }
  | { kind: 'unanswered'; reason: string };

/** Judges one candidate by OneStock's answer at `now`. A promise past its cut-off is never shown. */
export function judgePromise(candidate: Candidate, promises: readonly DeliveryPromise[], now: Date): Verdict {
  const own = promises.filter((promise) => isFor(promise, candidate));
  const [first] = own;
  if (!first) return { kind: 'unanswered', reason: 'promise_missing' };
  const { option } = candidate;
  if (!option.acceptedStatuses.includes(first.status)) {
    return { kind: 'dropped', reason: `status_${first.status}` };
  }
  if (!first.etaStart && !first.etaEnd) return { kind: 'unanswered', reason: 'promise_without_date' };
  if (!isKeepable(first, now)) return { kind: 'unanswered', reason: 'cutoff_passed' };
  if (!isNearCutoff(first, now) || option.nearCutoff === 'show') {
    return { kind: 'promised', promise: first, reason: 'promised' };
  }
  if (option.nearCutoff === 'hide') return { kind: 'dropped', reason: 'cutoff_near' };
  const next = own.find(
    (promise) =>
      option.acceptedStatuses.includes(promise.status) &&
      (promise.etaStart ?? promise.etaEnd) !== undefined &&
      isKeepable(promise, now) &&
      !isNearCutoff(promise, now),
  );
  return next
    ? { kind: 'promised', promise: next, reason: 'next_promised' }
    : { kind: 'unanswered', reason: 'cutoff_near' };
}

function isFor(promise: DeliveryPromise, { option, store }: Candidate): boolean {
  return (
    promise.deliveryMethod === option.deliveryMethod &&
    (store === null ? promise.endpointId === undefined : promise.endpointId === store.endpointId)
  );
}

/** A promise holds until its cut-off; where OneStock gave none, until the end of its window. */
function isKeepable(promise: DeliveryPromise, now: Date): boolean {
  const until = promise.cutoff ?? promise.etaEnd ?? promise.etaStart;
  return until !== undefined && until > now;
}

function isNearCutoff(promise: DeliveryPromise, now: Date): boolean {
  return promise.cutoff !== undefined && promise.cutoff.getTime() - now.getTime() < SHOPIFY_KEEPS_RATES_MS;
}
