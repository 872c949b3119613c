/** Tells the time. Passed to everything that asks for it, so that a test can hold it still or move it. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };
