import { isDeepStrictEqual } from 'node:util';
import { type Causes, causesJson, type Remedy } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Cause } from '#app/platform/cause.ts';
import { sqlStateOf } from '#app/platform/database/data-fault.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Addressee, KnownDelivery } from '../deliveries/types.ts';
import type { KnownExport } from '../known-order.ts';
import { keepNote, noteStatement, type OrderNote } from '../order-notes.ts';
import {
  type ExportState,
  NOT_READABLE,
  ORDER_SOURCES,
  type OrderCause,
  orderSubject,
  type PromiseState,
} from '../shape.ts';
import { decisionFor } from './decided.ts';
import type { ExportDependencies } from './export-run.ts';

/** An order's rows of `order_export` and `order_delivery`, and the obstacles that the export finds. */
export interface ExportRecord {
  /** A delivery is about to be created in OneStock: kept first, so that whoever comes after a crash knows under which id to look. */
  intend(delivery: IntendedDelivery): Promise<IntentOutcome>;
  /** OneStock has the delivery, which is to be written on the order; with the note about it, or neither. */
  exported(delivery: Pick<KnownDelivery, 'number' | 'oneStockOrderId'>, at: Date): Promise<void>;
  /** Other lines get pieces of these deliveries, which are compared with OneStock anew. */
  passOn(deliveries: readonly Pick<KnownDelivery, 'number' | 'items'>[], at: Date): Promise<void>;
  /** OneStock has nothing of ours under the delivery's id. */
  forgetDelivery(number: number): Promise<void>;
  /**
   * What of the order is not sent, and why; of an order of which nothing was sent, `state` says whether it waits or is left out.
   *
   * @param wasSent something was sent in this run
   */
  rest(
    state: 'waiting' | 'left_out' | null,
    rest: KeptRest,
    known: KnownExport | null,
    wasSent: boolean,
  ): Promise<void>;
  /** The order is not to be sent, and nothing of it waits. */
  leaveOut(causes: Causes, known: Pick<KnownExport, 'obstacles'>): Promise<void>;
  /** Why the last try failed, while the order waits for the next. */
  keepCauses(causes: Causes): Promise<void>;
  /**
   * Nothing more is tried by itself; with the note about it, or neither.
   *
   * @param openLines the lines without which a person may have it sent
   */
  giveUp(causes: Causes, attempts: number, note: OrderNote, openLines?: readonly string[]): Promise<void>;
  /** What Shopify says was followed: that it could not be stands in the way no more. */
  followed(known: Pick<KnownExport, 'obstacles'>): Promise<void>;
  /** It was sent later than the shopper was told. */
  late(causes: Causes): Promise<void>;
  /** What differs between the two systems; null for nothing. */
  differs(causes: Causes | null, known: Pick<KnownExport, 'obstacles'>, note?: OrderNote): Promise<void>;
}

export interface IntendedDelivery extends Omit<KnownDelivery, 'removed' | 'exportedAt'> {
  addressee: Addressee;
  /** For a person to look at. */
  sent: object;
}

interface KeptRest {
  causes: readonly Cause[];
  revisitAt: Date | null;
  heldSince: Date | null;
  /** What needs a person about it. */
  obstacle: OrderCause | null;
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
  /** What needs a person about the waiting, or nothing any more. */
  const keepWaiting = async (cause: OrderCause | null, known: KnownExport | null) => {
    const source = ORDER_SOURCES.waiting;
    const before = known?.obstacles.get(source);
    if (cause === null && before) await obstacles.clear(shop, { subject, source });
    if (cause === null || before?.[0].code === cause.code) return;
    const causes: Causes = [cause];
    // Once the permission is given, looking again is all that is left to do.
    const isGrantable = cause.code === NOT_READABLE;
    const remedies = isGrantable ? (['retry', 'open'] as const) : (['open'] as const);
    await obstacles.raise(shop, { subject, source, causes, severity: 'warning', remedies });
  };
  return {
    async intend({ number, oneStockOrderId, choice, fulfillmentOrderIds, items, feeIds, addressee, sent }) {
      const kept = await runSql(
        pool,
        'intend-export',
        Prisma.sql`
          with exported as (
            insert into order_export (shop, order_id) values (${shop}, ${orderId})
            on conflict (shop, order_id) do update set
              state = case when order_export.exported_at is null then 'waiting' else 'exported' end
          )
          insert into order_delivery (shop, order_id, number, onestock_order_id, choice, fulfillment_order_ids, items, fee_ids, addressee, sent)
          values (${shop}, ${orderId}, ${number}, ${oneStockOrderId}, ${JSON.stringify(choice)}::jsonb, ${fulfillmentOrderIds},
            ${JSON.stringify(items)}::json, ${feeIds}, ${JSON.stringify(addressee)}::jsonb, ${JSON.stringify(sent)}::json)
          on conflict (shop, order_id, number) do update set onestock_order_id = excluded.onestock_order_id,
            choice = excluded.choice, fulfillment_order_ids = excluded.fulfillment_order_ids, items = excluded.items, fee_ids = excluded.fee_ids,
            addressee = excluded.addressee, sent = excluded.sent`,
      ).catch((error: unknown) => {
        if (sqlStateOf(error) === UNIQUE_VIOLATION) return null;
        throw error;
      });
      return kept === null ? 'taken' : 'kept';
    },
    async exported({ number, oneStockOrderId }, at) {
      const state: ExportState = 'exported';
      const [unwritten, written]: PromiseState[] = ['waiting', 'resolved'];
      const compareAt = new Date(at.getTime() + FIRST_COMPARED_AFTER_MS);
      const key = number === 1 ? 'exported' : `exported:${number}`;
      const note: OrderNote = { at, kind: 'exported', facts: { oneStockOrderId }, key };
      await runSql(
        pool,
        'keep-exported',
        Prisma.sql`
          with noted as (${noteStatement(shop, orderId, note)}), delivered as (
            update order_delivery set exported_at = ${at}
            where shop = ${shop} and order_id = ${orderId} and number = ${number}
          ), unwritten as (
            update order_promise set state = ${unwritten}
            where shop = ${shop} and order_id = ${orderId} and state = ${written}
          )
          update order_export set state = ${state}, causes = null, exported_at = coalesce(exported_at, ${at}), closed_at = null,
            compare_at = least(compare_at, ${compareAt})
          where shop = ${shop} and order_id = ${orderId}`,
      );
    },
    async passOn(deliveries, at) {
      const state: ExportState = 'exported';
      await prisma.$transaction(async (transaction) => {
        for (const { number, items } of deliveries)
          await transaction.orderDelivery.update({
            where: { shop_orderId_number: { ...id, number } },
            data: { items: items.map((item) => ({ ...item })) },
          });
        const data = { state, closedAt: null, compareAt: at };
        await transaction.orderExport.update({ where: { shop_orderId: id }, data });
      });
    },
    async forgetDelivery(number) {
      await prisma.orderDelivery.deleteMany({ where: { ...id, number, exportedAt: null } });
    },
    async rest(state, { causes: found, revisitAt, heldSince, obstacle }, known, wasSent) {
      const [first, ...others] = found;
      const causes: Causes | null = first ? [first, ...others] : null;
      const before = wasSent ? null : (known?.causes ?? null);
      const isKept = known !== null && (state === null || state === known.state);
      const isAsKept =
        (isKept || wasSent) &&
        isDeepStrictEqual(causes, before) &&
        (revisitAt === null) === (known?.revisitAt == null) &&
        (heldSince === null) === (known?.heldSince == null);
      if (!isAsKept || revisitAt !== null)
        await write({
          ...(state && { state }),
          causes: causes ? causesJson(causes) : Prisma.DbNull,
          revisitAt,
          heldSince,
        });
      await keepWaiting(obstacle, known);
    },
    async leaveOut(causes, known) {
      await write({ state: 'left_out', causes: causesJson(causes), revisitAt: null, heldSince: null });
      for (const source of [ORDER_SOURCES.export, ORDER_SOURCES.waiting])
        if (known.obstacles.has(source)) await obstacles.clear(shop, { subject, source });
    },
    async keepCauses(causes) {
      const state: ExportState = 'waiting';
      await prisma.orderExport.updateMany({
        where: { ...id, state },
        data: { causes: causesJson(causes) },
      });
    },
    async giveUp(causes, attempts, note, openLines = []) {
      const remedies: Remedy[] = decisionFor(causes[0].code) ? ['decide'] : ['retry', 'open'];
      const found = { causes, severity: 'critical', attempts, remedies } as const;
      await prisma.$transaction(async (transaction) => {
        await keepNote({ prisma: transaction }, shop, orderId, note);
        await write({ causes: Prisma.DbNull, openLines: [...openLines] }, transaction);
        await obstacles.raise(shop, { subject, source: ORDER_SOURCES.export, ...found }, transaction);
      });
    },
    async followed(known) {
      if (known.obstacles.has(ORDER_SOURCES.export))
        await obstacles.clear(shop, { subject, source: ORDER_SOURCES.export });
    },
    late: (causes) =>
      obstacles.raise(shop, {
        ...{ subject, source: ORDER_SOURCES.lateness, causes },
        ...{ severity: 'warning', remedies: ['dismiss', 'open'] },
      }),
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
