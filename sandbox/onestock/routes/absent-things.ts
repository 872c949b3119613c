import { type Answer, refuseEntity } from '../answer.ts';
import type { Call } from '../call.ts';

/**
 * Reads of one thing of a kind that this site keeps none of, with the name of the entity in its refusals. Only the names of the resources are
 * public; that they can be read so is inferred.
 */
export const absentThings: Readonly<Record<string, string>> = {
  pieces: 'piece',
  configurations: 'configuration',
  requests: 'request',
};

/** `GET /<name>/{id}`: a 404 that names the entity. */
export function answerAbsentThing(entity: string): (call: Call) => Answer {
  return ({ segments: [, id = ''] }) => refuseEntity(404, 'not_found', entity, id);
}
