import { z } from 'zod';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ExportedItem } from '../export/types.ts';
import { keepNote, type OrderNote } from '../order-notes.ts';
import { type Reason, reasonColumns } from '../reason.ts';
import type { Intent, Tracking } from './types.ts';

/** An order that was created in OneStock. */
export interface ExportedOrder {
  oneStockOrderId: string;
  items: ExportedItem[];
  exportedAt: Date;
  /** Whether it is flagged as another order in Shopify than in OneStock. */
  isDifferent: boolean;
}

export interface Comparison {
  at: Date;
  next: Date | null;
  oneStockState: string | null;
  isClosed: boolean;
  /** What is wrong. */
  obstacle: Reason | null;
}

/** What is kept of the convergence of one order. */
export interface ConvergeRecord {
  /** Null when the order is not one that the app created in OneStock, or the shop does not synchronize orders, any more. */
  find(): Promise<ExportedOrder | null>;
  intents(): Promise<Intent[]>;
  /** Writes an intent before its fulfilment is made; its id. */
  intend(intent: Omit<Intent, 'id' | 'state' | 'fulfillmentId' | 'askedTracking'>): Promise<string>;
  /** Nothing came of the intent. */
  forget(intentId: string): Promise<void>;
  /** The fulfilment was made; with the note about it, or neither. Throws when the intent is gone. */
  settle(intentId: string, fulfillmentId: string, note: OrderNote): Promise<void>;
  doubt(intentId: string, reason: Reason): Promise<void>;
  /** Writes the tracking that an intent's fulfilment is to get, before it is sent; the same once, however often it is tried. */
  askTracking(intentId: string, tracking: Tracking): Promise<void>;
  /** The fulfilment has the tracking; with the note about it, or neither. */
  settleTracking(intentId: string, tracking: Tracking, note: OrderNote): Promise<void>;
  keepNote(note: OrderNote): Promise<void>;
  /** The holds on the order's timeline that it does not tell to be lifted. */
  heldHolds(): Promise<string[]>;
  /** The order was compared, and is now as it says. An obstacle that another part of the app wrote stays. */
  compared(comparison: Comparison): Promise<void>;
}

const exportedItems = z.array(
  z.object({ lineItemId: z.string(), itemId: z.string(), quantity: z.int().positive() }),
);

export function convergeRecord(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  orderId: OrderId,
): ConvergeRecord {
  return {
    async find() {
      const row = await prisma.orderExport.findUnique({ where: { shop_orderId: { shop, orderId } } });
      if (!row?.oneStockOrderId || !row.exportedAt) return null;
      const where = { domain: shop, uninstalledAt: null, syncsOrders: true };
      if ((await prisma.shop.count({ where })) === 0) return null;
      const { oneStockOrderId, exportedAt, difference } = row;
      const items = exportedItems.parse(row.items);
      return { oneStockOrderId, exportedAt, items, isDifferent: difference !== null };
    },
    async intents() {
      const rows = await prisma.fulfillmentIntent.findMany({
        where: { shop, orderId },
        orderBy: [{ intendedAt: 'asc' }, { id: 'asc' }],
      });
      // Only this file writes lines and tracking.
      return rows as unknown as Intent[];
    },
    async intend({ lines, missing, tracking, ...intent }) {
      const contents = { lines: asJson(lines), missing: asJson(missing), tracking: asJson(tracking) };
      const data = { ...intent, shop, orderId, ...contents };
      const { id } = await prisma.fulfillmentIntent.create({ data });
      return id;
    },
    async forget(intentId) {
      await prisma.fulfillmentIntent.deleteMany({
        where: { shop, orderId, id: intentId, state: { not: 'done' } },
      });
    },
    async settle(intentId, fulfillmentId, note) {
      await prisma.$transaction(async (transaction) => {
        await transaction.fulfillmentIntent.update({
          where: { shop, orderId, id: intentId },
          data: { state: 'done', fulfillmentId, ...reasonColumns(null), doneAt: note.at },
        });
        await keepNote({ prisma: transaction }, shop, orderId, note);
      });
    },
    async doubt(intentId, reason) {
      await prisma.fulfillmentIntent.updateMany({
        where: { shop, orderId, id: intentId },
        data: { state: 'needs_attention', ...reasonColumns(reason) },
      });
    },
    async askTracking(intentId, tracking) {
      const asked = JSON.stringify([tracking]);
      await prisma.$executeRaw`
        update fulfillment_intent set asked_tracking = (asked_tracking::jsonb || ${asked}::jsonb)::json
        where shop = ${shop} and order_id = ${orderId} and id = ${intentId}::uuid and not asked_tracking::jsonb @> ${asked}::jsonb`;
    },
    async settleTracking(intentId, tracking, note) {
      await prisma.$transaction(async (transaction) => {
        await transaction.fulfillmentIntent.updateMany({
          where: { shop, orderId, id: intentId },
          data: { tracking: asJson(tracking), askedTracking: [] },
        });
        await keepNote({ prisma: transaction }, shop, orderId, note);
      });
    },
    keepNote: (note) => keepNote({ prisma }, shop, orderId, note),
    async heldHolds() {
      const notes = await prisma.orderNote.findMany({
        where: { shop, orderId, kind: { in: ['held', 'released'] } },
        select: { key: true },
      });
      const released = new Set(notes.flatMap(({ key }) => holdIn(key, 'released')));
      return notes.flatMap(({ key }) => holdIn(key, 'held')).filter((id) => !released.has(id));
    },
    async compared({ at, next, oneStockState, isClosed, obstacle }) {
      const causes = obstacle && JSON.stringify(obstacle.causes);
      // A reason that is not on the timeline as an obstacle of a comparison is another's, and outlives this one.
      await prisma.$executeRaw`
        update order_export as export set
          compared_at = ${at}, compare_at = ${next},
          onestock_state = coalesce(${oneStockState}, onestock_state),
          closed_at = case when ${isClosed} then coalesce(closed_at, ${at}) end,
          state = case when export.state in ('exported', 'closed') or mine.is_mine then ${stateOf(isClosed, obstacle)} else export.state end,
          reason = case when export.state in ('exported', 'closed') or mine.is_mine then ${obstacle?.message ?? null} else export.reason end,
          reason_causes = case when export.state in ('exported', 'closed') or mine.is_mine then ${causes}::jsonb else export.reason_causes end
        from (
          select exists (
            select from order_note as note join order_export as own using (shop, order_id)
            where shop = ${shop} and order_id = ${orderId} and note.kind = 'blocked' and note.facts ->> 'reason' = own.reason
          ) as is_mine
        ) as mine
        where export.shop = ${shop} and export.order_id = ${orderId}`;
    },
  };
}

function stateOf(isClosed: boolean, obstacle: Reason | null): string {
  if (obstacle !== null) return 'needs_attention';
  return isClosed ? 'closed' : 'exported';
}

/** The key of a note about a hold. */
export function holdNoteKey(kind: 'held' | 'released', holdId: string): string {
  return `${kind}:${holdId}`;
}

function holdIn(key: string, kind: 'held' | 'released'): string[] {
  return key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : [];
}

function asJson(value: object): Prisma.InputJsonValue {
  return value as Prisma.InputJsonValue;
}
