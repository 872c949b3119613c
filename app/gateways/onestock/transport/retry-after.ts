import type { Clock } from '#app/platform/clock.ts';

/**
 * How long a `Retry-After` header asks to wait, in milliseconds, from its two forms: seconds, or an HTTP date
 * (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after). Nothing when it is absent or unreadable; OneStock is
 * not known to send it.
 */
export function retryAfterMs(header: string | undefined, clock: Clock): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1_000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - clock.now().getTime());
}
