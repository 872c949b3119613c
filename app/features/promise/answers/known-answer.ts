import type { DeliveryPromise, DeliveryPromiseAnswer } from '#app/gateways/onestock/index.ts';

/** What OneStock said to a question, and for how long that counts. */
export interface KnownAnswer {
  promises: DeliveryPromise[];
  requestId: string | null;
  answeredAt: Date;
  /** After this OneStock is asked again. */
  freshUntil: Date;
  /** Until then some promise of it can still be kept. */
  usableUntil: Date;
}

/**
 * Keeps an answer for the shorter of `lifeMs` and its earliest cut-off. It stays usable, where nothing newer can be had, until its last
 * cut-off; a promise without a cut-off counts until the end of its window.
 */
export function keepAnswer(answer: DeliveryPromiseAnswer, answeredAt: Date, lifeMs: number): KnownAnswer {
  const cutoffs = answer.promises.flatMap(({ cutoff }) => cutoff?.getTime() ?? []);
  const freshUntil = Math.min(answeredAt.getTime() + lifeMs, ...cutoffs);
  const ends = answer.promises.flatMap((promise) => keepableUntil(promise)?.getTime() ?? []);
  return {
    promises: answer.promises,
    requestId: answer.requestId ?? null,
    answeredAt,
    freshUntil: new Date(freshUntil),
    usableUntil: new Date(Math.max(freshUntil, ...ends)),
  };
}

/** A promise holds until its cut-off; where OneStock gave none, until the end of its window. */
export function keepableUntil({ cutoff, etaStart, etaEnd }: DeliveryPromise): Date | undefined {
  return cutoff ?? etaEnd ?? etaStart;
}
