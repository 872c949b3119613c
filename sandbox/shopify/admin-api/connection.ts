import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { numericId } from '../store/ids.ts';
import type { Presented } from './call.ts';
import { notModelled } from './call.ts';

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

/** https://shopify.dev/docs/api/usage/pagination-graphql */
const largestPage = 250;

type SortValue = number | string;

/**
 * One page of `items` as a connection. A cursor stands for an item; with `sortValueOf`, by which `items` are sorted, it stands for the
 * place that the item had, so that a page goes on there though the item has moved since
 * (https://shopify.engineering/pagination-relative-cursors).
 * @throws {GraphQLError} BAD_REQUEST without exactly one of `first` and `last`, for a page over 250, and for a cursor
 * that leads nowhere
 */
export function connection<Item extends { id: string }>(
  items: readonly Item[],
  { first, last, after, before, reverse }: PageArguments,
  present: (item: Item) => Presented,
  sortValueOf?: (item: Item) => SortValue,
): Presented {
  const size = pageSize(first, last);
  const ordered = reverse ? items.toReversed() : items;
  const place = (cursor: string) => placeOf(ordered, cursor, reverse ?? false, sortValueOf);
  const start = after == null ? 0 : place(after).next;
  const end = before == null ? ordered.length : place(before).at;
  const window = ordered.slice(start, end);
  const page = first == null ? window.slice(Math.max(0, window.length - size)) : window.slice(0, size);
  const isCut = page.length < window.length;
  const edges = page.map((item) => ({ cursor: cursorOf(item, sortValueOf), node: present(item) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
      hasNextPage: first == null ? end < ordered.length : isCut || end < ordered.length,
      hasPreviousPage: first == null ? isCut || start > 0 : start > 0,
    },
  };
}

/** `items` in the order of `sortKey`, which must be one of `keys`, and of their numbers where it leaves them equal. */
export function sorted<Item extends { id: string }>(
  items: Iterable<Item>,
  sortKey: string,
  keys: Record<string, (item: Item) => SortValue>,
): Item[] {
  const sortValueOf = sortValue(sortKey, keys);
  return [...items].sort(
    (one, other) =>
      compare(sortValueOf(one), sortValueOf(other)) || compare(numericId(one.id), numericId(other.id)),
  );
}

/** What items are sorted by; @throws {GraphQLError} SANDBOX_NOT_MODELLED for another sort key. */
export function sortValue<Item>(
  sortKey: string,
  keys: Record<string, (item: Item) => SortValue>,
): (item: Item) => SortValue {
  const key = keys[sortKey];
  if (!key) throw notModelled(`the sort key ${sortKey}`);
  return key;
}

function pageSize(first: number | null | undefined, last: number | null | undefined): number {
  if (first == null && last == null) throw badRequest('you must provide one of first or last');
  if (first != null && last != null) throw badRequest('providing both first and last is not supported');
  const size = first ?? last ?? 0;
  if (size < 0 || size > largestPage) throw badRequest(`a page must hold between 0 and ${largestPage} items`);
  return size;
}

function cursorOf<Item extends { id: string }>(
  item: Item,
  sortValueOf: ((item: Item) => SortValue) | undefined,
): string {
  return Buffer.from(JSON.stringify([item.id, sortValueOf?.(item) ?? null])).toString('base64url');
}

/** Where the item of a cursor is, or would be, and where the next one is. */
function placeOf<Item extends { id: string }>(
  items: readonly Item[],
  cursor: string,
  isReversed: boolean,
  sortValueOf: ((item: Item) => SortValue) | undefined,
): { at: number; next: number } {
  const [id, value] = readCursor(cursor);
  if (!sortValueOf || value === null) {
    const at = items.findIndex((item) => item.id === id);
    if (at < 0) throw badRequest('Invalid cursor for current pagination sort.');
    return { at, next: at + 1 };
  }
  const difference = (item: Item) => {
    const byValue = compare(sortValueOf(item), value) || compare(numericId(item.id), numericId(id));
    return isReversed ? -byValue : byValue;
  };
  return {
    at: items.filter((item) => difference(item) < 0).length,
    next: items.filter((item) => difference(item) <= 0).length,
  };
}

const cursorSchema = z.tuple([z.string(), z.union([z.number(), z.string()]).nullable()]);

function readCursor(cursor: string): z.infer<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw badRequest('Invalid cursor for current pagination sort.');
  }
}

function compare(one: SortValue, other: SortValue): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
