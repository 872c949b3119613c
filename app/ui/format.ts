import type { Language } from '#app/words/languages.ts';

/** English with the day before the month and a clock of 24 hours, as in OneStock. */
const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };

const MOMENTS = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  minute: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
  second: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Making a format costs some 100 µs, using one less than 1 µs. Languages and zones are few. */
const made = new Map<string, unknown>();

function once<Format>(key: string, make: () => Format): Format {
  const known = made.get(key) as Format | undefined;
  if (known) return known;
  const format = make();
  made.set(key, format);
  return format;
}

/**
 * An instant in a time zone, down to the day, the minute or the second: "21 Nov 2026", "21 Nov, 14:05", "21 Nov, 14:05:09".
 *
 * @param instant ISO 8601
 */
export function formatMoment(
  instant: string,
  { timezone, language, to = 'minute' }: { timezone: string; language: Language; to?: keyof typeof MOMENTS },
): string {
  const options = { timeZone: timezone, ...MOMENTS[to] };
  const format = once(
    `${to} ${language} ${timezone}`,
    () => new Intl.DateTimeFormat(LOCALES[language], options),
  );
  return format.format(new Date(instant));
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How long ago, or in how long, in the largest unit that fits: "5 minutes ago", "in 2 days". Both instants ISO 8601. */
export function formatAge(instant: string, { now, language }: { now: string; language: Language }): string {
  const seconds = Math.round((Date.parse(instant) - Date.parse(now)) / 1000);
  const [unit, length] = UNITS.find((one) => Math.abs(seconds) >= one[1]) ?? UNITS[3];
  const format = once(
    `age ${language}`,
    () => new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'auto' }),
  );
  return format.format(Math.trunc(seconds / length), unit);
}

/** A duration in milliseconds, short: "0.4 ms", "38 ms", "1.20 s"; "0,4 ms" in French. */
export function formatDuration(milliseconds: number, language: Language): string {
  if (milliseconds >= 1000) return `${formatNumber(milliseconds / 1000, language, 2)} s`;
  return `${formatNumber(milliseconds, language, milliseconds < 10 ? 1 : 0)} ms`;
}

/** A number with its groups and exactly `decimals` decimals: "1,234.5", "1 234,5". */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return once(
    `number ${language} ${decimals}`,
    () => new Intl.NumberFormat(LOCALES[language], options),
  ).format(value);
}

/** A share from 0 to 1 in whole hundredths: "98%", "98 %". */
export function formatShare(share: number, language: Language): string {
  const options = { style: 'percent', maximumFractionDigits: 0 } as const;
  return once(`share ${language}`, () => new Intl.NumberFormat(LOCALES[language], options)).format(share);
}
