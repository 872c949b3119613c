import { z } from 'zod';
import { type Answer, refuseEntity, success } from '../answer.ts';
import type { Call } from '../call.ts';
import { renderParcel } from '../orders/render.ts';
import type { Site } from '../site.ts';
import { fieldsSchema, pickFields, refuseParameters, wrapped } from './parameters.ts';

const fieldsOnlySchema = z.object({ fields: fieldsSchema });

/** `GET /parcels/{id}`: public code under https://github.com/mbousquet-onestock */
export function answerParcel({ body, segments: [, id = ''] }: Call, { orders, control }: Site): Answer {
  const asked = fieldsOnlySchema.safeParse(body);
  if (!asked.success) return refuseParameters(asked.error);
  const found = orders.findParcel(id);
  if (!found) return refuseEntity(404, 'not_found', 'parcel', id);
  const { settings } = control;
  const parcel = renderParcel(found.order, found.parcel, settings);
  return success(wrapped(pickFields(parcel, asked.data.fields), 'parcel', settings));
}
