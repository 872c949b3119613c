import { isDeepStrictEqual } from 'node:util';
import { type Causes, causesJson } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { bySource, type KnownObstacles, obstaclesOfOrder } from '../known-obstacles.ts';
import { keepNote, type OrderNote } from '../order-notes.ts';
import { type ExportState, ORDER_SOURCES, orderSubject } from '../shape.ts';
import type { ExportDependencies } from './export-run.ts';
import type { ExportedItem } from './types.ts';

/** What is known of an order's export. */
export interface KnownExport {
  state: ExportState;
  /** Under which it was, or was about to be, created. */
  oneStockOrderId: string | null;
  items: ExportedItem[];
  /** Null as long as OneStock is not known to have the order. */
  exportedAt: Date | null;
  /** What stands in the order's way, by its source. */
  obstacles: KnownObstacles;
}

/** An order's row of `order_export`, and the obstacles that the export finds. */
export interface ExportRecord {
  find(): Promise<KnownExport | null>;
  /** The order is to be sent later; `causes` say what it waits for. */
  wait(causes: Causes): Promise<void>;
  /** The order is about to be created in OneStock: kept first, so that whoever comes after a crash knows under which id to look. */
  intend(intention: { oneStockOrderId: string; items: ExportedItem[]; sent: object }): Promise<IntentOutcome>;
  /** OneStock has the order. */
  exported(now: Date): Promise<void>;
  /** The order is not to be sent. */
  leaveOut(causes: Causes): Promise<void>;
  /** Why the last try failed, while the order waits for the next. */
  keepCauses(causes: Causes): Promise<void>;
  /** Nothing more is tried by itself; with the note about it, or neither. */
  giveUp(causes: Causes, attempts: number, note: OrderNote): Promise<void>;
  /** What Shopify says was followed: that it could not be stands in the way no more. */
  followed(known: Pick<KnownExport, 'obstacles'>): Promise<void>;
  /** The id is that of somebody else's order. */
  forgetId(): Promise<void>;
  /** What differs between the two systems; null for nothing. */
  differs(causes: Causes | null, known: Pick<KnownExport, 'obstacles'>, note?: OrderNote): Promise<void>;
}

/** `taken`: another order of the shop is kept under this id. */
export type IntentOutcome = 'kept' | 'taken';

/** After this an exported order is compared with OneStock for the first time. */
const FIRST_COMPARED_AFTER_MS = 15 * 60_000;

type Changes = Partial<Omit<Prisma.OrderExportUncheckedCreateInput, 'state'>> & { state?: ExportState };

export function exportRecord(
  { database: { prisma }, obstacles }: Pick<ExportDependencies, 'database' | 'obstacles'>,
  shop: ShopDomain,
  orderId: OrderId,
): ExportRecord {
  const id = { shop, orderId };
  const subject = orderSubject(orderId);
  const write = async (data: Changes, client: Pick<Prisma.TransactionClient, 'orderExport'> = prisma) => {
    await client.orderExport.upsert({
      where: { shop_orderId: id },
      create: { ...id, ...data },
      update: data,
      select: { state: true },
    });
  };
  return {
    async find() {
      const [row] = await prisma.$queryRaw<FoundRow[]>`
        select state, onestock_order_id as "oneStockOrderId", items, exported_at as "exportedAt",
          ${obstaclesOfOrder(Prisma.sql`order_export.shop`, Prisma.sql`order_export.order_id`)} as obstacles
        from order_export where shop = ${shop} and order_id = ${orderId}`;
      return row ? { ...row, obstacles: bySource(row.obstacles) } : null;
    },
    wait: (causes) => write({ state: 'waiting', causes: causesJson(causes) }),
    async intend({ oneStockOrderId, items, sent }) {
      try {
        await write({
          state: 'waiting',
          causes: Prisma.DbNull,
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
      await write({ state: 'exported', causes: Prisma.DbNull, exportedAt: now, compareAt });
    },
    leaveOut: (causes) => write({ state: 'left_out', causes: causesJson(causes) }),
    async keepCauses(causes) {
      const state: ExportState = 'waiting';
      await prisma.orderExport.updateMany({
        where: { ...id, state },
        data: { causes: causesJson(causes) },
      });
    },
    async giveUp(causes, attempts, note) {
      const found = { causes, severity: 'critical', attempts, remedies: ['retry', 'open'] } as const;
      await prisma.$transaction(async (transaction) => {
        await keepNote({ prisma: transaction }, shop, orderId, note);
        await write({ causes: Prisma.DbNull }, transaction);
        await obstacles.raise(shop, { subject, source: ORDER_SOURCES.export, ...found }, transaction);
      });
    },
    async followed(known) {
      if (known.obstacles.has(ORDER_SOURCES.export))
        await obstacles.clear(shop, { subject, source: ORDER_SOURCES.export });
    },
    forgetId: () => write({ oneStockOrderId: null }),
    async differs(causes, known, note) {
      const source = ORDER_SOURCES.difference;
      const before = known.obstacles.get(source) ?? null;
      if (isDeepStrictEqual(causes, before)) return;
      if (note) await keepNote({ prisma }, shop, orderId, note);
      if (causes === null) await obstacles.clear(shop, { subject, source });
      else await obstacles.raise(shop, { subject, source, causes, severity: 'warning', remedies: ['open'] });
    },
  };
}

/** Only `intend` writes the items, and only this file and the comparison write states. */
type FoundRow = Omit<KnownExport, 'obstacles'> & { obstacles: unknown };

/** https://www.prisma.io/docs/orm/reference/error-reference#p2002 */
function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002';
}
