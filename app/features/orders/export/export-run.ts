import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ExportPlan } from '../known-order.ts';
import type { OrderVisit } from '../order-visit.ts';
import type { CONVERGE_ORDER, RESOLVE_ORDER } from '../shape.ts';
import type { ExportRecord } from './export-record.ts';

export interface ExportDependencies {
  database: Database;
  jobs: Jobs<typeof CONVERGE_ORDER | typeof RESOLVE_ORDER>;
  oneStockAccounts: Pick<OneStockAccounts, 'account'>;
  adminClients: AdminClients;
  oneStock: Pick<
    OneStockGateway,
    'createOrder' | 'readOrder' | 'changeOrder' | 'removeGroups' | 'deliveryPromises'
  >;
  deliveryOptions: Pick<DeliveryOptions, 'listAll'>;
  obstacles: Obstacles;
  clock: Clock;
  log: Logger;
}

/**
 * `off`: the shop does not synchronize orders.
 * `exported`: OneStock has the order, or more of it, as of this run. `followed`: it had all that is to be sent before.
 * `waiting`: the order is sent once it is paid, no longer held, or the like.
 * `left_out`: it is not to be sent; `resting`: so it was decided before.
 * `needs_attention`: nothing more is tried; an obstacle of the order says why.
 */
export type ExportOutcome =
  | { kind: 'off' | 'exported' | 'followed' | 'waiting' | 'left_out' | 'decided' }
  | { kind: 'needs_attention'; code: string };

/** What every step of one run shares. */
export interface ExportRun extends ExportDependencies {
  shop: ShopDomain;
  orderId: OrderId;
  visit: OrderVisit;
  plan: ExportPlan;
  /** Which try of the order's job this is; the first is 1. */
  attempt: number;
  record: ExportRecord;
}
