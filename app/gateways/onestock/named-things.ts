import { z } from 'zod';
import { identifier, laxText } from './lax.ts';
import type { NamedThing } from './types.ts';

/** The routes that list things by id and name. */
export type ListRoute = 'delivery_configs' | 'sales_channels' | 'ruleset_chainings';

const namedThing = z
  .object({ id: identifier, name: laxText })
  .transform(({ id, name }): NamedThing => ({ id, name: name ?? id }));

/**
 * Inferred: only the names of these resources are public, not their answers. Expected is `{<route>: [{id, name}]}`,
 * by the pattern of `endpoints` and `items`; a list at the root is taken too, as other routes answer in both forms.
 */
export function namedThingsAnswer(route: ListRoute): z.ZodType<NamedThing[]> {
  const list = z.array(namedThing);
  return z.preprocess((json) => {
    const isObject = typeof json === 'object' && json !== null;
    return isObject && route in json ? (json as Record<string, unknown>)[route] : json;
  }, list);
}
