const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Orders of this age, counted from their export, and below are compared so often. */
const PACES = [
  { ageMs: 2 * HOUR_MS, everyMs: 15 * MINUTE_MS },
  { ageMs: DAY_MS, everyMs: HOUR_MS },
  { ageMs: 7 * DAY_MS, everyMs: 6 * HOUR_MS },
];

/** When an order is next compared with OneStock's: the older it is, the less happens to it that no event tells. */
export function nextComparison(exportedAt: Date, now: Date): Date {
  const ageMs = now.getTime() - exportedAt.getTime();
  const pace = PACES.find((each) => ageMs < each.ageMs);
  return new Date(now.getTime() + (pace?.everyMs ?? DAY_MS));
}
