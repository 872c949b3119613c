import type { Clock } from '#app/platform/clock.ts';

const FAILURES_TO_OPEN = 5;
const OPEN_MS = 5000;

/** Leaves a site alone that failed several times in a row. */
export interface Breaker<Outcome> {
  /** Whether the site is to be left alone now: for five seconds, and while one call tries whether it is back. */
  isOpen(): boolean;
  /** Makes a call and learns from what comes of it. To be asked only of a breaker that is not open. */
  run(call: () => PromiseLike<Outcome>): Promise<Outcome>;
}

/**
 * Opens after five failures in a row, lets one call try after five seconds, and closes when that succeeds. Calls overlap, and a site that
 * hangs fails them seconds after they began: what a call tells is of the time at which it began. So a failure counts only if no call that
 * began later has succeeded, and a success closes an open breaker as soon as it is of a call that began after those that failed. A call
 * that throws has failed.
 */
export function createBreaker<Outcome>(dependencies: {
  clock: Clock;
  isFailure: (outcome: Outcome) => boolean;
}): Breaker<Outcome> {
  const { clock, isFailure } = dependencies;
  // Calls are numbered from 1 as they begin.
  let begun = 0;
  let lastSucceeded = 0;
  let lastFailed = 0;
  let failuresInARow = 0;
  let openUntil: number | null = null;
  let probe: number | null = null;

  const now = () => clock.now().getTime();

  function noteSuccess(number: number): void {
    lastSucceeded = Math.max(lastSucceeded, number);
    if (openUntil !== null && number < lastFailed) return;
    failuresInARow = 0;
    openUntil = null;
  }

  function noteFailure(number: number): void {
    if (number < lastSucceeded) return;
    lastFailed = Math.max(lastFailed, number);
    failuresInARow++;
    const opens = openUntil === null ? failuresInARow >= FAILURES_TO_OPEN : number === probe;
    if (opens) openUntil = now() + OPEN_MS;
  }

  return {
    isOpen: () => openUntil !== null && (probe !== null || now() < openUntil),
    async run(call) {
      const number = ++begun;
      if (openUntil !== null) probe = number;
      let note = noteFailure;
      try {
        const outcome = await call();
        if (!isFailure(outcome)) note = noteSuccess;
        return outcome;
      } finally {
        note(number);
        if (number === probe) probe = null;
      }
    },
  };
}
