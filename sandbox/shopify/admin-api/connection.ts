import { GraphQLError } from 'graphql';
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

/**
 * One page of `items` as a connection. A cursor stands for an item's id and its place in the order asked for.
 * @throws {GraphQLError} BAD_REQUEST without exactly one of `first` and `last`, for a page over 250, and for a cursor
 * that leads nowhere
 */
export function connection<Item extends { id: string }>(
  items: readonly Item[],
  { first, last, after, before, reverse }: PageArguments,
  present: (item: Item) => Presented,
): Presented {
  const size = pageSize(first, last);
  const ordered = reverse ? items.toReversed() : items;
  const start = after == null ? 0 : placeOf(ordered, after) + 1;
  const end = before == null ? ordered.length : placeOf(ordered, before);
  const window = ordered.slice(start, end);
  const page = first == null ? window.slice(Math.max(0, window.length - size)) : window.slice(0, size);
  const isCut = page.length < window.length;
  const edges = page.map((item) => ({ cursor: cursorOf(item), node: present(item) }));
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

/** `items` in the order of `sortKey`, which must be one of `keys`. */
export function sorted<Item>(
  items: Iterable<Item>,
  sortKey: string,
  keys: Record<string, (item: Item) => number | string>,
): Item[] {
  const key = keys[sortKey];
  if (!key) throw notModelled(`the sort key ${sortKey}`);
  return [...items].sort((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0));
}

function pageSize(first: number | null | undefined, last: number | null | undefined): number {
  if (first == null && last == null) throw badRequest('you must provide one of first or last');
  if (first != null && last != null) throw badRequest('providing both first and last is not supported');
  const size = first ?? last ?? 0;
  if (size < 0 || size > largestPage) throw badRequest(`a page must hold between 0 and ${largestPage} items`);
  return size;
}

function cursorOf({ id }: { id: string }): string {
  return Buffer.from(id).toString('base64url');
}

function placeOf(items: readonly { id: string }[], cursor: string): number {
  const place = items.findIndex((item) => cursorOf(item) === cursor);
  if (place < 0) throw badRequest('Invalid cursor for current pagination sort.');
  return place;
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
