import { z } from 'zod';
import { identifier, laxText, underName } from './lax.ts';
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
  return underName(route, z.array(namedThing));
}
