import { z } from 'zod';
import { type Answer, refuseEntity, success } from '../answer.ts';
import type { Call } from '../call.ts';
import { endpointsOf } from '../data/endpoints.ts';
import { renderEndpoint } from '../endpoints/render.ts';
import { endpointFilterSchema, searchEndpoints } from '../endpoints/search.ts';
import type { Site } from '../site.ts';
import { fieldsSchema, paginationSchema, pickFields, refuseParameters } from './parameters.ts';

const fieldsOnlySchema = z.object({ fields: fieldsSchema });
const searchSchema = endpointFilterSchema.extend({ fields: fieldsSchema, pagination: paginationSchema });

/**
 * `GET /endpoints`: the stores and warehouses that match, a page at a time.
 * Filters and shape: public code under https://github.com/mbousquet-onestock
 */
export function answerEndpoints({ body }: Call, { control }: Site): Answer {
  const search = searchSchema.safeParse(body);
  if (!search.success) return refuseParameters(search.error);
  const { fields, pagination, ...filter } = search.data;
  const found = searchEndpoints(endpointsOf(control.settings.listSizes.endpoints), filter);
  const page = found.slice(pagination.start, pagination.start + pagination.limit);
  return success({ endpoints: page.map((record) => pickFields(renderEndpoint(record), fields)) });
}

/** `GET /endpoints/{id}`. Inferred: the endpoint stands at the root of the answer, as an order does. */
export function answerEndpoint({ body, segments: [, id = ''] }: Call, { control }: Site): Answer {
  const asked = fieldsOnlySchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const endpoints = endpointsOf(control.settings.listSizes.endpoints);
  const record = endpoints.find((endpoint) => endpoint.id === id);
  if (!record) return refuseEntity(404, 'not_found', 'endpoint', id);
  return success(pickFields(renderEndpoint(record), asked.data.fields));
}
