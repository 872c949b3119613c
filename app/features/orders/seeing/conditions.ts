import { Prisma } from '#app/platform/database/generated/client.ts';

/** Orders as `promise`, with what is known of their export and of their shop. */
export const ORDERS = Prisma.sql`
  order_promise as promise
  left join order_export as export on export.shop = promise.shop and export.order_id = promise.order_id
  left join shop as owner on owner.domain = promise.shop`;

/** An order whose promise is still looked for comes next, and is sent then. */
export const STATE = Prisma.sql`
  coalesce(export.state, case when promise.state = 'waiting' and owner.syncs_orders then 'waiting' else 'not_sent' end)`;

/** A hold is noted with its id, and so is its end. */
export const IS_HELD = Prisma.sql`exists (
  select from order_note as held
  where held.shop = promise.shop and held.order_id = promise.order_id and held.kind = 'held' and not exists (
    select from order_note as released
    where released.shop = held.shop and released.order_id = held.order_id
      and released.key = 'released:' || substr(held.key, length('held:') + 1)))`;

export const IS_FAILED = Prisma.sql`(
  promise.state = 'needs_attention' or coalesce(export.state = 'needs_attention', false) or exists (
    select from fulfillment_intent as intent
    where intent.shop = promise.shop and intent.order_id = promise.order_id and intent.state = 'needs_attention'))`;

/** The condition for the order that a person means. */
export function isMeant(text: string): Prisma.Sql {
  const meant = text.trim();
  return Prisma.sql`(
    promise.order_name in (${meant}, ${`#${meant}`}) or promise.order_id in (${meant}, ${`gid://shopify/Order/${meant}`})
    or export.onestock_order_id = ${meant})`;
}
