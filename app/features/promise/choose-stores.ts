import type { StoreChoice } from '#app/features/delivery-options/index.ts';
import type { Store } from '#app/features/onestock-account/index.ts';
import { type Coordinates, coordinatesOf } from './coordinates.ts';
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
  const here = coordinatesOf(destination);
  const near = here ? byDistance(stores, here, choice.radiusKm) : byArea(stores, destination);
  return near.slice(0, choice.limit);
}

function byDistance(stores: readonly Store[], here: Coordinates, radiusKm: number): Store[] {
  return stores
    .flatMap((store) => {
      const there = coordinatesOf(store);
      return there ? [{ store, km: distanceKm(here, there) }] : [];
    })
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
function distanceKm(here: Coordinates, there: Coordinates): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfLatitude = Math.sin(radians(there.latitude - here.latitude) / 2);
  const halfLongitude = Math.sin(radians(there.longitude - here.longitude) / 2);
  const chord =
    halfLatitude ** 2 +
    Math.cos(radians(here.latitude)) * Math.cos(radians(there.latitude)) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
}

function compareIds(a: Store, b: Store): number {
  return a.endpointId < b.endpointId ? -1 : 1;
}
