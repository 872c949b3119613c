/**
 * Writes `app/gateways/shopify/admin.generated.ts` from the documents of `app/gateways/shopify/operations/`, each validated
 * against Shopify's own Admin schema. With `--check` it writes nothing, and fails when the file is not what it would write.
 *
 * To add an operation: export a `#graphql` template string from a file of that folder (fragments are interpolated, and such a
 * string ends in `as const`), then run `npm run generate:admin-types`. `AdminClient.request` knows its data and variables from
 * the text itself.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { generateAdminTypes, generatedTypesFile } from './admin-schema.ts';

const types = await generateAdminTypes();
if (!process.argv.includes('--check')) {
  await writeFile(generatedTypesFile, types);
} else if ((await readFile(generatedTypesFile, 'utf8')) !== types) {
  process.stderr.write('admin.generated.ts is not current: run `npm run generate:admin-types`.\n');
  process.exitCode = 1;
}
