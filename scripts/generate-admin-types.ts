/**
 * Writes `app/gateways/shopify/admin.generated.ts` from the documents of `app/gateways/shopify/operations/`, each validated
 * against Shopify's own Admin schema.
 *
 * To add an operation: export a `#graphql` template string from a file of that folder (fragments are interpolated, and such a
 * string ends in `as const`), then run `npm run generate:admin-types`. `AdminClient.request` knows its data and variables from
 * the text itself.
 */
import { writeFile } from 'node:fs/promises';
import { generateAdminTypes, generatedTypesFile } from './admin-schema.ts';

await writeFile(generatedTypesFile, await generateAdminTypes());
