import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { plugin as operationTypes } from '@graphql-codegen/typescript-operations';
import { buildClientSchema, type DocumentNode, type GraphQLSchema, Kind, parse, validate } from 'graphql';

const operationsFolder = new URL('../app/gateways/shopify/operations/', import.meta.url);
const schemaFile = new URL(
  '../node_modules/@shopify/dev-mcp/dist/data/admin_2026-10.json.gz',
  import.meta.url,
);
export const generatedTypesFile = new URL('../app/gateways/shopify/admin.generated.ts', import.meta.url);

/** A document of the operations folder, under the name of the constant that holds it. */
export interface AdminDocument {
  name: string;
  text: string;
  parsed: DocumentNode;
}

/** The access scopes that Shopify's reference names for a type or a field; holding any one of them is enough. */
export interface ScopeRequirement {
  typeName: string;
  fieldName?: string;
  offlineScopes: string[];
}

/** Shopify's Admin schema of the API version that the app pins, with the access scopes of its reference. */
export async function loadAdminSchema(): Promise<{ schema: GraphQLSchema; scopes: ScopeRequirement[] }> {
  const { data, offline_scopes } = JSON.parse(String(await promisify(gunzip)(await readFile(schemaFile))));
  return { schema: buildClientSchema(data), scopes: offline_scopes.items };
}

/** Every operation of `app/gateways/shopify/operations/`, sorted by name. */
export async function loadAdminDocuments(): Promise<AdminDocument[]> {
  const files = (await readdir(operationsFolder)).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(files.map((file) => import(new URL(file, operationsFolder).href)));
  return modules
    .flatMap((module) => Object.entries<unknown>(module))
    .filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].startsWith('#graphql'),
    )
    .map(([name, text]) => ({ name, text, parsed: parse(text) }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

/** The text of `admin.generated.ts`. Throws, naming the constant, when Shopify's schema would refuse a document. */
export async function generateAdminTypes(): Promise<string> {
  const { schema } = await loadAdminSchema();
  const documents = await loadAdminDocuments();
  for (const { name, parsed } of documents) {
    const faults = validate(schema, parsed);
    if (faults.length > 0) throw new Error(`${name}: ${faults.map((fault) => fault.message).join(' ')}`);
  }
  const types = await operationTypes(schema, [{ document: withoutRepeats(documents) }], typeOptions, {});
  const content = typeof types === 'string' ? types : [...(types.prepend ?? []), types.content].join('\n');
  return `// Written by scripts/generate-admin-types.ts: run \`npm run generate:admin-types\`.\n${content}\n${operationMap(documents)}`;
}

const typeOptions = {
  skipTypename: true,
  disableDescriptions: true,
  defaultScalarType: 'string',
  scalars: { ID: 'string', JSON: 'unknown', Float: 'number', Int: 'number', Boolean: 'boolean' },
};

/** One document of all definitions; a fragment that several operations share is named once. */
function withoutRepeats(documents: AdminDocument[]): DocumentNode {
  const named = new Map(
    documents
      .flatMap(({ parsed }) => parsed.definitions)
      .map((definition) => ['name' in definition ? definition.name?.value : undefined, definition]),
  );
  return { kind: Kind.DOCUMENT, definitions: [...named.values()] };
}

function operationMap(documents: AdminDocument[]): string {
  const entries = documents.map(({ text, parsed }) => {
    const operation = parsed.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    const suffix = operation?.operation === 'mutation' ? 'Mutation' : 'Query';
    const type = `${operation?.name?.value}${suffix}`;
    return `  ${JSON.stringify(text)}: { data: ${type}; variables: ${type}Variables };`;
  });
  return `/** The data and variables of each operation, by its text. */\nexport interface AdminOperations {\n${entries.join('\n')}\n}\n`;
}
