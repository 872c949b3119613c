import { LRUCache } from 'lru-cache';

const DAY: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const STYLES = {
  day: DAY,
  moment: { ...DAY, ...TIME },
  momentWithZone: { ...DAY, ...TIME, timeZoneName: 'short' },
  parts: {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

// A new formatter costs a hundred times its use.
const formatters = new LRUCache<string, Intl.DateTimeFormat>({ max: 2000 });

function formatter(style: keyof typeof STYLES, locale: string, timezone: string): Intl.DateTimeFormat {
  const key = `${style}|${locale}|${timezone}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone: timezone });
    formatters.set(key, found);
  }
  return found;
}

/** `Tue, 24 Nov – Wed, 25 Nov` in the locale's own form, one day when both ends fall on it. */
export function formatDays(start: Date, end: Date, locale: string, timezone: string): string {
  return formatter('day', locale, timezone).formatRange(start, end);
}

/** `Sat, 21 Nov, 15:00`. */
export function formatMoment(moment: Date, locale: string, timezone: string): string {
  return formatter('moment', locale, timezone).format(moment);
}

/** `Sat, 21 Nov, 16:00 CET`. */
export function formatMomentWithZone(moment: Date, locale: string, timezone: string): string {
  return formatter('momentWithZone', locale, timezone).format(moment);
}

/**
 * `2026-11-24 00:00:00 +0100`, the form that Shopify wants of a rate's dates
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService).
 */
export function formatRateDate(moment: Date, timezone: string): string {
  const parts: Record<string, string> = {};
  for (const part of formatter('parts', 'en-GB', timezone).formatToParts(moment))
    parts[part.type] = part.value;
  const offset = (parts.timeZoneName ?? '').replace('GMT', '').replace(':', '').slice(0, 5) || '+0000';
  return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}:${parts.second} ${offset}`;
}
