import { type Answer, refuseEntity } from '../answer.ts';
import type { Call } from '../call.ts';

/**
 * Reads of one thing of a kind that this site keeps none of, with the name of the entity in its refusals. Orders and parcels are read so by
 * https://github.com/OneStock-Retail/onestock-magento-connector and https://github.com/mbousquet-onestock; of the others only the names of
 * the resources are public, and that they can be read so is inferred.
 */
export const absentThings: Readonly<Record<string, string>> = {
  orders: 'order',
  parcels: 'parcel',
  line_items: 'line_item',
  pieces: 'piece',
  configurations: 'configuration',
  requests: 'request',
  webhooks: 'webhook',
};

/** `GET /<name>/{id}`: a 404 that names the entity. */
export function answerAbsentThing(entity: string): (call: Call) => Answer {
  return ({ segments: [, id = ''] }) => refuseEntity(404, 'not_found', entity, id);
}
