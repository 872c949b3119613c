import { z } from 'zod';
import { type Causes, parseCauses } from '#app/features/obstacles/index.ts';
import {
  CHECKOUT,
  type CheckoutSettings,
  groupIn,
  ORDERS,
  type OrderSettings,
} from '#app/features/settings/shape.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { FulfilledPieces, KnownDelivery, LinePieces } from './deliveries/types.ts';
import type { Mappings } from './export/choice.ts';
import { type Decided, decided } from './export/decided.ts';
import { bySource, type KnownObstacles, obstaclesOfOrder } from './known-obstacles.ts';
import type { ResolvedGroup } from './promise/types.ts';
import type { ExportState, PromiseState } from './shape.ts';

/** Everything that is kept of an order and of how its shop wants it handled, as its job finds it. */
export interface KnownOrder {
  /** Null when no event of the order was ever seen. */
  promise: KnownPromise | null;
  /** Null when nothing is known of its export. */
  export: KnownExport | null;
  /** What stands in the order's way, by its source. */
  obstacles: KnownObstacles;
  /** Null when the shop does not synchronize orders, or has uninstalled the app. */
  plan: ExportPlan | null;
  /** A person asked by name for the order to be sent. */
  wasAskedFor: boolean;
}

export interface KnownPromise {
  orderName: string | null;
  firstSeenAt: Date;
  createdSeenAt: Date | null;
  routedSeenAt: Date | null;
  state: PromiseState;
  /** Why the order has no promise where it could have one, or not the one that was shown, as the database keeps it. */
  causes: unknown;
  resolvedAt: Date | null;
  /** What was found before; later runs keep to it. */
  groups: ResolvedGroup[];
  /** When it was last updated in Shopify, as it was last read. */
  updatedAt: Date | null;
}

export interface KnownExport {
  state: ExportState;
  /** What it, or the rest of it, waits for, or why it was left out. */
  causes: Causes | null;
  /** What was sent of it, or was about to be. */
  deliveries: KnownDelivery[];
  /** What of it the app made fulfilments of, each with the fulfilment that it is in, and what left with it and was no longer in the order. */
  fulfilled: (FulfilledPieces & { fulfillmentId: string })[];
  /** What a person decided about it. */
  decided: Decided;
  /** Null as long as OneStock is not known to have any of it. */
  exportedAt: Date | null;
  /** When it is looked at again by itself. */
  revisitAt: Date | null;
  /** When something of it was first seen to wait for a hold that still stands. */
  heldSince: Date | null;
  /** What stands in the order's way, by its source. */
  obstacles: KnownObstacles;
}

/** How a shop's orders are to be exported. */
export interface ExportPlan {
  /** `paid`: not before the order is paid. */
  moment: 'created' | 'paid';
  /** Orders placed before are left alone. */
  since: Date;
  settings: OrderSettings;
  itemIdSource: CheckoutSettings['itemIdSource'];
  mappings: Mappings;
}

/** Reads all of it in one statement. */
export async function readKnownOrder(
  { pool }: Pick<Database, 'pool'>,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<KnownOrder> {
  const [row] = await runSql<KnownRow>(pool, 'known-order', knownOrder(shop, orderId));
  if (!row) throw new Error('A row that is made by the statement itself is missing.');
  const obstacles = bySource(row.obstacles);
  return {
    promise: row.firstSeenAt && { ...row, firstSeenAt: row.firstSeenAt, state: row.promiseState },
    export: row.exportState && exportOf(row, row.exportState, obstacles),
    obstacles,
    plan: row.installedAt && planOf(row, row.installedAt),
    wasAskedFor: row.wasAskedFor,
  };
}

const knownOrder = (shop: ShopDomain, orderId: OrderId) => Prisma.sql`
  select promise.order_name as "orderName", promise.first_seen_at as "firstSeenAt", promise.created_seen_at as "createdSeenAt",
    promise.routed_seen_at as "routedSeenAt", promise.state as "promiseState", promise.causes, promise.resolved_at as "resolvedAt",
    promise.groups, promise.updated_at as "updatedAt",
    export.state as "exportState", export.causes as "exportCauses", export.decided, export.exported_at as "exportedAt",
    export.revisit_at as "revisitAt", export.held_since as "heldSince",
    (select jsonb_agg(jsonb_build_object('number', number, 'oneStockOrderId', onestock_order_id, 'choice', choice,
        'fulfillmentOrderIds', fulfillment_order_ids, 'items', items, 'removed', removed, 'feeIds', fee_ids, 'addressee', addressee,
        'exportedAt', exported_at) order by number)
      from order_delivery where shop = asked.shop and order_id = asked.order_id) as deliveries,
    (select jsonb_agg(jsonb_build_object('delivery', delivery, 'fulfillmentId', fulfillment_id, 'lines', lines::jsonb || missing::jsonb))
      from fulfillment_intent where shop = asked.shop and order_id = asked.order_id and fulfillment_id is not null) as fulfilled,
    ${obstaclesOfOrder(Prisma.sql`asked.shop`, Prisma.sql`asked.order_id`)} as obstacles,
    exists (
      select from order_note where shop = asked.shop and order_id = asked.order_id and kind = 'requested'
    ) as "wasAskedFor",
    shop.installed_at as "installedAt", shop.syncs_orders_since as "syncsOrdersSince", shop.sync_moment as "syncMoment", shop.settings,
    (select jsonb_agg(jsonb_build_object('source', source, 'key', key, 'rulesetChainingId', ruleset_chaining_id))
      from ruleset_mapping where ruleset_mapping.shop = shop.domain) as rulesets,
    (select jsonb_agg(jsonb_build_object('locationId', location_id, 'endpointId', endpoint_id))
      from location_mapping where location_mapping.shop = shop.domain) as locations
  from (values (${shop}, ${orderId})) as asked (shop, order_id)
  left join order_promise as promise using (shop, order_id)
  left join order_export as export using (shop, order_id)
  left join shop on shop.domain = asked.shop and shop.uninstalled_at is null and shop.syncs_orders`;

/** Only the records of the promise and the export write the groups, the items and the states. */
interface KnownRow extends PlanRow {
  orderName: string | null;
  firstSeenAt: Date | null;
  createdSeenAt: Date | null;
  routedSeenAt: Date | null;
  promiseState: PromiseState;
  causes: unknown;
  resolvedAt: Date | null;
  groups: ResolvedGroup[];
  updatedAt: Date | null;
  exportState: ExportState | null;
  exportCauses: unknown;
  decided: unknown;
  exportedAt: Date | null;
  revisitAt: Date | null;
  heldSince: Date | null;
  deliveries: (Omit<KnownDelivery, 'exportedAt'> & { exportedAt: string | null })[] | null;
  fulfilled: { delivery: number; fulfillmentId: string; lines: LinePieces[] }[] | null;
  obstacles: unknown;
  wasAskedFor: boolean;
}

interface PlanRow {
  installedAt: Date | null;
  syncsOrdersSince: Date | null;
  syncMoment: string;
  settings: unknown;
  rulesets: unknown;
  locations: unknown;
}

function exportOf(
  { exportCauses, deliveries, fulfilled, ...row }: KnownRow,
  state: ExportState,
  obstacles: KnownObstacles,
): KnownExport {
  return {
    state,
    causes: exportCauses === null ? null : parseCauses(exportCauses),
    deliveries: (deliveries ?? []).map((delivery) => ({
      ...delivery,
      exportedAt: delivery.exportedAt === null ? null : new Date(delivery.exportedAt),
    })),
    fulfilled: (fulfilled ?? []).flatMap(({ lines, ...of }) =>
      lines.map(({ lineItemId, quantity }) => ({ ...of, lineItemId, quantity })),
    ),
    decided: decided.parse(row.decided),
    exportedAt: row.exportedAt,
    revisitAt: row.revisitAt,
    heldSince: row.heldSince,
    obstacles,
  };
}

const rulesets = z
  .array(z.object({ source: z.string(), key: z.string(), rulesetChainingId: z.string() }))
  .nullable();
const locations = z.array(z.object({ locationId: z.string(), endpointId: z.string() })).nullable();

function planOf(row: PlanRow, installedAt: Date): ExportPlan {
  return {
    moment: row.syncMoment === 'paid' ? 'paid' : 'created',
    since: row.syncsOrdersSince ?? installedAt,
    settings: groupIn(row.settings, ORDERS),
    itemIdSource: groupIn(row.settings, CHECKOUT).itemIdSource,
    mappings: {
      rulesets: rulesets.parse(row.rulesets) ?? [],
      locations: locations.parse(row.locations) ?? [],
    },
  };
}
