const instantFormats = new Map<string, Intl.DateTimeFormat>();

/** An instant in the shop's time zone, such as "21 Nov, 14:05:09". The same text on the server and in the browser. */
export function formatInstant(instant: string, timezone: string): string {
  let format = instantFormats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    instantFormats.set(timezone, format);
  }
  return format.format(new Date(instant));
}

/** A duration in milliseconds, short: "0.4 ms", "38 ms", "1.20 s". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

/** A code in the merchant's words: `currency_mismatch` reads "Currency mismatch". */
export function codeInWords(code: string): string {
  const words = code.replaceAll(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The value below which `share` (0 to 1) of the values lie; undefined without values. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** "1 rate", "3 rates". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
