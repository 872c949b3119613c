import type { PostalAddress } from '../../store/types.ts';

/** An address that a button fills in. */
export interface Place {
  key: string;
  name: string;
  address: PostalAddress & { zip: string };
}

function place(
  key: string,
  name: string,
  country: string,
  zip: string,
  address: Omit<PostalAddress, 'country' | 'zip'>,
): Place {
  return { key, name, address: { country, zip, city: name, ...address } };
}

/** Public buildings: real addresses, and nobody's home. */
export const places: readonly Place[] = [
  place('paris', 'Paris', 'FR', '75004', {
    address1: 'Place de l’Hôtel de Ville',
    latitude: 48.8566,
    longitude: 2.3522,
  }),
  place('toulouse', 'Toulouse', 'FR', '31000', {
    address1: '1 place du Capitole',
    latitude: 43.6045,
    longitude: 1.4442,
  }),
  place('lyon', 'Lyon', 'FR', '69001', {
    address1: '1 place de la Comédie',
    latitude: 45.7675,
    longitude: 4.8357,
  }),
  place('london', 'London', 'GB', 'WC2N 5DN', {
    address1: 'Trafalgar Square',
    latitude: 51.5089,
    longitude: -0.1283,
  }),
  place('berlin', 'Berlin', 'DE', '10178', {
    address1: 'Rathausstraße 15',
    latitude: 52.5186,
    longitude: 13.4083,
  }),
  place('madrid', 'Madrid', 'ES', '28014', {
    address1: 'Plaza de Cibeles 1',
    latitude: 40.4189,
    longitude: -3.6919,
  }),
  place('milan', 'Milano', 'IT', '20121', {
    address1: 'Piazza della Scala 2',
    latitude: 45.4669,
    longitude: 9.1905,
  }),
  place('amsterdam', 'Amsterdam', 'NL', '1012 RJ', {
    address1: 'Dam 1',
    latitude: 52.3731,
    longitude: 4.8926,
  }),
  place('new-york', 'New York', 'US', '10007', {
    address1: 'City Hall Park',
    province: 'NY',
    latitude: 40.7128,
    longitude: -74.006,
  }),
];

/** Where a postal code of ours is. Shopify places any address on the map; the sandbox knows only these. */
export function coordinatesOf({
  country,
  zip,
}: PostalAddress): Pick<PostalAddress, 'latitude' | 'longitude'> {
  const known = places.find(({ address }) => address.country === country && address.zip === zip);
  return { latitude: known?.address.latitude ?? null, longitude: known?.address.longitude ?? null };
}

/** What the address form offers: where the demo shop delivers, and a few countries where it does not. */
export const countries = ['FR', 'GB', 'DE', 'ES', 'IT', 'NL', 'US', 'BE', 'CH', 'AT', 'PT', 'IE', 'CA', 'JP'];
