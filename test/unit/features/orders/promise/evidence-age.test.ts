import { describe, expect, it } from 'vitest';
import { whyNotCounted, whyWindowNotCounted } from '#app/features/orders/promise/evidence-age.ts';
import { shownRate } from '#test/support/shown-rates.ts';

const PLACED = new Date('2026-11-21T12:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const seconds = (time: string) => Date.parse(`2026-11-21T${time}Z`) / 1000;

const why = (change: Parameters<typeof shownRate>[0], shownRateLifeHours = 24) =>
  whyNotCounted(shownRate(change), { placedAt: PLACED, shownRateLifeHours })?.code ?? null;
const shownAt = (agoMs: number) => new Date(PLACED.getTime() - agoMs);
const promise = (change: Record<string, unknown>) => ({
  promise: { delivery_method: 'standard', status: 'valid', ...change },
});

describe('what was shown', () => {
  it.each([
    [
      'for the whole of the shop’s hours, however long Shopify kept the rate and the shopper waited',
      DAY_MS,
      24,
    ],
    ['when it was shown as the order was placed', 0, 1],
    ['when two clocks date it seconds after the order', -59_000, 24],
  ])('counts %s', (_, agoMs, hours) => {
    expect(why({ shownAt: shownAt(agoMs) }, hours)).toBeNull();
  });

  it.each([
    [DAY_MS + 1, 24],
    [HOUR_MS + 1, 1],
    [7 * DAY_MS, 24],
  ])('%i ms before the order does not count for a shop that says %i hours', (agoMs, hours) => {
    expect(why({ shownAt: shownAt(agoMs) }, hours)).toBe('shown_too_long_ago');
  });

  it('counts until its cut-off, though its window is long', () => {
    const window = { eta_start: seconds('09:00:00'), eta_end: seconds('23:00:00') };
    expect(why(promise({ cutoff: seconds('12:00:01'), ...window }))).toBeNull();
    expect(why(promise({ cutoff: seconds('12:00:00'), ...window }))).toBe('cutoff_passed_before_order');
  });

  it('counts until its cut-off, though its window had ended', () => {
    expect(why(promise({ cutoff: seconds('13:00:00'), eta_end: seconds('11:00:00') }))).toBeNull();
  });

  it.each([
    ['the end of its window', { eta_start: seconds('09:00:00'), eta_end: seconds('12:00:00') }],
    ['its one moment', { eta_start: seconds('12:00:00') }],
  ])('without a cut-off counts until %s', (_, dates) => {
    expect(why(promise(dates))).toBe('window_passed_before_order');
    const later = Object.fromEntries(Object.entries(dates).map(([key, at]) => [key, at + 1]));
    expect(why(promise(later))).toBeNull();
  });

  it('without a promise counts until the dates that were sent with it', () => {
    const dates = { promise: null, minDate: shownAt(DAY_MS), maxDate: shownAt(0) };
    expect(why(dates)).toBe('window_passed_before_order');
    expect(why({ ...dates, maxDate: shownAt(-1000) })).toBeNull();
  });

  it('without any date counts by its age alone', () => {
    expect(why({ promise: null })).toBeNull();
    expect(why({ promise: null, shownAt: shownAt(7 * DAY_MS) })).toBe('shown_too_long_ago');
  });
});

describe('the window that Shopify kept', () => {
  it('counts until its end, its one end, or for ever', () => {
    const placement = { placedAt: PLACED };
    const [past, ahead] = [shownAt(0), shownAt(-1)];
    expect(whyWindowNotCounted({ min: past, max: ahead }, placement)).toBeNull();
    expect(whyWindowNotCounted({ min: null, max: past }, placement)).toEqual({
      code: 'window_passed_before_order',
    });
    expect(whyWindowNotCounted({ min: past, max: null }, placement)).toEqual({
      code: 'window_passed_before_order',
    });
    expect(whyWindowNotCounted({ min: null, max: null }, placement)).toBeNull();
    expect(whyWindowNotCounted(null, placement)).toBeNull();
  });
});
