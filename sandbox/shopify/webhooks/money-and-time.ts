import { Temporal } from 'temporal-polyfill';

/** `4990` as `49.90`. */
export function decimal(hundredths: number): string {
  return (hundredths / 100).toFixed(2);
}

/** An instant as webhooks write it: to the second, with the shop's offset, `2026-11-21T09:30:00+01:00`. */
export function shopTime(at: Date, timezone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toString({
    timeZone: timezone,
    smallestUnit: 'second',
  });
}

/** An amount as webhooks show it: everybody pays in the shop's currency. */
export function priceSet(hundredths: number, currency: string): object {
  const money = { amount: decimal(hundredths), currency_code: currency };
  return { shop_money: money, presentment_money: money };
}
