import tzLookup from '@photostructure/tz-lookup';
import { getCountry } from 'countries-and-timezones';
import { coordinatesOf } from './coordinates.ts';
import type { Place } from './rate-request.ts';

/** Regions whose country spans several zones, as Shopify names them. The zone where most of the region's people live. */
const ZONE_OF_REGION: Record<string, Record<string, string>> = {
  US: Object.fromEntries([
    ...zone('America/New_York', 'CT DE DC FL GA IN KY ME MD MA MI NH NJ NY NC OH PA RI SC VT VA WV'),
    ...zone('America/Chicago', 'AL AR IL IA KS LA MN MS MO NE ND OK SD TN TX WI'),
    ...zone('America/Denver', 'CO ID MT NM UT WY'),
    ...zone('America/Phoenix', 'AZ'),
    ...zone('America/Los_Angeles', 'CA NV OR WA'),
    ...zone('America/Anchorage', 'AK'),
    ...zone('Pacific/Honolulu', 'HI'),
    ...zone('America/Puerto_Rico', 'PR VI'),
    ...zone('Pacific/Guam', 'GU MP'),
    ...zone('Pacific/Pago_Pago', 'AS'),
  ]),
  CA: Object.fromEntries([
    ...zone('America/Vancouver', 'BC'),
    ...zone('America/Edmonton', 'AB NT'),
    ...zone('America/Regina', 'SK'),
    ...zone('America/Winnipeg', 'MB'),
    ...zone('America/Toronto', 'ON QC NU'),
    ...zone('America/Halifax', 'NS NB PE'),
    ...zone('America/St_Johns', 'NL'),
    ...zone('America/Whitehorse', 'YT'),
  ]),
  AU: Object.fromEntries([
    ...zone('Australia/Sydney', 'NSW ACT'),
    ...zone('Australia/Melbourne', 'VIC'),
    ...zone('Australia/Brisbane', 'QLD'),
    ...zone('Australia/Adelaide', 'SA'),
    ...zone('Australia/Perth', 'WA'),
    ...zone('Australia/Hobart', 'TAS'),
    ...zone('Australia/Darwin', 'NT'),
  ]),
  ES: Object.fromEntries(zone('Atlantic/Canary', 'GC TF')),
};

/** What of a place tells its zone. */
type Located = Pick<Place, 'country' | 'region' | 'latitude' | 'longitude'>;

/**
 * The time zone in which the shopper at `destination` reads a date: OneStock's own, else that of the coordinates, else the region's or the
 * country's, else the shop's.
 */
export function destinationTimezone(
  destination: Located,
  oneStockTimezone: string | null,
  shopTimezone: string,
): string {
  if (oneStockTimezone && isTimezone(oneStockTimezone)) return oneStockTimezone;
  return (
    zoneOfCoordinates(destination) ??
    ZONE_OF_REGION[destination.country]?.[destination.region?.toUpperCase() ?? ''] ??
    zoneOfCountry(destination.country) ??
    shopTimezone
  );
}

function zoneOfCoordinates(place: Located): string | null {
  const coordinates = coordinatesOf(place);
  return coordinates && tzLookup(coordinates.latitude, coordinates.longitude);
}

/** Where most people live of a country that spans several zones and whose list of zones begins with another one. */
const MAIN_ZONE: Record<string, string> = {
  US: 'America/New_York',
  CA: 'America/Toronto',
  AU: 'Australia/Sydney',
  ES: 'Europe/Madrid',
  PT: 'Europe/Lisbon',
  BR: 'America/Sao_Paulo',
  MX: 'America/Mexico_City',
  ID: 'Asia/Jakarta',
  RU: 'Europe/Moscow',
  CL: 'America/Santiago',
  NZ: 'Pacific/Auckland',
  CN: 'Asia/Shanghai',
  DE: 'Europe/Berlin',
  UA: 'Europe/Kyiv',
  MN: 'Asia/Ulaanbaatar',
  GL: 'America/Nuuk',
  PG: 'Pacific/Port_Moresby',
  PF: 'Pacific/Tahiti',
};

function zoneOfCountry(country: string): string | null {
  return MAIN_ZONE[country] ?? getCountry(country)?.timezones[0] ?? null;
}

function zone(timezone: string, regions: string): [string, string][] {
  return regions.split(' ').map((region) => [region, timezone]);
}

const known = new Map<string, boolean>();

/** Whether `Intl` knows the zone. Remembered, since asking costs a formatter. */
function isTimezone(timezone: string): boolean {
  const answer = known.get(timezone);
  if (answer !== undefined) return answer;
  const exists = canFormat(timezone);
  if (known.size < 1000) known.set(timezone, exists);
  return exists;
}

function canFormat(timezone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}
