import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** One thing that happened to an order between the two systems. */
export interface OrderNote {
  at: Date;
  /** Such as `exported` or `refused`. */
  kind: string;
  /** What the words of the page are made of; nothing personal. */
  facts: Prisma.InputJsonObject;
  /** The same key is kept once: whoever does a thing again after a crash notes it again. */
  key: string;
}

/** Keeps a note on an order's timeline, unless one of the same key is there. */
export function keepNote(
  client: NoteClient,
  shop: ShopDomain,
  orderId: OrderId,
  note: OrderNote,
): Promise<void> {
  return keepNotes(client, shop, [orderId], note);
}

/** Keeps the same note on the timelines of several orders; see {@link keepNote}. */
export async function keepNotes(
  { prisma }: NoteClient,
  shop: ShopDomain,
  orderIds: readonly OrderId[],
  note: OrderNote,
): Promise<void> {
  const data = orderIds.map((orderId) => ({ shop, orderId, ...note }));
  await prisma.orderNote.createMany({ data, skipDuplicates: true });
}

/**
 * A statement of SQL, to stand by itself or as a part of another one: see {@link keepNote}.
 *
 * @param from what follows the selected note, such as a condition
 */
export function noteStatement(
  shop: ShopDomain,
  orderId: OrderId,
  { at, kind, facts, key }: OrderNote,
  from = Prisma.empty,
): Prisma.Sql {
  return Prisma.sql`
    insert into order_note (shop, order_id, at, kind, facts, key)
    select ${shop}, ${orderId}, ${at}::timestamptz, ${kind}, ${JSON.stringify(facts)}::jsonb, ${key} ${from}
    on conflict (shop, order_id, key) do nothing`;
}

interface NoteClient {
  prisma: Pick<Prisma.TransactionClient, 'orderNote'>;
}
