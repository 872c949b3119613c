import { describe, expect, it } from 'vitest';
import { formatRateDate } from '#app/features/promise/dates.ts';
import { destinationTimezone } from '#app/features/promise/timezone.ts';

const place = { country: 'FR', region: null, zip: null, city: null, latitude: null, longitude: null };

describe('the zone in which dates are shown', () => {
  it.each([
    ['OneStock’s own first', { ...place, latitude: 48.85, longitude: 2.35 }, 'Asia/Tokyo', 'Asia/Tokyo'],
    ['a zone that is none is passed over', place, 'Europe/Nowhere', 'Europe/Paris'],
    [
      'then the coordinates',
      { ...place, country: 'US', latitude: 34.05, longitude: -118.24 },
      null,
      'America/Los_Angeles',
    ],
    ['then the region', { ...place, country: 'US', region: 'TX' }, null, 'America/Chicago'],
    ['then the country', { ...place, country: 'GB' }, null, 'Europe/London'],
    ['a country of several zones by its main one', { ...place, country: 'ES' }, null, 'Europe/Madrid'],
    ['then the shop', { ...place, country: 'XX' }, null, 'Europe/Rome'],
    [
      'impossible coordinates are passed over',
      { ...place, latitude: 900, longitude: 2 },
      null,
      'Europe/Paris',
    ],
  ])('%s', (_rule, destination, oneStock, expected) => {
    expect(destinationTimezone(destination, oneStock, 'Europe/Rome')).toBe(expected);
  });
});

describe('a rate’s date', () => {
  it.each([
    ['2026-11-24T07:00:00Z', 'Europe/Paris', '2026-11-24 08:00:00 +0100'],
    ['2026-07-24T07:00:00Z', 'Europe/Paris', '2026-07-24 09:00:00 +0200'],
    ['2026-03-29T00:59:59Z', 'Europe/Paris', '2026-03-29 01:59:59 +0100'],
    ['2026-03-29T01:00:00Z', 'Europe/Paris', '2026-03-29 03:00:00 +0200'],
    ['2026-11-24T00:00:00Z', 'Etc/UTC', '2026-11-24 00:00:00 +0000'],
    ['2026-11-24T05:00:00Z', 'America/New_York', '2026-11-24 00:00:00 -0500'],
    ['2026-11-24T05:00:00Z', 'Asia/Kolkata', '2026-11-24 10:30:00 +0530'],
  ])('%s in %s is %s', (moment, timezone, expected) => {
    expect(formatRateDate(new Date(moment), timezone)).toBe(expected);
  });
});
