import { idsWithObstacle } from '#app/features/obstacles/index.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { EXPORT_GIVEN_UP, EXPORT_OBSTRUCTED, PROMISE_GIVEN_UP } from '../row-conditions.ts';
import { ORDER, type OrderState, SYNCHRONIZATION_SOURCES } from '../shape.ts';

/** Orders as `promise`, with what is known of their export and of their shop. */
export const ORDERS = Prisma.sql`
  order_promise as promise
  left join order_export as export on export.shop = promise.shop and export.order_id = promise.order_id
  left join shop as owner on owner.domain = promise.shop`;

/** An order whose promise is still looked for comes next, and is sent then. */
const COMES_NEXT = Prisma.sql`(
  export.order_id is null and promise.state = 'waiting' and coalesce(owner.syncs_orders, false) and not ${PROMISE_GIVEN_UP})`;

/** A note that the order was cancelled in Shopify and all of it taken out of OneStock, as `isAllTakenOut` reads it. */
const SAYS_CANCELLED = Prisma.sql`
  note.key = 'cancelled' and (note.facts ->> 'isRemoved')::boolean and coalesce((note.facts ->> 'keptPieces')::int, 0) = 0`;

const CANCELLED = Prisma.sql`exists (
  select from order_note as note where note.shop = export.shop and note.order_id = export.order_id and ${SAYS_CANCELLED})`;

export const STATE = Prisma.sql`case
  when ${EXPORT_OBSTRUCTED} then 'needs_attention'
  when ${CANCELLED} then 'cancelled'
  else coalesce(export.state, case when ${COMES_NEXT} then 'waiting' else 'not_sent' end) end`;

/** Whether an order of {@link ORDERS} is in a state, as {@link STATE} tells it. */
export function isInState(shop: ShopDomain, state: OrderState): Prisma.Sql {
  const obstructed = idsWithObstacle({ shop, kind: ORDER }, SYNCHRONIZATION_SOURCES);
  switch (state) {
    case 'needs_attention':
      return Prisma.sql`promise.order_id in (${obstructed})`;
    case 'waiting':
      return Prisma.sql`promise.order_id in (${waitingOrders(shop)})`;
    case 'not_sent':
      return Prisma.sql`(export.order_id is null and not ${COMES_NEXT})`;
    case 'cancelled':
      return Prisma.sql`(promise.order_id in (${cancelledOrders(shop)}) and promise.order_id not in (${obstructed}))`;
    default:
      return Prisma.sql`(export.state = ${state} and promise.order_id not in (${obstructed}) and not ${CANCELLED})`;
  }
}

// The ids of those of a shop's orders, few among many, that ask for something: each is read from indexes that hold no others.

/** Those that are still to be sent to OneStock. */
export function waitingOrders(shop: ShopDomain): Prisma.Sql {
  return Prisma.sql`
    select order_id from order_export as export where shop = ${shop} and state = 'waiting' and not ${EXPORT_GIVEN_UP}
    union
    select promise.order_id from ${ORDERS} where promise.shop = ${shop} and promise.state = 'waiting' and ${COMES_NEXT}`;
}

/** Those that {@link STATE} calls cancelled, but for what stands in their way. */
function cancelledOrders(shop: ShopDomain): Prisma.Sql {
  return Prisma.sql`select order_id from order_note as note where shop = ${shop} and ${SAYS_CANCELLED}`;
}

/** A hold is noted with its id, and so is its end. */
export function heldOrders(shop: ShopDomain): Prisma.Sql {
  return Prisma.sql`
    select distinct held.order_id from order_note as held
    where held.shop = ${shop} and held.kind = 'held' and not exists (
      select from order_note as released
      where released.shop = held.shop and released.kind = 'released' and released.order_id = held.order_id
        and released.key = 'released:' || substr(held.key, length('held:') + 1))`;
}

/** Those that something stands in the way of, each once. */
export function obstructedOrders(shop: ShopDomain): Prisma.Sql {
  return idsWithObstacle({ shop, kind: ORDER });
}

/** The orders that a person may mean. */
export function meantOrders(shop: ShopDomain, text: string): Prisma.Sql {
  const meant = text.trim();
  return Prisma.sql`
    select order_id from order_promise where shop = ${shop} and order_name in (${meant}, ${`#${meant}`})
    union
    select order_id from order_promise where shop = ${shop} and order_id in (${meant}, ${`gid://shopify/Order/${meant}`})
    union
    select order_id from order_delivery where shop = ${shop} and onestock_order_id = ${meant}`;
}
