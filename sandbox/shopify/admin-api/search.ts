import { notModelled } from './call.ts';

/** A field that a search can compare; text is compared without regard to case, dates by time. */
export type Searchable<Item> = Record<string, (item: Item) => string | Date | boolean | null>;

const term = /(\w+):(>=|<=|>|<)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+))\s*/y;

/**
 * `items` that every term of `query` fits, in the part of Shopify's search syntax that it takes: `field:value` and,
 * for dates, `field:>value` and so on, joined by spaces or `AND`. In double quotes a backslash takes the next character as it is
 * (https://shopify.dev/docs/api/usage/search-syntax). The rest of the syntax, and other fields, are refused, where Shopify would warn and ignore.
 */
export function search<Item>(
  items: readonly Item[],
  query: string | null | undefined,
  fields: Searchable<Item>,
): Item[] {
  const tests = parse(query?.trim() ?? '', fields);
  return items.filter((item) => tests.every((fits) => fits(item)));
}

function parse<Item>(query: string, fields: Searchable<Item>): ((item: Item) => boolean)[] {
  const tests: ((item: Item) => boolean)[] = [];
  let at = 0;
  while (at < query.length) {
    const and = /AND\s+/y;
    and.lastIndex = at;
    if (and.test(query)) at = and.lastIndex;
    term.lastIndex = at;
    const found = term.exec(query);
    if (!found) throw notModelled(`the search \`${query.slice(at)}\``);
    at = term.lastIndex;
    const [, name = '', operator = '', double, single, bare] = found;
    const read = fields[name];
    if (!read) throw notModelled(`the search field ${name}`);
    const wanted = double?.replace(/\\(.)/g, '$1') ?? single ?? bare ?? '';
    tests.push((item) => compare(read(item), operator, wanted));
  }
  return tests;
}

function compare(value: string | Date | boolean | null, operator: string, wanted: string): boolean {
  if (value === null) return false;
  if (!(value instanceof Date)) {
    if (operator !== '') throw notModelled(`the comparison ${operator} of text`);
    return String(value).toLowerCase() === wanted.toLowerCase();
  }
  const difference = value.getTime() - new Date(wanted).getTime();
  if (Number.isNaN(difference)) throw notModelled(`the date \`${wanted}\``);
  switch (operator) {
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    default:
      return difference === 0;
  }
}
