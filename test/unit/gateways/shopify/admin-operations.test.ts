import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { getNamedType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SCOPES } from '#app/platform/config/index.ts';
import {
  type AdminDocument,
  loadAdminDocuments,
  loadAdminSchema,
  type ScopeRequirement,
} from '../../../../scripts/admin-schema.ts';

const { schema, scopes } = await loadAdminSchema();
const documents = await loadAdminDocuments();
const granted = withReadScopes(DEFAULT_SCOPES);
/** What the merchant grants for market-driven shipping, which the feature checks before it asks for any of these. */
const grantedForMarkets = withReadScopes([...DEFAULT_SCOPES, 'write_markets']);
const ON_MARKETS = ['MARKETS', 'MARKET_SHIPPING', 'MARKET_UPDATE'];
const requirements = Map.groupBy(scopes, ({ typeName, fieldName }) => place(typeName, fieldName));

describe('the operations on the Admin API', () => {
  // In a process of its own: here, Vite and Node would each load a copy of graphql, which refuses the other's schema.
  test('are all accepted by Shopify’s schema, and the committed types are made from them', async () => {
    const check = promisify(execFile)(process.execPath, ['scripts/generate-admin-types.ts', '--check']);
    await expect(check).resolves.toMatchObject({ stderr: '' });
  });

  test('are found', () => {
    expect(documents.map(({ name }) => name)).toContain('ORDER');
  });

  test.each(documents.map((document) => [document.name, document] as const))(
    '%s needs no scope that the app does not ask for',
    (name, document) => {
      const held = ON_MARKETS.includes(name) ? grantedForMarkets : granted;
      const missing = placesRead(document)
        .flatMap((read) => requirements.get(read) ?? [])
        .filter((requirement) => !isGranted(requirement, held));
      expect(
        missing.map(({ typeName, fieldName, offlineScopes }) => [typeName, fieldName, offlineScopes]),
      ).toEqual([]);
    },
  );
});

/** Any one of the named scopes is enough; a write scope holds its read scope. */
function isGranted({ offlineScopes }: ScopeRequirement, held: ReadonlySet<string>): boolean {
  return (
    offlineScopes.length === 0 || offlineScopes.some((scope) => held.has(scope) || isCoveredInWords(scope))
  );
}

function withReadScopes(scopes: readonly string[]): ReadonlySet<string> {
  return new Set(scopes.flatMap((scope) => [scope, scope.replace(/^write_/, 'read_')]));
}

/**
 * The reference names `read_markets` alone for a carrier service's type, but any orders or shipping scope in its words:
 * "Any of `orders` or `shipping` access scopes, `read_markets` access scope or …".
 */
function isCoveredInWords(scope: string): boolean {
  return scope === 'read_markets' && granted.has('read_shipping');
}

/** Every type and every field that a document asks for. */
function placesRead({ parsed }: AdminDocument): string[] {
  const places = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    parsed,
    visitWithTypeInfo(types, {
      Field() {
        places.add(place(String(types.getParentType()), types.getFieldDef()?.name));
        places.add(place(String(getNamedType(types.getType()))));
      },
    }),
  );
  return [...places];
}

function place(typeName: string, fieldName?: string): string {
  return fieldName ? `${typeName}.${fieldName}` : typeName;
}
