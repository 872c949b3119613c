import type { PrismaClient } from './generated/client.ts';
import { Prisma } from './generated/client.ts';

/** One page of a list, the newest first. */
export interface Page<Item> {
  items: Item[];
  /** The cursor of the page before it in time; null on the last page. */
  older: string | null;
  /** The cursor of the page after it in time; null on the first page. */
  newer: string | null;
}

/** A list to be read page by page, as parts of SQL. The instant and the id together tell two rows apart. */
export interface PagedList {
  columns: Prisma.Sql;
  from: Prisma.Sql;
  conditions: readonly Prisma.Sql[];
  /** By which the list is ordered, a timestamptz of milliseconds. */
  at: Prisma.Sql;
  id: Prisma.Sql;
}

const PAGE_SIZE = 25;

interface Placed {
  page_at: Date;
  page_id: string;
}

/**
 * Reads the page at `cursor`, the newest without one. A page begins at a row and not at a number, so that rows which come meanwhile
 * neither repeat nor hide any.
 *
 * @param cursor what an earlier page gave; another text counts as none, for it comes from an address that people can change
 */
export async function readPage<Row>(
  prisma: PrismaClient,
  { columns, from, conditions, at, id }: PagedList,
  cursor: string | undefined,
): Promise<Page<Row>> {
  const start = parseCursor(cursor);
  const isNewer = start?.direction === 'newer';
  const place = Prisma.sql`(${at}, ${id}::text)`;
  const key = start && Prisma.sql`(${start.at}::timestamptz, ${start.id})`;
  const bounds = key ? [isNewer ? Prisma.sql`${place} > ${key}` : Prisma.sql`${place} < ${key}`] : [];
  const order = isNewer ? Prisma.sql`1 asc, 2 asc` : Prisma.sql`1 desc, 2 desc`;
  const found = await prisma.$queryRaw<(Row & Placed)[]>`
    select ${at} as page_at, ${id}::text as page_id, ${columns} from ${from}
    where ${Prisma.join([...conditions, ...bounds], ' and ')}
    order by ${order} limit ${PAGE_SIZE + 1}`;
  const hasMore = found.length > PAGE_SIZE;
  const items = found.slice(0, PAGE_SIZE);
  if (isNewer) items.reverse();
  const [first, last] = [items[0], items.at(-1)];
  const hasOlder = isNewer || hasMore;
  const hasNewer = isNewer ? hasMore : start !== null;
  return {
    items,
    older: last && hasOlder ? toCursor('older', last) : null,
    newer: first && hasNewer ? toCursor('newer', first) : null,
  };
}

interface Cursor {
  direction: 'older' | 'newer';
  at: Date;
  id: string;
}

function toCursor(direction: Cursor['direction'], { page_at, page_id }: Placed): string {
  return `${direction}_${page_at.getTime()}_${page_id}`;
}

function parseCursor(text: string | undefined): Cursor | null {
  const [, direction, milliseconds, id] = /^(older|newer)_(\d{1,14})_(.{1,200})$/.exec(text ?? '') ?? [];
  if (!direction || !milliseconds || !id) return null;
  return { direction: direction as Cursor['direction'], at: new Date(Number(milliseconds)), id };
}
