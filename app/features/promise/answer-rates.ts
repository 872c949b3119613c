import type {
  DeliveryPromise,
  DeliveryPromiseAnswer,
  OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Stopwatch } from '#app/platform/stopwatch.ts';
import { askOneStock } from './ask-onestock.ts';
import { type ComposedRate, composeFallback, composePromised } from './compose-rate.ts';
import { basketFingerprint, destinationFingerprint, postalPrefix } from './fingerprint.ts';
import { judgePromise } from './judge-promise.ts';
import type { RateRequest } from './rate-request.ts';
import { type Candidate, screenOptions } from './screen-options.ts';
import type { ShownRate } from './shown-rates.ts';
import type { AskFailure, OptionTrace, RateAnswer, Rung, ShopSnapshot } from './types.ts';

export interface AnswerRatesDependencies {
  oneStock: OneStockGateway;
  clock: Clock;
  /** A new random UUID. */
  newId: () => string;
}

/** What the ladder found for one candidate. */
interface Decision {
  candidate: Candidate;
  reason: string;
  rung: Rung;
  quoteId: string;
  composed: ComposedRate | null;
  promise: DeliveryPromise | null;
  /** OneStock, or a rule of the merchant upon its answer, said no. */
  isRefused: boolean;
}

/**
 * Answers a rate request: asks OneStock once within what is left of the soft deadline, shows its promises, and where there is none
 * for a candidate, what the option's fallback policy says. An empty 200 is deliberate: OneStock, or the merchant's rules, said no to
 * every option for this basket and destination. Nothing to show for any other reason is a 503, on which Shopify shows the shop's
 * backup rates.
 */
export async function answerRates(
  { oneStock, clock, newId }: AnswerRatesDependencies,
  snapshot: ShopSnapshot,
  request: RateRequest,
  arrival: { receivedAt: Date; stopwatch: Stopwatch },
): Promise<RateAnswer> {
  const { stopwatch } = arrival;
  const screening = screenOptions(snapshot, request);
  const asking = screening.candidates.filter(({ option }) => !option.fallbackOnly);
  stopwatch.lap('screen');

  let answer: DeliveryPromiseAnswer | null = null;
  let failure: AskFailure | null = null;
  if (asking.length > 0) {
    const timeoutMs = snapshot.shop.softDeadlineMs - stopwatch.elapsedMs();
    const asked = await askOneStock(oneStock, snapshot, request, asking, timeoutMs);
    if (asked.isOk()) answer = asked.value;
    else failure = { code: asked.error.code, message: asked.error.message };
    stopwatch.lap('onestock');
  }

  const now = clock.now();
  const decisions = screening.candidates.map((candidate) =>
    decide(candidate, answer, failure, { snapshot, request, now, quoteId: newId() }),
  );
  const kept = decisions.filter(({ composed }) => composed !== null);
  const isDeliberatelyEmpty =
    snapshot.options.length > 0 &&
    screening.currencyMismatches.length === 0 &&
    decisions.every(({ isRefused }) => isRefused);
  const status = kept.length > 0 || isDeliberatelyEmpty ? 200 : 503;
  const traceId = newId();
  const result: RateAnswer = {
    status,
    rates: decisions.flatMap(({ composed }) => composed?.rate ?? []),
    shown: shownRates(decisions, snapshot, request, { traceId, now }),
    currencyMismatches: screening.currencyMismatches,
    trace: {
      id: traceId,
      shop: snapshot.shop.domain,
      receivedAt: arrival.receivedAt,
      country: request.destination.country,
      postalPrefix: postalPrefix(request.destination.country, request.destination.zip),
      currency: request.currency,
      locale: request.locale,
      lines: request.lines.map(({ sku, quantity }) => ({ sku, quantity })),
      status,
      rung: answer ? 'onestock' : kept.length > 0 ? 'fallback' : 'none',
      rateCount: kept.length,
      options: [...screening.dropped, ...decisions.map(toTrace)],
      failure,
      oneStockRequestId: answer?.requestId ?? null,
    },
  };
  stopwatch.lap('compose');
  return result;
}

function decide(
  candidate: Candidate,
  answer: DeliveryPromiseAnswer | null,
  failure: AskFailure | null,
  circumstances: { snapshot: ShopSnapshot; request: RateRequest; now: Date; quoteId: string },
): Decision {
  const { quoteId, now } = circumstances;
  const verdict = candidate.option.fallbackOnly
    ? ({ kind: 'unanswered', reason: 'fallback_only' } as const)
    : answer === null
      ? ({ kind: 'unanswered', reason: failure?.code ?? 'not_asked' } as const)
      : judgePromise(candidate, answer.promises, now);
  const decision = { candidate, reason: verdict.reason, quoteId, composed: null, promise: null };
  if (verdict.kind === 'dropped') return { ...decision, rung: 'onestock', isRefused: true };
  const promise = verdict.kind === 'promised' ? verdict.promise : null;
  const rung = promise ? 'onestock' : 'fallback';
  const composed = promise
    ? composePromised(candidate, promise, circumstances)
    : composeFallback(candidate, circumstances);
  if ('dropped' in composed) {
    const reason = promise ? composed.dropped : `${verdict.reason}, ${composed.dropped}`;
    return { ...decision, rung, reason, isRefused: false };
  }
  return { ...decision, rung, composed, promise, isRefused: false };
}

function toTrace({ candidate, composed, reason, rung }: Decision): OptionTrace {
  return { code: candidate.code, handle: candidate.option.handle, kept: composed !== null, reason, rung };
}

function shownRates(
  decisions: readonly Decision[],
  { shop }: ShopSnapshot,
  request: RateRequest,
  { traceId, now }: { traceId: string; now: Date },
): ShownRate[] {
  const { country, zip, region } = request.destination;
  const shipped = request.lines
    .filter((line) => line.requiresShipping)
    .map(({ variantId, name, quantity }) => ({ variantId, customTitle: name, quantity }));
  const shared = {
    shop: shop.domain,
    callbackId: traceId,
    shownAt: now,
    basketFingerprint: basketFingerprint(shipped, shop.fingerprintSalt),
    destinationFingerprint: destinationFingerprint({ country, zip, region }, shop.fingerprintSalt),
    country,
    postalPrefix: postalPrefix(country, zip),
    locale: request.locale ?? shop.primaryLocale,
  };
  return decisions.flatMap(({ candidate, composed, promise, quoteId, rung }) =>
    composed === null
      ? []
      : {
          ...shared,
          quoteId,
          code: candidate.code,
          name: composed.rate.service_name,
          price: composed.price,
          currency: composed.rate.currency,
          minDate: composed.window?.start ?? null,
          maxDate: composed.window?.end ?? null,
          rung,
          endpointId: candidate.store?.endpointId ?? null,
          promise: promise?.option ?? null,
        },
  );
}
