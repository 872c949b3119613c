import type { ItemIdSource } from '#app/features/shops/index.ts';
import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import type { FoundAnswer } from './answers/find-answer.ts';
import { keepableUntil } from './answers/known-answer.ts';
import {
  type ComposedRate,
  composeFallback,
  composePromised,
  composeUndated,
  QUOTE_ID_PLACEHOLDER,
} from './compose-rate.ts';
import { basketFingerprint, destinationFingerprint, postalPrefix } from './fingerprint.ts';
import { judgePromise, SHOPIFY_KEEPS_RATES_MS, type Verdict } from './judge-promise.ts';
import { whyNotAsked } from './outside-lines.ts';
import { quotePlace } from './quote-id.ts';
import type { RateRequest, RequestedLine } from './rate-request.ts';
import type { Candidate, Screening } from './screen-options.ts';
import type { UnaskedCode } from './shape.ts';
import type { OptionTrace, PreparedAnswer, RecordedRate, Rung, ShopSnapshot, TracedLine } from './types.ts';

/**
 * What the first rungs came to. With a question that cannot be put there is only a failure; without candidates that may ask, or with goods
 * that OneStock is not asked about, not even that.
 */
export type Finding = FoundAnswer | { rung: null; answer: null; failure: null; unasked: UnaskedCode | null };

/** What the ladder found for one candidate. */
interface Decision {
  candidate: Candidate;
  reason: string;
  rung: Rung;
  composed: ComposedRate | null;
  promise: DeliveryPromise | null;
  /** OneStock, or a rule of the merchant upon its answer, said no. */
  isRefused: boolean;
}

/**
 * Turns what was found into the answer at `now`: each candidate's promise, or what its option's fallback policy says. An empty 200 is
 * deliberate: OneStock, or the merchant's rules, said no to every option for this basket and destination. Nothing to show for any
 * other reason is a 503, on which Shopify shows the shop's backup rates. Pure.
 */
export function prepareAnswer(
  snapshot: ShopSnapshot,
  request: RateRequest,
  screening: Screening,
  finding: Finding,
  now: Date,
): PreparedAnswer {
  const decisions = screening.candidates.map((candidate) =>
    decide(candidate, finding, { snapshot, request, now }),
  );
  const rates = decisions.flatMap(({ composed }) => composed?.rate ?? []);
  const isDeliberatelyEmpty =
    finding.rung !== 'stale' &&
    snapshot.options.length > 0 &&
    screening.currencyMismatches.length === 0 &&
    decisions.every(({ isRefused }) => isRefused);
  const status = rates.length > 0 || isDeliberatelyEmpty ? 200 : 503;
  const { country, zip } = request.destination;
  return {
    status,
    pieces: status === 200 ? piecesOf(asciiJson({ rates })) : [],
    shown: recordedRates(decisions, snapshot, request),
    currencyMismatches: screening.currencyMismatches,
    validUntil: validUntil(decisions, finding, now),
    trace: {
      shop: snapshot.shop.domain,
      country,
      postalPrefix: postalPrefix(country, zip),
      currency: request.currency,
      locale: request.locale,
      lines: request.lines.map((line) => tracedLine(line, snapshot.shop.itemIdSource)),
      status,
      rung: rungOf(decisions, finding, status),
      rateCount: rates.length,
      options: [...screening.dropped, ...decisions.map(toTrace)],
      failure: 'failure' in finding ? finding.failure : null,
      oneStockRequestId: finding.answer?.requestId ?? null,
    },
  };
}

function decide(
  candidate: Candidate,
  finding: Finding,
  circumstances: { snapshot: ShopSnapshot; request: RateRequest; now: Date },
): Decision {
  const verdict = verdictOn(candidate, finding, circumstances.now);
  const answeredBy = finding.rung ?? 'fallback';
  const decision = { candidate, reason: verdict.reason, composed: null, promise: null };
  if (verdict.kind === 'refused' || verdict.kind === 'hidden')
    return { ...decision, rung: answeredBy, isRefused: true };
  const promise = verdict.kind === 'promised' ? verdict.promise : null;
  const rung = promise ? answeredBy : 'fallback';
  const composed = promise
    ? composePromised(candidate, promise, circumstances)
    : verdict.kind === 'undated'
      ? composeUndated(candidate, circumstances)
      : composeFallback(candidate, circumstances);
  if ('dropped' in composed) {
    const reason = promise ? composed.dropped : `${verdict.reason}, ${composed.dropped}`;
    return { ...decision, rung, reason, isRefused: false };
  }
  return { ...decision, rung, composed, promise, isRefused: false };
}

/** An older answer counts for what it promises only: what OneStock refused long ago it may grant now. */
function verdictOn(candidate: Candidate, finding: Finding, now: Date): Verdict {
  if (candidate.option.fallbackOnly) return { kind: 'unanswered', reason: 'fallback_only' };
  if ('unasked' in finding && finding.unasked) return { kind: 'undated', reason: finding.unasked };
  if (finding.answer === null) return { kind: 'unanswered', reason: finding.failure?.code ?? 'not_asked' };
  const verdict = judgePromise(candidate, finding.answer.promises, now);
  return verdict.kind === 'refused' && finding.rung === 'stale'
    ? { kind: 'unanswered', reason: finding.failure.code }
    : verdict;
}

/**
 * A fresh answer is shown the same way until it ages, or a promise comes near its cut-off, or its window passes. Dates counted from today
 * are not kept: they change at midnight.
 */
function validUntil(decisions: readonly Decision[], { rung, answer }: Finding, now: Date): Date | null {
  if (answer === null || rung === 'stale') return null;
  if (decisions.some(({ composed, promise }) => composed?.window && !promise)) return null;
  const turns = answer.promises
    .flatMap((promise) => [nearingOf(promise), keepableUntil(promise)?.getTime()])
    .filter((moment) => moment !== undefined)
    .filter((moment) => moment > now.getTime());
  return new Date(Math.min(answer.freshUntil.getTime(), ...turns));
}

/** When the promise comes near its cut-off. */
function nearingOf({ cutoff }: DeliveryPromise): number | undefined {
  return cutoff && cutoff.getTime() - SHOPIFY_KEEPS_RATES_MS;
}

/** Where the answer as a whole comes from: OneStock's word where some rate rests on it, or where it is why nothing is shown. */
function rungOf(decisions: readonly Decision[], { rung }: Finding, status: number): Rung {
  const kept = decisions.filter(({ composed }) => composed !== null);
  if (kept.length > 0)
    return kept.some(({ promise }) => promise !== null) ? (rung ?? 'fallback') : 'fallback';
  return status === 200 ? (rung ?? 'none') : 'none';
}

/** The text, cut where each rate's quote id begins, whose last digits are the same each time. */
function piecesOf(text: string): string[] {
  return text
    .split(QUOTE_ID_PLACEHOLDER)
    .map((piece, index) => (index === 0 ? piece : quotePlace(index) + piece));
}

/** JSON with every other character escaped: text of one byte a character is written to a connection in one go, without being encoded. */
function asciiJson(value: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, escaped);
}

function tracedLine(line: RequestedLine, source: ItemIdSource): TracedLine {
  const { sku, quantity, otherService } = line;
  const unasked = whyNotAsked(line, source);
  if (unasked === null) return { sku, quantity };
  if (unasked !== 'of_other_service') return { sku, quantity, unasked };
  return { sku, quantity, unasked, service: otherService ?? undefined };
}

function toTrace({ candidate, composed, reason, rung }: Decision): OptionTrace {
  return { code: candidate.code, handle: candidate.option.handle, kept: composed !== null, reason, rung };
}

function recordedRates(
  decisions: readonly Decision[],
  { shop }: ShopSnapshot,
  request: RateRequest,
): RecordedRate[] {
  const { country, zip, region } = request.destination;
  const shipped = request.lines
    .filter((line) => line.requiresShipping)
    .map(({ variantId, name, quantity }) => ({ variantId, customTitle: name, quantity }));
  const shared = {
    shop: shop.domain,
    basketFingerprint: basketFingerprint(shipped, shop.fingerprintSalt),
    destinationFingerprint: destinationFingerprint({ country, zip, region }, shop.fingerprintSalt),
    country,
    postalPrefix: postalPrefix(country, zip),
    locale: request.locale ?? shop.primaryLocale,
  };
  return decisions.flatMap(({ candidate, composed, promise, rung }) =>
    composed === null
      ? []
      : {
          ...shared,
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
