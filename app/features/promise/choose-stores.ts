import type { Store } from '#app/features/connection/index.ts';
import type { StoreChoice } from '#app/features/delivery-options/index.ts';
import { postalPrefix } from './fingerprint.ts';
import type { Place } from './rate-request.ts';

const EARTH_RADIUS_KM = 6371;

/**
 * The stores that a collect option offers at `destination`, nearest first; no call is made. With the payload's coordinates the distance
 * decides. Without them the stores of the same postal area come first, then those of the same city; where the address names neither, those
 * of the country. Stores of another country are offered only by distance or by a chosen list.
 */
export function chooseStores(choice: StoreChoice, stores: readonly Store[], destination: Place): Store[] {
  if (choice.mode === 'list') {
    const byId = new Map(stores.map((store) => [store.endpointId, store]));
    return choice.endpointIds.flatMap((id) => byId.get(id) ?? []);
  }
  const { latitude, longitude } = destination;
  const near =
    latitude !== null && longitude !== null
      ? byDistance(stores, latitude, longitude, choice.radiusKm)
      : byArea(stores, destination);
  return near.slice(0, choice.limit);
}

function byDistance(
  stores: readonly Store[],
  latitude: number,
  longitude: number,
  radiusKm: number,
): Store[] {
  return stores
    .flatMap((store) =>
      store.latitude === null || store.longitude === null
        ? []
        : [{ store, km: distanceKm(latitude, longitude, store.latitude, store.longitude) }],
    )
    .filter(({ km }) => km <= radiusKm)
    .sort((a, b) => a.km - b.km || compareIds(a.store, b.store))
    .map(({ store }) => store);
}

function byArea(stores: readonly Store[], { country, zip, city }: Place): Store[] {
  const prefix = postalPrefix(country, zip);
  const plainCity = plain(city);
  const rank = (store: Store): number => {
    if (store.country !== country) return 0;
    if (!prefix && !plainCity) return 1;
    if (prefix && postalPrefix(country, store.zipCode) === prefix) return 2;
    return plainCity && plain(store.city) === plainCity ? 1 : 0;
  };
  return stores.filter((store) => rank(store) > 0).sort((a, b) => rank(b) - rank(a) || compareIds(a, b));
}

/** `Orléans` and `ORLEANS` are one city. */
function plain(name: string | null): string {
  return (name ?? '').normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/** Great-circle distance by the haversine formula, degrees in, kilometres out. */
function distanceKm(latitude1: number, longitude1: number, latitude2: number, longitude2: number): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfLatitude = Math.sin(radians(latitude2 - latitude1) / 2);
  const halfLongitude = Math.sin(radians(longitude2 - longitude1) / 2);
  const chord =
    halfLatitude ** 2 + Math.cos(radians(latitude1)) * Math.cos(radians(latitude2)) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
}

function compareIds(a: Store, b: Store): number {
  return a.endpointId < b.endpointId ? -1 : 1;
}
