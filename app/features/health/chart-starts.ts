import { Temporal } from 'temporal-polyfill';

const HOUR_MS = 3_600_000;
const HOURS = 24;
const DAYS = 7;

/** The beginnings of the last 24 hours, this one included, the oldest first. Full hours of UTC, by which answers are counted. */
export function hourStarts(now: Date): Date[] {
  const thisHour = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  return Array.from({ length: HOURS }, (_, index) => new Date(thisHour - (HOURS - 1 - index) * HOUR_MS));
}

/** The beginnings of the last seven days of a time zone, today included, the oldest first. */
export function dayStarts(now: Date, timezone: string): Date[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timezone)
    .startOfDay();
  return Array.from({ length: DAYS }, (_, index) => {
    const day = today.subtract({ days: DAYS - 1 - index }).startOfDay();
    return new Date(day.epochMilliseconds);
  });
}
