import { err, ok, type Result } from 'neverthrow';
import type { z } from 'zod';
import type { OneStockError } from '../errors.ts';
import type { Resource } from '../routes.ts';
import type { Call } from '../transport/call.ts';
import { readAnswer } from '../transport/read-answer.ts';
import { refusedByPolicy } from './check.ts';
import { deliveryPromiseBody, deliveryPromisesAnswer } from './delivery-promises.ts';
import { endpointsAnswer } from './endpoints.ts';
import type { Session } from './session.ts';

/** An id in OneStock's form (https://github.com/inviqa/onestock-api-client) that nothing has. */
const ID_OF_NOTHING = '0'.repeat(24);

interface Read {
  entityId?: string;
  body?: Record<string, unknown>;
  /** The form that the app relies on; given only where it is public. */
  form?: z.ZodType;
}

const nothing: Read = { entityId: ID_OF_NOTHING };
const whole: Read = {};

/**
 * A read of each resource that changes nothing at OneStock and brings little back: a short list, or a thing that does not exist.
 * `check` has a call of its own. `stock_export` is not read, since exporting resets the counters from which the next difference is made
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/357007377/Stock+queries).
 */
const READS = {
  orders: nothing,
  line_items: nothing,
  parcels: nothing,
  pieces: nothing,
  configurations: nothing,
  delivery_configs: whole,
  delivery_promises: {
    body: deliveryPromiseBody({
      lines: [{ itemId: ID_OF_NOTHING, quantity: 1 }],
      options: [{ deliveryMethod: ID_OF_NOTHING, kind: 'home', location: { country: 'FR' } }],
    }),
    form: deliveryPromisesAnswer,
  },
  items: { body: { fields: ['product_id'], pagination: { limit: 1 } } },
  translators: whole,
  requests: nothing,
  sales_channels: whole,
  webhooks: nothing,
  rulesets: whole,
  ruleset_chainings: whole,
  endpoints: { body: { fields: ['id'], pagination: { limit: 1, start: 0 } }, form: endpointsAnswer },
} satisfies Partial<Record<Resource, Read>>;

export type ProbedResource = keyof typeof READS;

/** The resources that can be tried without changing anything. */
export const PROBED_RESOURCES = Object.keys(READS) as ProbedResource[];

/**
 * Tries whether the API user may use a resource, by a read that changes nothing. To be asked once the credentials are proved: a refusal
 * of the token then speaks of the policy, and is `onestock_forbidden` too. That OneStock does not find the thing which does not exist
 * proves that it looked, and counts as success.
 */
export async function probeResource(
  session: Session,
  call: Pick<Call, 'connection' | 'deadline'>,
  resource: ProbedResource,
): Promise<Result<void, OneStockError>> {
  const { entityId, body = {}, form }: Read = READS[resource];
  const answer = await session.send({
    ...call,
    route: resource,
    entityId,
    method: 'GET',
    body,
    isProbe: true,
  });
  if (answer.isErr()) {
    return answer.error.code === 'onestock_not_found' ? ok() : err(refusedByPolicy(answer.error, resource));
  }
  return form ? readAnswer(answer.value, resource, form).map(() => undefined) : ok();
}
