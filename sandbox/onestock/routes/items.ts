import { z } from 'zod';
import { CATALOGUE, type CatalogueEntry } from '#sandbox/catalogue.ts';
import { type Answer, success } from '../answer.ts';
import type { Call } from '../call.ts';
import { fieldsSchema, paginationSchema, pickFields, refuseParameters } from './parameters.ts';

const languages = ['en', 'fr', 'de'] as const;
type Language = (typeof languages)[number];

const searchSchema = z.object({
  item_ids: z.array(z.string()).optional(),
  pattern: z.string().optional(),
  filters: z.object({ product_ids: z.array(z.string()).optional() }).default({}),
  lang: z.enum(languages).optional(),
  fields: fieldsSchema,
  pagination: paginationSchema.unwrap().extend({ search_after: z.string().optional() }).prefault({}),
});

/**
 * `GET /items`: items by id, by product, or by a text that their id or a name contains.
 * Shapes: public code under https://github.com/mbousquet-onestock; feature values are always arrays.
 */
export function answerItems({ body }: Call): Answer {
  const search = searchSchema.safeParse(body);
  if (!search.success) return refuseParameters(search.error);
  const { item_ids, pattern, filters, lang, fields, pagination } = search.data;
  const found = CATALOGUE.filter(
    (entry) =>
      (!item_ids || item_ids.includes(entry.sku)) &&
      (!filters.product_ids || filters.product_ids.includes(entry.productHandle)) &&
      (!pattern || searchText(entry).includes(pattern.toLowerCase())),
  );
  const { limit, search_after } = pagination;
  const start = search_after ? found.findIndex(({ sku }) => sku === search_after) + 1 : pagination.start;
  const page = found.slice(start, start + limit);
  return success({
    items: page.map((entry) => pickFields(toItem(entry, lang), fields)),
    pagination: { limit, search_after: page.at(-1)?.sku },
  });
}

function toItem(entry: CatalogueEntry, lang: Language | undefined) {
  const spoken = lang ? [lang] : languages;
  return {
    id: entry.sku,
    product_id: entry.productHandle,
    category_ids: [entry.category],
    is_default: CATALOGUE.find(({ productHandle }) => productHandle === entry.productHandle) === entry,
    features: Object.fromEntries(spoken.map((language) => [language, featuresOf(entry, language)])),
  };
}

function featuresOf(
  { title, colour, size, grams }: CatalogueEntry,
  language: Language,
): Record<string, string[]> {
  const features = { name: [title[language]], color: [colour[language]], weight: [String(grams)] };
  return size ? { ...features, size: [size] } : features;
}

function searchText({ sku, title }: CatalogueEntry): string {
  return [sku, ...Object.values(title)].join('\n').toLowerCase();
}
