import { Prisma } from '#app/platform/database/generated/client.ts';

/** The condition for the order that a person means: its name with or without its mark, its id, or the number of its id. */
export function isOrder(text: string): Prisma.Sql {
  const meant = text.trim();
  return Prisma.sql`(order_name in (${meant}, ${`#${meant}`}) or order_id in (${meant}, ${`gid://shopify/Order/${meant}`}))`;
}
