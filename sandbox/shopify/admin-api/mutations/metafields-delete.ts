import type { Call, Presented } from '../call.ts';
import { canonicalNamespace } from '../metafield-owners.ts';
import { checkWriteScope } from './metafields-set.ts';

interface Identifier {
  ownerId: string;
  namespace: string;
  key: string;
}

/**
 * Deletes what is there; what is not shows as null
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldsDelete).
 */
export function metafieldsDelete(
  { metafields: identifiers }: { metafields: Identifier[] },
  call: Call,
): Presented {
  for (const { ownerId } of identifiers) checkWriteScope('metafieldsDelete', ownerId, call);
  const deletedMetafields = identifiers.map(({ ownerId, namespace, key }) => {
    const stored = canonicalNamespace(namespace);
    return call.store.metafields.remove(ownerId, stored, key) ? { ownerId, namespace: stored, key } : null;
  });
  return { deletedMetafields, userErrors: [] };
}
