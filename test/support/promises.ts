/** A OneStock in memory, what it promises, and the ladder above it. */

import { randomUUID } from 'node:crypto';
import { err, ok, ResultAsync } from 'neverthrow';
import { createAnswerRates } from '#app/features/promise/answer-rates.ts';
import { createAnswers } from '#app/features/promise/answers/find-answer.ts';
import { createGuardedOneStock } from '#app/features/promise/answers/guarded-onestock.ts';
import type { KnownAnswer } from '#app/features/promise/answers/known-answer.ts';
import type { SharedAnswers } from '#app/features/promise/answers/shared-answers.ts';
import {
  parseRateRequest,
  type RateAnswer,
  type RateRequest,
  type ShopSnapshot,
} from '#app/features/promise/index.ts';
import { quotePlace, quotePrefix } from '#app/features/promise/quote-id.ts';
import type { Rate } from '#app/features/promise/types.ts';
import type {
  DeliveryPromise,
  DeliveryPromiseQuestion,
  DestinationQuestion,
  OneStockConnection,
  OneStockError,
  OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import { startStopwatch } from '#app/platform/stopwatch.ts';
import { rateRequestJson } from './rate-requests.ts';

/** A Saturday morning. The promises below are made then. */
export const NOW = new Date('2026-11-21T10:00:00Z');
export const STILL: Clock = { now: () => NOW };

export const minutesAfter = (minutes: number, start = NOW) => new Date(start.getTime() + minutes * 60_000);

/** To be ordered within five hours, delivered Tuesday to Wednesday. */
export function promise(change: Partial<DeliveryPromise> = {}): DeliveryPromise {
  return {
    deliveryMethod: 'standard',
    status: 'valid',
    cutoff: new Date('2026-11-21T15:00:00Z'),
    etaStart: new Date('2026-11-24T07:00:00Z'),
    etaEnd: new Date('2026-11-25T17:00:00Z'),
    cost: 4.9,
    timezone: 'Europe/Paris',
    carriers: [{ name: 'Colissimo' }],
    option: { delivery_method: 'standard', eta_start: 1795503600 },
    ...change,
  };
}

/** One promise for each destination of the question. */
export function promisesFor(
  question: DeliveryPromiseQuestion,
  change: (asked: DestinationQuestion) => Partial<DeliveryPromise> = () => ({}),
): DeliveryPromise[] {
  return question.options.map((asked) => {
    const { deliveryMethod } = asked;
    const endpointId = asked.kind === 'collect' ? asked.endpointId : undefined;
    const option = { delivery_method: deliveryMethod, destination: { endpoint_id: endpointId } };
    return promise({ deliveryMethod, endpointId, option, ...change(asked) });
  });
}

/** Promises, the code of a failure, or a failure with its details. */
export type Reply = DeliveryPromise[] | string | ({ code: string } & Partial<OneStockError>);

export interface FakeOneStock {
  gateway: OneStockGateway;
  /** What was asked, in order. */
  questions: DeliveryPromiseQuestion[];
}

/** A OneStock that answers with what `reply` makes of a question, as soon as that is there. */
export function fakeOneStock(
  reply: (question: DeliveryPromiseQuestion, account: OneStockConnection) => Reply | Promise<Reply>,
): FakeOneStock {
  const questions: DeliveryPromiseQuestion[] = [];
  const gateway: Partial<OneStockGateway> = {
    deliveryPromises(account, question) {
      questions.push(question);
      return new ResultAsync(Promise.resolve(reply(question, account)).then(toResult));
    },
  };
  return { gateway: gateway as OneStockGateway, questions };
}

function toResult(reply: Reply) {
  if (Array.isArray(reply)) return ok({ promises: reply, requestId: 'abc' });
  const failure = typeof reply === 'string' ? { code: reply } : reply;
  return err({ retryable: true, ...failure } as OneStockError);
}

/** A database that holds nothing and keeps nothing. */
export const NOTHING_SHARED: SharedAnswers = { find: async () => null, keep: () => {} };

/** A database that keeps what it is given, for as many processes as use it. */
export function sharedInMemory(): SharedAnswers & { rows: Map<string, KnownAnswer> } {
  const rows = new Map<string, KnownAnswer>();
  return {
    rows,
    find: async (key) => rows.get(key) ?? null,
    keep: (_shop, key, answer) => void rows.set(key, answer),
  };
}

/** One process's ladder over a OneStock in memory. */
export function ladder(
  reply: Parameters<typeof fakeOneStock>[0],
  { shared = NOTHING_SHARED, clock = STILL }: { shared?: SharedAnswers; clock?: Clock } = {},
) {
  const { gateway: oneStock, questions } = fakeOneStock(reply);
  const guarded = createGuardedOneStock({ oneStock, clock });
  const answers = createAnswers({ oneStock: guarded, shared, clock });
  const answerRates = createAnswerRates({ answers, clock, newId: randomUUID });
  return {
    questions,
    async ask(shop: ShopSnapshot, json: unknown = rateRequestJson(), stopwatch = startStopwatch()) {
      return read(await answerRates(shop, parsed(json), { receivedAt: clock.now(), stopwatch }));
    },
  };
}

/** A rate request that is known to be one. */
export function parsed(json: unknown): RateRequest {
  const outcome = parseRateRequest(json);
  if ('fault' in outcome) throw new Error(outcome.fault.code);
  return outcome.request;
}

/** What Shopify gets of an answer, and what is recorded of it. */
export function read(answer: RateAnswer) {
  const { status, trace, shown, currencyMismatches } = answer.prepared;
  return {
    status,
    trace,
    currencyMismatches,
    rates: answer.body.length > 0 ? (JSON.parse(answer.body.toString()) as { rates: Rate[] }).rates : [],
    shown: shown.map((rate, index) => ({ ...rate, quoteId: quotePrefix(answer.id) + quotePlace(index + 1) })),
    reasons: Object.fromEntries(trace.options.map((option) => [option.code, option.reason])),
  };
}

/** The answer to one request by a process that knows nothing yet. */
export async function askOnce(
  shop: ShopSnapshot,
  given: Reply | ((question: DeliveryPromiseQuestion) => Reply),
  json: unknown = rateRequestJson(),
) {
  const { ask, questions } = ladder(typeof given === 'function' ? given : () => given);
  return { ...(await ask(shop, json)), questions };
}
