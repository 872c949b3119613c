import { Temporal } from 'temporal-polyfill';

/** Times repeat weekly. Public holidays are not modelled: a promise for 25 December is as good as any other. */

/** A local wall time in a zone, on some ISO weekdays (1 = Monday). */
export interface WeeklyTime {
  weekdays: readonly number[];
  time: string;
  timezone: string;
}

/** The first occurrence of any of `weeklyTimes` that is strictly after `now`. */
export function nextOccurrence(now: Temporal.Instant, weeklyTimes: readonly WeeklyTime[]): Temporal.Instant {
  const upcoming = weeklyTimes.map((weeklyTime) => nextOf(now, weeklyTime));
  return upcoming.reduce((first, next) => (Temporal.Instant.compare(next, first) < 0 ? next : first));
}

/** The date that lies `count` of the given weekdays after `date`. */
export function addWeekdays(
  date: Temporal.PlainDate,
  count: number,
  weekdays: readonly number[],
): Temporal.PlainDate {
  let reached = date;
  for (let left = count; left > 0; ) {
    reached = reached.add({ days: 1 });
    if (weekdays.includes(reached.dayOfWeek)) left -= 1;
  }
  return reached;
}

function nextOf(now: Temporal.Instant, { weekdays, time, timezone }: WeeklyTime): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timezone).toPlainDate();
  for (let days = 0; days <= 7; days += 1) {
    const date = today.add({ days });
    const instant = date.toZonedDateTime({ timeZone: timezone, plainTime: time }).toInstant();
    if (weekdays.includes(date.dayOfWeek) && Temporal.Instant.compare(instant, now) > 0) return instant;
  }
  throw new RangeError(`no weekday in ${JSON.stringify(weekdays)}`);
}
