import { describe, expect, test } from 'vitest';
import { createRequestCounter, timeLimitMs } from '#sandbox/shopify/checkout/time-limit.ts';

describe('the time that Shopify gives a carrier', () => {
  test.each([
    [1, 10_000],
    [1499, 10_000],
    [1500, 5_000],
    [3000, 5_000],
    [3001, 3_000],
  ])('request %i of a minute has %i ms', (requestNumber, limitMs) => {
    expect(timeLimitMs(requestNumber)).toBe(limitMs);
  });

  test('counts the requests of the last minute only, and each carrier’s alone', () => {
    let time = 0;
    const counter = createRequestCounter(() => new Date(time));
    counter.count('busy');
    time = 30_000;

    expect(counter.count('busy')).toBe(2);
    expect(counter.count('quiet')).toBe(1);
    time = 60_000;
    expect(counter.count('busy')).toBe(2);
  });
});
