import { isDeepStrictEqual } from 'node:util';
import { type Causes, causesJson } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { sqlStateOf } from '#app/platform/database/data-fault.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { KnownExport } from '../known-order.ts';
import { keepNote, noteStatement, type OrderNote } from '../order-notes.ts';
import { type ExportState, ORDER_SOURCES, orderSubject } from '../shape.ts';
import type { ExportDependencies } from './export-run.ts';
import type { ExportedItem } from './types.ts';

/** An order's row of `order_export`, and the obstacles that the export finds. */
export interface ExportRecord {
  /** The order is to be sent later; `causes` say what it waits for. */
  wait(causes: Causes): Promise<void>;
  /** The order is about to be created in OneStock: kept first, so that whoever comes after a crash knows under which id to look. */
  intend(intention: { oneStockOrderId: string; items: ExportedItem[]; sent: object }): Promise<IntentOutcome>;
  /** OneStock has the order, since the time of the note; with the note about it, or neither. */
  exported(note: OrderNote): Promise<void>;
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
  { database: { prisma, pool }, obstacles }: Pick<ExportDependencies, 'database' | 'obstacles'>,
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
    wait: (causes) => write({ state: 'waiting', causes: causesJson(causes) }),
    async intend({ oneStockOrderId, items, sent }) {
      const state: ExportState = 'waiting';
      const kept = await runSql(
        pool,
        'intend-export',
        Prisma.sql`
          insert into order_export (shop, order_id, state, onestock_order_id, items, sent)
          select ${shop}, ${orderId}, ${state}, ${oneStockOrderId}, ${JSON.stringify(items)}::json, ${JSON.stringify(sent)}::json
          on conflict (shop, order_id) do update set state = excluded.state, causes = null,
            onestock_order_id = excluded.onestock_order_id, items = excluded.items, sent = excluded.sent`,
      ).catch((error: unknown) => {
        if (sqlStateOf(error) === UNIQUE_VIOLATION) return null;
        throw error;
      });
      return kept === null ? 'taken' : 'kept';
    },
    async exported(note) {
      const state: ExportState = 'exported';
      const compareAt = new Date(note.at.getTime() + FIRST_COMPARED_AFTER_MS);
      await runSql(
        pool,
        'keep-exported',
        Prisma.sql`
          with noted as (${noteStatement(shop, orderId, note)})
          update order_export set state = ${state}, causes = null, exported_at = ${note.at}, compare_at = ${compareAt}
          where shop = ${shop} and order_id = ${orderId}`,
      );
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
      else
        await obstacles.raise(shop, {
          subject,
          source,
          causes,
          severity: 'warning',
          remedies: ['dismiss', 'open'],
        });
    },
  };
}

/** https://www.postgresql.org/docs/18/errcodes-appendix.html */
const UNIQUE_VIOLATION = '23505';
