import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { causesColumn, type Reason, reasonColumns } from '../reason.ts';
import type { ExportedItem } from './types.ts';

export type ExportState = 'waiting' | 'exported' | 'needs_attention' | 'closed' | 'left_out';

/** What is known of an order's export. */
export interface KnownExport {
  state: ExportState;
  reason: string | null;
  /** Under which it was, or was about to be, created. */
  oneStockOrderId: string | null;
  items: ExportedItem[];
  /** Null as long as OneStock is not known to have the order. */
  exportedAt: Date | null;
  difference: string | null;
}

/** An order's row of `order_export`. */
export interface ExportRecord {
  find(): Promise<KnownExport | null>;
  /** The order is to be sent later; `reason` says what it waits for. */
  wait(reason: Reason): Promise<void>;
  /** The order is about to be created in OneStock: kept first, so that whoever comes after a crash knows under which id to look. */
  intend(intention: { oneStockOrderId: string; items: ExportedItem[]; sent: object }): Promise<IntentOutcome>;
  /** OneStock has the order. */
  exported(now: Date): Promise<void>;
  /** The order is not to be sent. */
  leaveOut(reason: Reason): Promise<void>;
  /** Why the last try failed, while the order waits for the next. */
  keepReason(reason: Reason): Promise<void>;
  /** Nothing more is tried by itself. */
  needsAttention(reason: Reason): Promise<void>;
  /** What Shopify says was followed: an order that needed attention because it could not be needs none for that any more. */
  followed(): Promise<void>;
  /** The id is that of somebody else's order. */
  forgetId(): Promise<void>;
  /** What differs between the two systems; null for nothing. */
  differs(difference: Reason | null): Promise<void>;
}

/** `taken`: another order of the shop is kept under this id. */
export type IntentOutcome = 'kept' | 'taken';

/** After this an exported order is compared with OneStock for the first time. */
const FIRST_COMPARED_AFTER_MS = 15 * 60_000;

export function exportRecord({ prisma }: Database, shop: ShopDomain, orderId: OrderId): ExportRecord {
  const id = { shop, orderId };
  const write = async (data: Partial<Prisma.OrderExportUncheckedCreateInput>) => {
    await prisma.orderExport.upsert({
      where: { shop_orderId: id },
      create: { ...id, ...data },
      update: data,
      select: { state: true },
    });
  };
  return {
    async find() {
      const row = await prisma.orderExport.findUnique({ where: { shop_orderId: id } });
      // Only `intend` writes the items, and only this file writes states.
      return (
        row && { ...row, state: row.state as ExportState, items: row.items as unknown as ExportedItem[] }
      );
    },
    wait: (reason) => write({ state: 'waiting', ...reasonColumns(reason) }),
    async intend({ oneStockOrderId, items, sent }) {
      try {
        await write({
          state: 'waiting',
          ...reasonColumns(null),
          oneStockOrderId,
          items: items as unknown as Prisma.InputJsonArray,
          sent: sent as Prisma.InputJsonObject,
        });
        return 'kept';
      } catch (error) {
        if (isUniqueViolation(error)) return 'taken';
        throw error;
      }
    },
    async exported(now) {
      const compareAt = new Date(now.getTime() + FIRST_COMPARED_AFTER_MS);
      await write({ state: 'exported', ...reasonColumns(null), exportedAt: now, compareAt });
    },
    leaveOut: (reason) => write({ state: 'left_out', ...reasonColumns(reason) }),
    async keepReason(reason) {
      await prisma.orderExport.updateMany({
        where: { ...id, state: 'waiting' },
        data: reasonColumns(reason),
      });
    },
    needsAttention: (reason) => write({ state: 'needs_attention', ...reasonColumns(reason) }),
    async followed() {
      await prisma.$executeRaw`
        update order_export as export set
          state = case when closed_at is null then 'exported' else 'closed' end, reason = null, reason_causes = null
        where shop = ${shop} and order_id = ${orderId} and state = 'needs_attention' and exported_at is not null and exists (
          select from order_note as note
          where note.shop = export.shop and note.order_id = export.order_id and note.kind = 'refused'
            and note.facts ->> 'reason' = export.reason)`;
    },
    forgetId: () => write({ oneStockOrderId: null }),
    differs: (difference) =>
      write({ difference: difference?.message ?? null, differenceCauses: causesColumn(difference) }),
  };
}

/** https://www.prisma.io/docs/orm/reference/error-reference#p2002 */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
