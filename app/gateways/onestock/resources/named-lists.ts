import type { Result } from 'neverthrow';
import { z } from 'zod';
import type { OneStockError } from '../errors.ts';
import type { Call } from '../transport/call.ts';
import { identifier, laxText, underName } from '../transport/lax.ts';
import { readAnswer } from '../transport/read-answer.ts';
import type { Session } from './session.ts';

export interface NamedThing {
  id: string;
  name: string;
}

/** The routes that list things by id and name. */
export type ListRoute = 'delivery_configs' | 'sales_channels' | 'ruleset_chainings';

const namedThing = z
  .object({ id: identifier, name: laxText })
  .transform(({ id, name }): NamedThing => ({ id, name: name ?? id }));

/**
 * Inferred: only the names of these resources are public, not their answers. Expected is `{<route>: [{id, name}]}`,
 * by the pattern of `endpoints` and `items`; a list at the root is taken too, as other routes answer in both forms.
 */
function namedThingsAnswer(route: ListRoute): z.ZodType<NamedThing[]> {
  return underName(route, z.array(namedThing));
}

/** Lists what stands under a route. */
export async function listNamedThings(
  session: Session,
  call: Pick<Call, 'connection' | 'deadline'>,
  route: ListRoute,
): Promise<Result<NamedThing[], OneStockError>> {
  const answer = await session.send({ ...call, route, method: 'GET', body: {} });
  return answer.andThen((accepted) => readAnswer(accepted, route, namedThingsAnswer(route)));
}
