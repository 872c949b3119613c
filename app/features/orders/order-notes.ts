import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
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

interface NoteClient {
  prisma: Pick<Database['prisma'], 'orderNote'>;
}
