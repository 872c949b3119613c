import type { MetafieldDefinition } from '../../store/types.ts';
import { allowsAny } from '../../tokens/access-tokens.ts';
import { accessDenied } from '../access.ts';
import { type Call, notModelled, type Presented } from '../call.ts';
import { canonicalNamespace, isAppOwned, ownerTypes } from '../metafield-owners.ts';
import { presentDefinition } from '../present/metafield.ts';
import { isModelledType } from './metafield-values.ts';

interface DefinitionInput {
  name: string;
  namespace?: string | null;
  key: string;
  ownerType: string;
  type: string;
  description?: string | null;
  access?: { admin?: string | null } | null;
  capabilities?: Record<string, { enabled: boolean } | null> | null;
  [other: string]: unknown;
}

const modelledFields = new Set(
  'name namespace key ownerType type description access capabilities pin useAsCollectionCondition'.split(' '),
);
const modelledCapabilities = new Set(['adminFilterable', 'cartToOrderCopyable']);
/** https://shopify.dev/docs/apps/build/metafields/metafield-limits */
const mostPerOwnerType = 256;

/**
 * Creates a definition (https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldDefinitionCreate); words
 * of the refusals as recorded from live shops by https://github.com/airhorns/shopify-draft-proxy.
 */
export function metafieldDefinitionCreate(
  { definition: input }: { definition: DefinitionInput },
  call: Call,
): Presented {
  refuseUnmodelled(input);
  checkScope(input.ownerType, call);
  const { store } = call;
  const namespace = canonicalNamespace(input.namespace);
  const userErrors = problemsOf(input, namespace, call);
  if (userErrors.length > 0) return { createdDefinition: null, userErrors };
  const created: MetafieldDefinition = {
    id: store.nextId('MetafieldDefinition'),
    ownerType: input.ownerType,
    namespace,
    key: input.key,
    name: input.name,
    description: input.description ?? null,
    type: input.type,
    cartToOrderCopyable: input.capabilities?.cartToOrderCopyable?.enabled ?? false,
    adminFilterable: input.capabilities?.adminFilterable?.enabled ?? false,
  };
  store.metafields.definitions.push(created);
  return { createdDefinition: presentDefinition(created), userErrors: [] };
}

function refuseUnmodelled({
  pin,
  useAsCollectionCondition,
  type,
  ownerType,
  ...input
}: DefinitionInput): void {
  if (pin || useAsCollectionCondition) throw notModelled('pinned definitions and collection conditions');
  for (const field of Object.keys(input)) {
    if (!modelledFields.has(field)) throw notModelled(`the field ${field} of metafield definitions`);
  }
  for (const capability of Object.keys(input.capabilities ?? {})) {
    if (!modelledCapabilities.has(capability)) throw notModelled(`the metafield capability ${capability}`);
  }
  if (!isModelledType(type)) throw notModelled(`metafields of type ${type}`);
  if (![...ownerTypes.values()].some((owner) => owner.ownerType === ownerType)) {
    throw notModelled(`metafields of ${ownerType}`);
  }
}

/** Definitions take the write scope of what they define metafields of. Inferred from the rule for values. */
function checkScope(ownerType: string, { grant }: Call): void {
  const scope = [...ownerTypes.values()].find((owner) => owner.ownerType === ownerType)?.writeScope ?? null;
  if (scope === null || allowsAny(grant, [scope])) return;
  throw accessDenied('metafieldDefinitionCreate', `\`${scope}\` access scope.`);
}

function problemsOf(input: DefinitionInput, namespace: string, { store }: Call): Presented[] {
  const { key, ownerType, access, capabilities } = input;
  const { definitions } = store.metafields;
  const problems: Presented[] = [
    ...problemsOfPlace('namespace', namespace, 3, 255),
    ...problemsOfPlace('key', key, 2, 64),
  ];
  if (input.name.trim() === '') problems.push(userError('name', 'BLANK', "Name can't be blank"));
  if (access?.admin != null && !isAppOwned(namespace)) {
    const message = 'Setting this access control is not permitted. It must be one of ["public_read_write"].';
    problems.push(userError('access', 'ADMIN_ACCESS_INPUT_NOT_ALLOWED', message));
  }
  if (capabilities?.cartToOrderCopyable?.enabled && ownerType !== 'ORDER') {
    const message = 'The capability cart_to_order_copyable is not valid for this definition.';
    problems.push(userError('capabilities', 'INVALID_CAPABILITY', message));
  }
  if (store.metafields.definitionOf(ownerType, namespace, key)) {
    const owner = ownerType.charAt(0) + ownerType.slice(1).toLowerCase();
    const message = `Key is in use for ${owner} metafields on the '${namespace}' namespace.`;
    problems.push(userError('key', 'TAKEN', message));
  }
  if (definitions.filter((known) => known.ownerType === ownerType).length >= mostPerOwnerType) {
    const message = `Stores can only have ${mostPerOwnerType} definitions for each store resource.`;
    problems.push(userError('', 'RESOURCE_TYPE_LIMIT_EXCEEDED', message));
  }
  return problems;
}

function problemsOfPlace(field: 'namespace' | 'key', text: string, least: number, most: number): Presented[] {
  const name = field === 'key' ? 'Key' : 'Namespace';
  if (text.length < least) {
    return [userError(field, 'TOO_SHORT', `${name} is too short (minimum is ${least} characters)`)];
  }
  if (text.length > most) {
    return [userError(field, 'TOO_LONG', `${name} is too long (maximum is ${most} characters)`)];
  }
  if (/^[\w-]+$/.test(text)) return [];
  const message = `${name} contains one or more invalid characters.`;
  return [userError(field, 'INVALID_CHARACTER', message)];
}

function userError(field: string, code: string, message: string): Presented {
  const path = field === '' ? ['definition'] : ['definition', field];
  return { field: path, code, message, elementIndex: null, elementKey: null };
}
