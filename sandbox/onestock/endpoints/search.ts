import { z } from 'zod';
import type { EndpointRecord } from '../data/endpoint-record.ts';

/** The filters of `GET /endpoints`; all that are given must match. */
export const endpointFilterSchema = z.object({
  endpoint_ids: z.array(z.string()).optional(),
  address: z
    .object({
      city: z.string().optional(),
      zip_code: z.string().optional(),
      regions: z.object({ country: z.object({ code: z.string() }) }).optional(),
    })
    .optional(),
  classification: z.array(z.object({ endpoint_type: z.array(z.array(z.string())) })).optional(),
  modules: z.object({ ckc: z.boolean().optional() }).optional(),
  open: z.boolean().optional(),
  near: z
    .object({
      endpoint_id: z.string().optional(),
      centre_coordinates: z.object({ lat: z.number(), lon: z.number() }).optional(),
      /** Metres. */
      distance: z.number().positive().optional(),
      limit: z.int().positive().optional(),
    })
    .optional(),
});

export type EndpointFilter = z.infer<typeof endpointFilterSchema>;

/** The endpoints that match, nearest first when `near` names a centre. */
export function searchEndpoints(
  records: readonly EndpointRecord[],
  filter: EndpointFilter,
): EndpointRecord[] {
  const matching = records.filter((record) => matches(record, filter));
  const centre = centreOf(records, filter.near);
  if (!filter.near || !centre) return matching;
  const { distance = Number.POSITIVE_INFINITY, limit } = filter.near;
  return matching
    .map((record) => ({ record, metres: metresBetween(centre, record) }))
    .filter(({ metres }) => metres <= distance)
    .sort((one, other) => one.metres - other.metres)
    .slice(0, limit)
    .map(({ record }) => record);
}

function matches(record: EndpointRecord, filter: EndpointFilter): boolean {
  const { endpoint_ids, address, classification, modules, open } = filter;
  const types = classification?.flatMap(({ endpoint_type }) => endpoint_type.flat());
  const country = address?.regions?.country.code;
  return (
    (!endpoint_ids || endpoint_ids.includes(record.id)) &&
    (!address?.city || address.city.toLowerCase() === record.city.toLowerCase()) &&
    (!address?.zip_code || address.zip_code === record.zipCode) &&
    (!country || country === record.country.code) &&
    (!types || types.includes(record.kind)) &&
    (modules?.ckc === undefined || modules.ckc === (record.kind === 'store')) &&
    open !== false
  );
}

interface Coordinates {
  latitude: number;
  longitude: number;
}

function centreOf(records: readonly EndpointRecord[], near: EndpointFilter['near']): Coordinates | undefined {
  if (near?.endpoint_id) return records.find(({ id }) => id === near.endpoint_id);
  if (!near?.centre_coordinates) return undefined;
  return { latitude: near.centre_coordinates.lat, longitude: near.centre_coordinates.lon };
}

/** Great-circle distance, by the haversine formula. */
function metresBetween(from: Coordinates, to: Coordinates): number {
  const earthRadiusMetres = 6_371_000;
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const halfLatitude = Math.sin(radians(to.latitude - from.latitude) / 2);
  const halfLongitude = Math.sin(radians(to.longitude - from.longitude) / 2);
  const parallels = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude));
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(halfLatitude ** 2 + parallels * halfLongitude ** 2));
}
