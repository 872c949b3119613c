import { GraphQLError, type GraphQLResolveInfo, getNamedType } from 'graphql';
import { allowsAny, type Grant } from '../tokens/access-tokens.ts';

/** What Shopify publishes about the access that a type or a field requires. */
export interface PublishedAccess {
  typeName: string;
  /** Absent in the entry of a type. */
  fieldName?: string;
  /** In words, as an ACCESS_DENIED error repeats it. */
  requiredAccess: string;
  /** An app needs one of these; none when the field is free. */
  offlineScopes: string[];
}

export type RequiredAccess = Pick<PublishedAccess, 'requiredAccess' | 'offlineScopes'>;

export interface AccessRules {
  /** What asking for a field of that type requires; null when it is free. */
  of(typeName: string, fieldName?: string): RequiredAccess | null;
  /** Every scope that is named anywhere. */
  readonly scopes: string[];
}

/**
 * Where the published list is not what happens. Fulfillment orders that a token may not see are left out, not refused
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/FulfillmentOrder). Of carrier services the list of
 * scopes holds one of the three families that the words name.
 */
const corrections = new Map<string, string[]>([
  ['FulfillmentOrder', []],
  ['QueryRoot.fulfillmentOrders', []],
  ['DeliveryCarrierService', ['read_orders', 'read_shipping', 'read_markets']],
  // "Both `read_markets` as well as `write_markets`", of which the list takes either.
  ['Mutation.marketUpdate', ['write_markets']],
]);

/**
 * What the published list leaves out. Delivery profiles take a shipping scope, as their items say
 * (https://shopify.dev/docs/api/admin-graphql/2024-01/objects/DeliveryProfileItem); that changing them takes the write scope is inferred.
 */
const unpublished: PublishedAccess[] = [
  {
    typeName: 'DeliveryProfile',
    requiredAccess: 'Any of `shipping` access scopes or `manage_delivery_settings` user permission.',
    offlineScopes: ['read_shipping'],
  },
  {
    typeName: 'Mutation',
    fieldName: 'deliveryProfileUpdate',
    requiredAccess: '`write_shipping` access scope.',
    offlineScopes: ['write_shipping'],
  },
];

export function createAccessRules(published: PublishedAccess[]): AccessRules {
  const rules = new Map<string, RequiredAccess>();
  for (const { typeName, fieldName, requiredAccess, offlineScopes } of [...published, ...unpublished]) {
    const name = fieldName === undefined ? typeName : `${typeName}.${fieldName}`;
    const scopes = corrections.get(name) ?? offlineScopes;
    if (scopes.length > 0) rules.set(name, { requiredAccess, offlineScopes: scopes });
  }
  return {
    of: (typeName, fieldName) =>
      rules.get(fieldName === undefined ? typeName : `${typeName}.${fieldName}`) ?? null,
    scopes: [...new Set(published.flatMap(({ offlineScopes }) => offlineScopes))].sort(),
  };
}

/**
 * Refuses a field that the token's scopes do not reach, by its own rule or that of the type it leads to
 * (https://shopify.dev/docs/api/usage/access-scopes).
 * @throws {GraphQLError} ACCESS_DENIED, in the words of https://github.com/Shopify/function-examples/issues/164
 */
export function checkAccess(rules: AccessRules, grant: Grant, info: GraphQLResolveInfo): void {
  const leadsTo = getNamedType(info.returnType).name.replace(/Connection$/, '');
  for (const rule of [rules.of(info.parentType.name, info.fieldName), rules.of(leadsTo)]) {
    if (rule && !allowsAny(grant, rule.offlineScopes))
      throw accessDenied(info.fieldName, rule.requiredAccess);
  }
}

export function accessDenied(fieldName: string, requiredAccess: string): GraphQLError {
  return new GraphQLError(`Access denied for ${fieldName} field. Required access: ${requiredAccess}`, {
    extensions: {
      code: 'ACCESS_DENIED',
      documentation: 'https://shopify.dev/api/usage/access-scopes',
      requiredAccess,
    },
  });
}
