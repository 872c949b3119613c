import { err, ok, type Result } from 'neverthrow';
import type { AdminClient, AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OrderPlan } from './deliveries/types.ts';
import { planOrderDeliveries } from './export/plan-order-deliveries.ts';
import { readShopOrder } from './export/read-shop-order.ts';
import type { ShopOrder } from './export/types.ts';
import { type KnownOrder, readKnownOrder } from './known-order.ts';
import { readOrder } from './promise/read-order.ts';
import type { Order, ResolvedGroup } from './promise/types.ts';
import type { OrderError } from './shape.ts';

/** An order as Shopify holds it, for both halves of its job. */
export interface ReadOrder {
  order: Order;
  /** With the buyer's names and addresses; null where the shop does not synchronize orders, as nobody needs them. */
  shopOrder: ShopOrder | null;
}

/** One run of an order's job. Its halves share what is asked once: what is kept of the order, and what Shopify says of it. */
export interface OrderVisit {
  readonly shop: ShopDomain;
  readonly orderId: OrderId;
  /** What is kept of the order, as it was when it was first asked for. */
  known(): Promise<KnownOrder>;
  /** What is kept of the order at this moment. */
  knownNow(): Promise<KnownOrder>;
  client(): Promise<Result<AdminClient, ShopifyError>>;
  /** The order as it was when this was first asked; null when the shop has no such order. */
  order(): Promise<Result<ReadOrder | null, ShopifyError>>;
  /** Reads the order anew; the others of this run see it so from then on. */
  orderNow(): Promise<Result<ReadOrder | null, ShopifyError>>;
  /** The order's delivery groups with what was found for them, as they are kept; empty before anything was found. */
  groups(): Promise<readonly ResolvedGroup[]>;
  /** Says what was found and kept in this run. */
  found(groups: readonly ResolvedGroup[]): void;
  /** What of the order is to be asked of OneStock, by what was read and is kept; null where the shop does not synchronize orders, or has no such order. */
  deliveryPlan(): Promise<Result<OrderPlan | null, OrderError>>;
  /** Says that what is kept of the order was changed in this run: it is read again when it is next asked for. */
  changed(): void;
}

export function createOrderVisit(
  { database, adminClients }: { database: Pick<Database, 'pool'>; adminClients: AdminClients },
  shop: ShopDomain,
  orderId: OrderId,
): OrderVisit {
  let known: KnownOrder | undefined;
  let client: AdminClient | undefined;
  let read: ReadOrder | null | undefined;
  let groups: readonly ResolvedGroup[] | undefined;
  let plan: OrderPlan | undefined;
  const visit: OrderVisit = {
    shop,
    orderId,
    async known() {
      known ??= await visit.knownNow();
      return known;
    },
    knownNow: () => readKnownOrder(database, shop, orderId),
    async client() {
      if (client) return ok(client);
      const answer = await adminClients.forShop(shop);
      if (answer.isOk()) client = answer.value;
      return answer;
    },
    order: async () => (read === undefined ? visit.orderNow() : ok(read)),
    async orderNow() {
      // A reading that fails leaves none: what is done next is not done upon an older one.
      read = undefined;
      plan = undefined;
      const reached = await visit.client();
      if (reached.isErr()) return err(reached.error);
      const isSynchronized = (await visit.known()).plan !== null;
      const answer = isSynchronized
        ? await readShopOrder(reached.value, orderId)
        : (await readOrder(reached.value, orderId)).map((order) => order && { order, shopOrder: null });
      if (answer.isOk()) read = answer.value;
      return answer;
    },
    groups: async () => groups ?? (await visit.known()).promise?.groups ?? [],
    found(ofThisRun) {
      groups = ofThisRun;
    },
    async deliveryPlan() {
      if (plan) return ok(plan);
      const { plan: wanted, export: exported } = await visit.known();
      const order = await visit.order();
      if (order.isErr()) return err(order.error);
      const shopOrder = order.value?.shopOrder;
      const reached = await visit.client();
      if (reached.isErr()) return err(reached.error);
      if (!wanted || !shopOrder) return ok(null);
      const planned = await planOrderDeliveries(reached.value, shopOrder, wanted, exported);
      if (planned.isOk()) plan = planned.value;
      return planned;
    },
    changed() {
      known = undefined;
      plan = undefined;
    },
  };
  return visit;
}
