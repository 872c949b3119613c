import { GraphQLError, type GraphQLResolveInfo, getDirectiveValues } from 'graphql';
import type { Call, Presented } from './call.ts';

/**
 * Mutations of the simulator that are refused without `@idempotent(key:)`, which the schema does not show
 * (https://shopify.dev/changelog/making-idempotency-mandatory-for-inventory-adjustments-and-refund-mutations).
 */
const mandatory = new Set(['refundCreate']);

/**
 * Runs a mutation once for each key: a repetition is answered what the first was
 * (https://shopify.dev/docs/api/usage/idempotent-requests). Without a key, mutations that need none run as often as they are called.
 * @throws {GraphQLError} BAD_REQUEST where a key must be and is not, in the words of live shops
 * (https://github.com/airhorns/shopify-draft-proxy); IDEMPOTENCY_KEY_PARAMETER_MISMATCH when the key came with other arguments before
 */
export function onceForEachKey(
  mutate: () => Presented,
  args: unknown,
  { store }: Call,
  info: GraphQLResolveInfo,
): Presented {
  const field = info.fieldNodes[0];
  const directive = info.schema.getDirective('idempotent');
  const given = field && directive ? getDirectiveValues(directive, field, info.variableValues) : undefined;
  const key = typeof given?.key === 'string' ? given.key.trim() : '';
  if (key === '') {
    if (!mandatory.has(info.fieldName)) return mutate();
    throw new GraphQLError('The @idempotent directive is required for this mutation but was not provided.', {
      extensions: { code: 'BAD_REQUEST' },
    });
  }
  const fingerprint = JSON.stringify([info.fieldName, args]);
  const known = store.idempotentCalls.get(key);
  if (known && known.fingerprint !== fingerprint) {
    throw new GraphQLError('The idempotency key was used with other parameters.', {
      extensions: { code: 'IDEMPOTENCY_KEY_PARAMETER_MISMATCH' },
    });
  }
  const answer = known?.answer ?? mutate();
  store.idempotentCalls.set(key, { fingerprint, answer });
  return answer;
}
