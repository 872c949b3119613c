import { LRUCache } from 'lru-cache';
import type { DeliveryPromiseQuestion } from '#app/gateways/onestock/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import { questionKey } from '../question.ts';
import type { AskFailure, ShopSnapshot } from '../types.ts';
import type { GuardedOneStock } from './guarded-onestock.ts';
import { type KnownAnswer, keepAnswer } from './known-answer.ts';
import type { SharedAnswers } from './shared-answers.ts';

/** Answers kept in this process; about six kilobytes each. */
const MOST_ANSWERS = 5000;

/** What the first four rungs of the ladder found. */
export type FoundAnswer =
  | { rung: 'memory' | 'shared' | 'onestock'; answer: KnownAnswer }
  /** An older answer, and why there is no newer one. */
  | { rung: 'stale'; answer: KnownAnswer; failure: AskFailure }
  | { rung: null; answer: null; failure: AskFailure };

export interface Answers {
  /**
   * What this process knows already, if that is fresh: rung 1, for which nothing is awaited.
   */
  inMemory(key: string): KnownAnswer | null;
  /** Rungs 1 to 4. Ends when an answer is there, at the latest after `patienceMs`. */
  find(snapshot: ShopSnapshot, question: DeliveryPromiseQuestion, patienceMs: number): Promise<FoundAnswer>;
}

/** One search for an answer, which every request with the same question waits for. */
interface Search {
  outcome: Promise<
    { rung: 'shared' | 'onestock'; answer: KnownAnswer } | { rung: null; failure: AskFailure }
  >;
  /** What the database knew that is no longer fresh, as soon as it answered. */
  older: KnownAnswer | null;
}

/** OneStock did not answer before the deadline of the checkout. */
const LATE: AskFailure = { code: 'onestock_late' };

/** What one process remembers of what OneStock said, fresh or not. */
export interface AnswerMemory {
  get(key: string): KnownAnswer | undefined;
  set(key: string, answer: KnownAnswer): void;
}

export function createAnswerMemory(): LRUCache<string, KnownAnswer> {
  return new LRUCache({ max: MOST_ANSWERS });
}

export function createAnswers(dependencies: {
  oneStock: Pick<GuardedOneStock, 'ask'>;
  shared: SharedAnswers;
  clock: Clock;
  memory?: AnswerMemory;
}): Answers {
  const { oneStock, shared, clock, memory = createAnswerMemory() } = dependencies;
  const searches = new Map<string, Search>();

  function inMemory(key: string): KnownAnswer | null {
    const known = memory.get(key);
    return known && known.freshUntil > clock.now() ? known : null;
  }

  /** Goes on when nobody waits for it any more: a late answer is kept for the next request, and does nothing else. */
  function search(snapshot: ShopSnapshot, question: DeliveryPromiseQuestion, key: string): Search {
    const running = searches.get(key);
    if (running) return running;
    const begun: Search = {
      older: null,
      outcome: run().finally(() => searches.delete(key)),
    };
    searches.set(key, begun);
    return begun;

    async function run(): ReturnType<() => Search['outcome']> {
      const kept = await shared.find(key);
      if (kept && kept.freshUntil > clock.now()) {
        memory.set(key, kept);
        return { rung: 'shared', answer: kept };
      }
      begun.older = kept;
      const asked = await oneStock.ask(snapshot, question);
      if (asked.isErr()) return { rung: null, failure: asked.error };
      const answer = keepAnswer(asked.value, clock.now(), snapshot.shop.promiseLifeSeconds * 1000);
      memory.set(key, answer);
      shared.keep(snapshot.shop.domain, key, answer);
      return { rung: 'onestock', answer };
    }
  }

  return {
    inMemory,
    async find(snapshot, question, patienceMs) {
      const key = questionKey(snapshot, question);
      const known = inMemory(key);
      if (known) return { rung: 'memory', answer: known };
      const searching = search(snapshot, question, key);
      const outcome = await within(patienceMs, searching.outcome);
      if (outcome?.rung) return outcome;
      const failure = outcome?.failure ?? LATE;
      const older = newest(memory.get(key), searching.older);
      if (older && older.usableUntil > clock.now()) return { rung: 'stale', answer: older, failure };
      return { rung: null, answer: null, failure };
    },
  };
}

function newest(a: KnownAnswer | undefined, b: KnownAnswer | null): KnownAnswer | null {
  if (!a || !b) return a ?? b;
  return a.answeredAt > b.answeredAt ? a : b;
}

/** What `work` comes to within the time, or null. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, milliseconds), null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
