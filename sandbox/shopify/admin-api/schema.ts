import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { type AccessRules, createAccessRules, type PublishedAccess } from './access.ts';

/** The version that the simulator speaks. */
export const apiVersion = '2026-10';

export interface AdminSchema {
  schema: GraphQLSchema;
  access: AccessRules;
}

interface PublishedSchema {
  data: IntrospectionQuery;
  offline_scopes: { items: PublishedAccess[] };
}

/** The package exports no path to its data. */
const publishedData = new URL('../../../node_modules/@shopify/dev-mcp/dist/data/', import.meta.url);

let loading: Promise<AdminSchema> | undefined;

/**
 * The official Admin schema and the access that each type and field of it requires, as Shopify publishes them in the
 * npm package `@shopify/dev-mcp`. Read once a process: it takes about half a second.
 */
export function loadAdminSchema(): Promise<AdminSchema> {
  loading ??= readAdminSchema();
  return loading;
}

async function readAdminSchema(): Promise<AdminSchema> {
  const compressed = await readFile(new URL(`admin_${apiVersion}.json.gz`, publishedData));
  const published: PublishedSchema = JSON.parse((await promisify(gunzip)(compressed)).toString('utf8'));
  return {
    schema: buildClientSchema(published.data, { assumeValid: true }),
    access: createAccessRules(published.offline_scopes.items),
  };
}
