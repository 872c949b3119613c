import { kindOf, numericId } from '../../store/ids.ts';
import type { Metafield, MetafieldDefinition } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { connection, type PageArguments } from '../connection.ts';
import { canonicalNamespace, ownerTypes } from '../metafield-owners.ts';
import { findNode } from './node.ts';
import { dateTime } from './values.ts';

/** The fields of everything that can have metafields. */
export function withMetafields(ownerId: string, call: Call): Presented {
  const { metafields } = call.store;
  return {
    metafield({ namespace, key }: { namespace?: string; key: string }) {
      const found = metafields.find(ownerId, canonicalNamespace(namespace), key);
      return found ? presentMetafield(found, call) : null;
    },
    metafields(args: PageArguments & { namespace?: string; keys?: string[] }) {
      const { namespace, keys } = args;
      const wanted = metafields
        .of(ownerId)
        .filter((each) => namespace == null || each.namespace === canonicalNamespace(namespace))
        .filter((each) => keys == null || keys.includes(`${each.namespace}.${each.key}`));
      return connection(wanted, args, (metafield) => presentMetafield(metafield, call));
    },
  };
}

export function presentMetafield(metafield: Metafield, call: Call): Presented {
  const { id, namespace, key, type, value, compareDigest, ownerId } = metafield;
  const ownerType = ownerTypes.get(kindOf(ownerId) ?? '')?.ownerType ?? '';
  return {
    __typename: 'Metafield',
    id,
    legacyResourceId: numericId(id),
    namespace,
    key,
    type,
    value,
    jsonValue: () => jsonValue(type, value),
    compareDigest,
    createdAt: dateTime(metafield.createdAt),
    updatedAt: dateTime(metafield.updatedAt),
    sizeInBytes: Buffer.byteLength(value),
    ownerType,
    owner: () => findNode(ownerId, call),
    definition() {
      const definition = call.store.metafields.definitionOf(ownerType, namespace, key);
      return definition ? presentDefinition(definition) : null;
    },
  };
}

/** https://shopify.dev/docs/apps/build/metafields/list-of-data-types */
function jsonValue(type: string, value: string): unknown {
  const isJson =
    type === 'json' || type === 'boolean' || type === 'number_integer' || type.startsWith('list.');
  return isJson ? JSON.parse(value) : value;
}

export function presentDefinition(definition: MetafieldDefinition): Presented {
  const { id, name, namespace, key, description, ownerType, type } = definition;
  return {
    __typename: 'MetafieldDefinition',
    id,
    name,
    namespace,
    key,
    description,
    ownerType,
    type: { name: type },
    pinnedPosition: null,
    capabilities: {
      adminFilterable: { enabled: definition.adminFilterable },
      cartToOrderCopyable: { enabled: definition.cartToOrderCopyable },
    },
  };
}
