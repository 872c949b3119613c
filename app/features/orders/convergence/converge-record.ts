import { z } from 'zod';
import type { Causes, Obstacles, Remedy } from '#app/features/obstacles/index.ts';
import { groupIn, ORDERS, type OrderSettings } from '#app/features/settings/shape.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { amountsOf } from '../deliveries/line-amounts.ts';
import type { KnownDelivery } from '../deliveries/types.ts';
import { bySource, type KnownObstacles, obstaclesOfOrder } from '../known-obstacles.ts';
import { keepNote, noteStatement, type OrderNote } from '../order-notes.ts';
import { type ExportState, type IntentState, ORDER_SOURCES, type OrderCode, orderSubject } from '../shape.ts';
import type { SettledRemoval } from './settled-removals.ts';
import type { Intent, Tracking } from './types.ts';

/** An order that was created in OneStock. */
export interface ExportedOrder {
  /** Those that OneStock is known to have, in the order in which they were sent. */
  deliveries: Omit<KnownDelivery, 'feeIds'>[];
  exportedAt: Date;
  /** Something of the order is still to be sent. */
  isWaiting: boolean;
  /** What stands in the order's way, by its source. */
  obstacles: KnownObstacles;
  /** How the shop's orders come back from OneStock. */
  settings: OrderSettings;
  /** The locations of Shopify that are mapped to OneStock's endpoints, by endpoint; of several the first by id. */
  locations: ReadonlyMap<string, string>;
}

export interface Comparison {
  at: Date;
  next: Date | null;
  /** What OneStock calls the state of each delivery that it told of, by the delivery's number. */
  states: ReadonlyMap<number, string>;
  isClosed: boolean;
  /** What stands in the way. */
  blocked: { causes: Causes; attempts: number } | null;
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
  /** What came of the intent is for a person to say. */
  doubt(intentId: string): Promise<void>;
  /** Writes the tracking that an intent's fulfilment is to get, before it is sent; the same once, however often it is tried. */
  askTracking(intentId: string, tracking: Tracking): Promise<void>;
  /** The fulfilment has the tracking; with the note about it, or neither. */
  settleTracking(intentId: string, tracking: Tracking, note: OrderNote): Promise<void>;
  /** More of a delivery's items count as not asked for. */
  keepRemoved(removal: SettledRemoval, known: ExportedOrder): Promise<void>;
  keepNote(note: OrderNote): Promise<void>;
  /** The holds on the order's timeline that it does not tell to be lifted. */
  heldHolds(): Promise<string[]>;
  /** The order was compared, and stands now as it says; with the obstacle of the comparison raised or cleared, or neither. */
  compared(comparison: Comparison, known: Pick<ExportedOrder, 'obstacles'>): Promise<void>;
}

const pieces = z.object({ lineItemId: z.string(), quantity: z.int().positive() });
const keptDeliveries = z.array(
  z.object({
    number: z.int(),
    oneStockOrderId: z.string(),
    choice: z
      .object({ methodType: z.string(), code: z.string().nullable(), locationId: z.string().nullable() })
      .nullable(),
    fulfillmentOrderIds: z.array(z.string()),
    items: z.array(pieces.extend({ itemId: z.string() })),
    removed: z.array(pieces),
    exportedAt: z.coerce.date(),
  }),
);

const locationsByEndpoint = z.record(z.string(), z.string());

export function convergeRecord(
  {
    database: { prisma, pool },
    obstacles,
  }: { database: Pick<Database, 'prisma' | 'pool'>; obstacles: Obstacles },
  shop: ShopDomain,
  orderId: OrderId,
): ConvergeRecord {
  const key = { subject: orderSubject(orderId), source: ORDER_SOURCES.comparison };
  return {
    async find() {
      const [row] = await runSql<FoundRow>(
        pool,
        'exported-order',
        Prisma.sql`
          select exported_at as "exportedAt", revisit_at is not null as "isWaiting", shop.settings,
            (select jsonb_agg(jsonb_build_object('number', number, 'oneStockOrderId', onestock_order_id, 'choice', choice,
                'fulfillmentOrderIds', fulfillment_order_ids, 'items', items, 'removed', removed, 'exportedAt', delivery.exported_at)
                order by number)
              from order_delivery as delivery
              where delivery.shop = export.shop and delivery.order_id = export.order_id and delivery.exported_at is not null
            ) as deliveries,
            ${obstaclesOfOrder(Prisma.sql`export.shop`, Prisma.sql`export.order_id`)} as obstacles,
            (select jsonb_object_agg(endpoint_id, location_id) from (
              select endpoint_id, min(location_id) as location_id from location_mapping
              where location_mapping.shop = export.shop group by endpoint_id
            ) as first) as locations
          from order_export as export
          join shop on shop.domain = export.shop and shop.uninstalled_at is null and shop.syncs_orders
          where export.shop = ${shop} and order_id = ${orderId} and exported_at is not null`,
      );
      return row
        ? {
            ...row,
            deliveries: keptDeliveries.parse(row.deliveries),
            obstacles: bySource(row.obstacles),
            settings: groupIn(row.settings, ORDERS),
            locations: new Map(Object.entries(locationsByEndpoint.parse(row.locations ?? {}))),
          }
        : null;
    },
    async intents() {
      // Only this file writes lines and tracking.
      return runSql<Intent>(
        pool,
        'fulfillment-intents',
        Prisma.sql`
          select id, delivery, parcel_id as "parcelId", location_id as "locationId", method_type as "methodType", lines, missing, tracking,
            asked_tracking as "askedTracking", state, fulfillment_id as "fulfillmentId", intended_at as "intendedAt"
          from fulfillment_intent where shop = ${shop} and order_id = ${orderId} order by intended_at, id`,
      );
    },
    async intend({ delivery, parcelId, locationId, methodType, lines, missing, tracking, intendedAt }) {
      const [row] = await runSql<{ id: string }>(
        pool,
        'intend-fulfilment',
        Prisma.sql`
          insert into fulfillment_intent (shop, order_id, delivery, parcel_id, location_id, method_type, lines, missing, tracking, intended_at)
          values (${shop}, ${orderId}, ${delivery}, ${parcelId}, ${locationId}, ${methodType}, ${JSON.stringify(lines)}::json,
            ${JSON.stringify(missing)}::json, ${JSON.stringify(tracking)}::json, ${intendedAt})
          returning id`,
      );
      if (!row) throw new Error('An intent was written and has no id.');
      return row.id;
    },
    async forget(intentId) {
      await prisma.fulfillmentIntent.deleteMany({
        where: { shop, orderId, id: intentId, state: { not: DONE } },
      });
    },
    async settle(intentId, fulfillmentId, note) {
      const [settled] = await runSql(
        pool,
        'settle-intent',
        Prisma.sql`
          with settled as (
            update fulfillment_intent set state = ${DONE}, fulfillment_id = ${fulfillmentId}, done_at = ${note.at}
            where shop = ${shop} and order_id = ${orderId} and id = ${intentId}::uuid
            returning id
          ), noted as (${noteStatement(shop, orderId, note, Prisma.sql`from settled`)})
          select id from settled`,
      );
      if (!settled) throw new Error('An intent that was carried out is gone.');
    },
    async doubt(intentId) {
      const state: IntentState = 'in_doubt';
      await prisma.fulfillmentIntent.updateMany({
        where: { shop, orderId, id: intentId },
        data: { state },
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
    async keepRemoved({ number, lines }, { deliveries }) {
      const before = deliveries.find((delivery) => delivery.number === number)?.removed ?? [];
      const removed = [...amountsOf([...before, ...lines])].map(([lineItemId, quantity]) => ({
        lineItemId,
        quantity,
      }));
      await prisma.orderDelivery.update({
        where: { shop_orderId_number: { shop, orderId, number } },
        data: { removed },
      });
    },
    keepNote: (note) => keepNote({ prisma }, shop, orderId, note),
    async heldHolds() {
      const notes = await runSql<{ key: string }>(
        pool,
        'hold-notes',
        Prisma.sql`
          select key from order_note where shop = ${shop} and order_id = ${orderId} and kind in ('held', 'released')`,
      );
      const released = new Set(notes.flatMap(({ key }) => holdIn(key, 'released')));
      return notes.flatMap(({ key }) => holdIn(key, 'held')).filter((id) => !released.has(id));
    },
    async compared({ at, next, states, isClosed, blocked }, known) {
      const state: ExportState = isClosed ? 'closed' : 'exported';
      const told = JSON.stringify(Object.fromEntries(states));
      const update = Prisma.sql`
        with told as (
          update order_delivery set onestock_state = said.state
          from (select key::int as number, value as state from jsonb_each_text(${told}::jsonb)) as said
          where shop = ${shop} and order_id = ${orderId} and order_delivery.number = said.number
        )
        update order_export set
          compared_at = ${at}, compare_at = ${next}, state = ${state},
          closed_at = case when ${isClosed} then coalesce(closed_at, ${at}) end
        where shop = ${shop} and order_id = ${orderId}`;
      if (blocked === null && !known.obstacles.has(key.source)) {
        await runSql(pool, 'order-compared', update);
        return;
      }
      await prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw(update);
        if (blocked === null) await obstacles.clear(shop, key, transaction);
        else {
          const remedies = remediesOf(blocked.causes);
          await obstacles.raise(shop, { ...key, ...blocked, severity: 'critical', remedies }, transaction);
        }
      });
    },
  };
}

interface FoundRow extends Pick<ExportedOrder, 'exportedAt' | 'isWaiting'> {
  deliveries: unknown;
  obstacles: unknown;
  settings: unknown;
  locations: unknown;
}

const DONE: IntentState = 'done';
const IN_DOUBT: OrderCode = 'fulfilment_uncertain';

function remediesOf(causes: Causes): Remedy[] {
  const isInDoubt = causes.some(({ code }) => code === IN_DOUBT);
  return isInDoubt ? ['decide', 'retry', 'open'] : ['retry', 'open'];
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
