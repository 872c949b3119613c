import { Temporal } from 'temporal-polyfill';

/** The moments of a made-up promise. */
export interface SampleMoments {
  cutoff: Date;
  etaStart: Date;
  etaEnd: Date;
}

/**
 * What stands in previews for the moments that OneStock would promise: ordered by tomorrow afternoon, there from the morning of the day
 * after until the evening of the next one. At hours of `timezone` that a shop keeps, so that nobody takes an example of midnight for a fault.
 */
export function sampleMoments(now: Date, timezone: string): SampleMoments {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timezone);
  const at = (days: number, hour: number) => {
    const plainTime = Temporal.PlainTime.from({ hour });
    return new Date(
      today.toPlainDate().add({ days }).toZonedDateTime({ timeZone: timezone, plainTime }).epochMilliseconds,
    );
  };
  return { cutoff: at(1, 16), etaStart: at(2, 10), etaEnd: at(3, 18) };
}
