import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import { type OneStockError, oneStockError } from '../errors.ts';
import type { Call } from '../transport/call.ts';
import { identifier, laxBoolean, laxNumber, laxText } from '../transport/lax.ts';
import { readAnswer } from '../transport/read-answer.ts';
import type { Session } from './session.ts';

/** A place that holds stock: a store or a warehouse. */
export interface Endpoint {
  id: string;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  zipCode?: string;
  city?: string;
  lines?: string[];
  latitude?: number;
  longitude?: number;
  /** IANA name. */
  timezone?: string;
  /** Shoppers can collect orders here. */
  collects: boolean;
  open: boolean;
  isStore: boolean;
}

const PAGE_SIZE = 100;
/** Far above any site; ends a reading that would otherwise go on for ever. */
const MOST_ENDPOINTS = 20_000;
const FIELDS = ['id', 'name', 'timezone', 'open', 'modules', 'address', 'classification'];

/** The shape of an endpoint in v3 and v4 (https://github.com/mbousquet-onestock). */
const endpoint = z
  .object({
    id: identifier,
    name: laxText,
    timezone: laxText,
    open: laxBoolean,
    modules: z.object({ ckc: laxBoolean }).optional().catch(undefined),
    address: z
      .object({
        lines: z.array(z.string()).optional().catch(undefined),
        city: laxText,
        zip_code: laxText,
        regions: z
          .object({ country: z.object({ code: laxText }) })
          .optional()
          .catch(undefined),
        coordinates: z.object({ lat: laxNumber, lon: laxNumber }).optional().catch(undefined),
      })
      .optional()
      .catch(undefined),
    classification: z
      .object({ endpoint_type: z.array(z.string()).optional().catch(undefined) })
      .optional()
      .catch(undefined),
  })
  .transform(
    ({ id, name, timezone, open, modules, address, classification }): Endpoint => ({
      id,
      name: name ?? id,
      country: address?.regions?.country.code,
      zipCode: address?.zip_code,
      city: address?.city,
      lines: address?.lines,
      latitude: address?.coordinates?.lat,
      longitude: address?.coordinates?.lon,
      timezone,
      collects: modules?.ckc ?? false,
      open: open ?? true,
      isStore: classification?.endpoint_type?.includes('store') ?? false,
    }),
  );

/** `{endpoints: […]}`, one page of them. */
export const endpointsAnswer = z
  .object({ endpoints: z.array(endpoint) })
  .transform(({ endpoints }) => endpoints);

/**
 * Reads every page. A short page does not end the reading, since a site may grant smaller pages than asked for: only
 * a page that brings nothing new does. This also holds where `start` is ignored.
 */
export async function readAllEndpoints(
  session: Session,
  call: Omit<Call, 'route' | 'method' | 'body'>,
): Promise<Result<Endpoint[], OneStockError>> {
  const found = new Map<string, Endpoint>();
  for (let start = 0; ; ) {
    const page = await readEndpointsPage(session, call, start);
    if (page.isErr()) return err(page.error);
    const knownBefore = found.size;
    for (const one of page.value) found.set(one.id, one);
    if (found.size === knownBefore) return ok([...found.values()]);
    start += page.value.length;
  }
}

/** Reads the page that begins at the endpoint of this number, from 0. */
export async function readEndpointsPage(
  session: Session,
  call: Omit<Call, 'route' | 'method' | 'body'>,
  start: number,
): Promise<Result<Endpoint[], OneStockError>> {
  if (start >= MOST_ENDPOINTS) return err(oneStockError('onestock_unreadable', 'endpoints'));
  const body = { fields: FIELDS, pagination: { limit: PAGE_SIZE, start } };
  const answer = await session.send({ ...call, route: 'endpoints', method: 'GET', body });
  return answer.andThen((accepted) => readAnswer(accepted, 'endpoints', endpointsAnswer));
}
