import { LRUCache } from 'lru-cache';
import type { Clock } from '#app/platform/clock.ts';
import type { Stopwatch } from '#app/platform/stopwatch.ts';
import type { Answers } from './answers/find-answer.ts';
import { whyUnasked } from './outside-lines.ts';
import { type Finding, prepareAnswer } from './prepare-answer.ts';
import { questionFor } from './question.ts';
import { quotePrefix, toCallbackId } from './quote-id.ts';
import { type RateRequest, textOfRequest } from './rate-request.ts';
import { screenOptions } from './screen-options.ts';
import type { PreparedAnswer, RateAnswer, ShopSnapshot } from './types.ts';

const MOST_PREPARED = 2000;

/** Where and when a rate request came in. The stopwatch runs since its headers arrived. */
export interface Arrival {
  receivedAt: Date;
  stopwatch: Stopwatch;
}

export type AnswerRates = (
  snapshot: ShopSnapshot,
  request: RateRequest,
  arrival: Arrival,
) => Promise<RateAnswer>;

/**
 * Answers rate requests by the ladder: what this process knows, what another one knows, OneStock, an older answer, the fallback of each
 * option, and a 503 if nothing is left. Never later than the shop's soft deadline, which counts from the arrival of the headers, and without
 * a wait when the answer is known. An answer to a request alike, of the same configuration, is kept ready as text while it holds.
 */
export function createAnswerRates(dependencies: {
  answers: Answers;
  clock: Clock;
  /** A new random UUID. */
  newId: () => string;
}): AnswerRates {
  const { answers, clock, newId } = dependencies;
  const ready = new LRUCache<string, { snapshot: ShopSnapshot; prepared: PreparedAnswer }>({
    max: MOST_PREPARED,
  });

  return async (snapshot, request, { receivedAt, stopwatch }) => {
    const alike = `${snapshot.shop.domain}\0${textOfRequest(request)}`;
    const kept = ready.get(alike);
    if (kept?.snapshot === snapshot && holds(kept.prepared, clock.now())) {
      stopwatch.lap('memory');
      return issue(kept.prepared, receivedAt, clock.now(), newId);
    }
    const screening = screenOptions(snapshot, request);
    stopwatch.lap('screen');
    const finding = await find(snapshot, request, screening.candidates, stopwatch);
    const now = clock.now();
    const prepared = prepareAnswer(snapshot, request, screening, finding, now);
    if (prepared.validUntil) ready.set(alike, { snapshot, prepared: fromMemory(prepared) });
    stopwatch.lap('compose');
    return issue(prepared, receivedAt, now, newId);
  };

  async function find(
    snapshot: ShopSnapshot,
    request: RateRequest,
    candidates: ReturnType<typeof screenOptions>['candidates'],
    stopwatch: Stopwatch,
  ): Promise<Finding> {
    const asking = candidates.filter(({ option }) => !option.fallbackOnly);
    const unasked = whyUnasked(request, snapshot.shop);
    if (asking.length === 0 || unasked) return { rung: null, answer: null, failure: null, unasked };
    const question = questionFor(snapshot, request, asking);
    if (question.isErr()) return { rung: null, answer: null, failure: question.error };
    const patienceMs = snapshot.shop.softDeadlineMs - stopwatch.elapsedMs();
    const found = await answers.find(snapshot, question.value, patienceMs);
    stopwatch.lap(found.rung === 'memory' || found.rung === 'shared' ? found.rung : 'onestock');
    return found;
  }
}

function holds({ validUntil }: PreparedAnswer, now: Date): boolean {
  return validUntil !== null && validUntil > now;
}

/** The same answer as it is recorded when it is given again. */
function fromMemory(prepared: PreparedAnswer): PreparedAnswer {
  const rerung = <Recorded extends { rung: string }>(recorded: Recorded): Recorded =>
    recorded.rung === 'fallback' || recorded.rung === 'none' ? recorded : { ...recorded, rung: 'memory' };
  const { trace, shown } = prepared;
  return {
    ...prepared,
    shown: shown.map(rerung),
    trace: { ...rerung(trace), options: trace.options.map(rerung) },
  };
}

/** The prepared answer under an id of its own. Every rate that is sent can be told from every other. */
function issue(
  prepared: PreparedAnswer,
  receivedAt: Date,
  answeredAt: Date,
  newId: () => string,
): RateAnswer {
  const id = toCallbackId(newId());
  return { prepared, id, receivedAt, answeredAt, body: prepared.pieces.join(quotePrefix(id)) };
}
