import { kindOf } from '../../store/ids.ts';
import { touchOrder } from '../../store/touch-order.ts';
import { allowsAny } from '../../tokens/access-tokens.ts';
import { accessDenied } from '../access.ts';
import { type Call, notModelled, type Presented } from '../call.ts';
import { canonicalNamespace, ownerExists, ownerTypes } from '../metafield-owners.ts';
import { presentMetafield } from '../present/metafield.ts';
import { isModelledType, problemOfValue, storedValue } from './metafield-values.ts';

interface MetafieldInput {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  /** Null: must not exist. Absent: anything goes. */
  compareDigest?: string | null;
}

const mostAtOnce = 25;

/**
 * Sets all of the metafields, or none: at most 25, each under the condition of its `compareDigest`
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldsSet). Which code each refusal has, and its
 * words, are those that live shops gave to https://github.com/airhorns/shopify-draft-proxy
 * (docs/endpoints/metafields.md).
 */
export function metafieldsSet(
  { metafields: inputs }: { metafields: MetafieldInput[] },
  call: Call,
): Presented {
  if (inputs.length > mostAtOnce) {
    const message = `Exceeded the maximum metafields input limit of ${mostAtOnce}.`;
    const userErrors = [userError(['metafields'], 'LESS_THAN_OR_EQUAL_TO', message)];
    return { metafields: null, userErrors };
  }
  for (const input of inputs) checkWriteScope('metafieldsSet', input.ownerId, call);
  const userErrors = inputs.flatMap((input, at) => problemsOf(input, at, call));
  if (userErrors.length > 0) return { metafields: [], userErrors };
  const written = inputs.map(({ ownerId, namespace, key, type, value }) => {
    const stored = canonicalNamespace(namespace);
    const actualType = typeOf(ownerId, stored, key, call) ?? type ?? '';
    return call.store.metafields.write({
      ownerId,
      namespace: stored,
      key,
      type: actualType,
      value: storedValue(actualType, value),
    });
  });
  if (call.settings.metafieldsUpdateOrders) {
    for (const ownerId of new Set(written.map((metafield) => metafield.ownerId))) {
      const order = call.store.orders.get(ownerId);
      if (order) touchOrder(call.store, order);
    }
  }
  return { metafields: written.map((metafield) => presentMetafield(metafield, call)), userErrors: [] };
}

/** That a missing scope refuses the whole call is inferred. */
export function checkWriteScope(mutation: string, ownerId: string, { grant }: Call): void {
  const kind = kindOf(ownerId) ?? ownerId;
  const owner = ownerTypes.get(kind);
  if (!owner) throw notModelled(`metafields of ${kind}`);
  if (owner.writeScope !== null && !allowsAny(grant, [owner.writeScope])) {
    throw accessDenied(mutation, `\`${owner.writeScope}\` access scope.`);
  }
}

function problemsOf(input: MetafieldInput, at: number, call: Call): Presented[] {
  const { ownerId, key, value } = input;
  const namespace = canonicalNamespace(input.namespace);
  const row = ['metafields', String(at)];
  if (!ownerExists(call.store, ownerId)) {
    return [userError([...row, 'ownerId'], 'INVALID', 'Owner does not exist.')];
  }
  const problems = [
    problemOfLength(row, 'namespace', namespace, 3, 255),
    problemOfLength(row, 'key', key, 2, 64),
  ];
  const stale = problemOfDigest(input, namespace, call);
  problems.push(stale && userError(row, stale.code, stale.message));
  const defined = typeOf(ownerId, namespace, key, call);
  const type = defined ?? input.type ?? null;
  if (type === null) {
    problems.push(userError([...row, 'type'], 'BLANK', "Type can't be blank"));
  } else if (defined !== null && input.type != null && input.type !== defined) {
    const message = `Type must be consistent with the definition's type: '${defined}'.`;
    problems.push(userError([...row, 'type'], 'INVALID_TYPE', message));
  } else {
    if (!isModelledType(type)) throw notModelled(`metafields of type ${type}`);
    const wrong = problemOfValue(type, value);
    problems.push(wrong && userError([...row, 'value'], wrong.code, wrong.message));
  }
  return problems.filter((problem) => problem !== null);
}

function problemOfLength(
  row: string[],
  field: 'namespace' | 'key',
  text: string,
  least: number,
  most: number,
) {
  const name = field === 'key' ? 'Key' : 'Namespace';
  if (text.length < least) {
    return userError([...row, field], 'TOO_SHORT', `${name} is too short (minimum is ${least} characters)`);
  }
  if (text.length <= most) return null;
  return userError([...row, field], 'TOO_LONG', `${name} is too long (maximum is ${most} characters)`);
}

/**
 * A digest for a metafield that is not there is invalid; one of another version, or none where there is one, is
 * stale.
 */
function problemOfDigest(input: MetafieldInput, namespace: string, { store }: Call) {
  if (!('compareDigest' in input)) return null;
  const current = store.metafields.find(input.ownerId, namespace, input.key);
  if ((input.compareDigest ?? null) === (current?.compareDigest ?? null)) return null;
  if (!current) return { code: 'INVALID_COMPARE_DIGEST', message: 'Invalid `compareDigest` value.' };
  const message =
    'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.';
  return { code: 'STALE_OBJECT', message };
}

/** The type that the definition prescribes, if there is one. */
function typeOf(ownerId: string, namespace: string, key: string, { store }: Call): string | null {
  const ownerType = ownerTypes.get(kindOf(ownerId) ?? '')?.ownerType ?? '';
  return store.metafields.definitionOf(ownerType, namespace, key)?.type ?? null;
}

function userError(field: string[], code: string, message: string): Presented {
  return { field, code, message, elementIndex: null };
}
