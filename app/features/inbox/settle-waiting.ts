import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/**
 * A statement of SQL, to stand by itself or as a part of another one: settles the events of a source that wait about a subject, as the job
 * does that they share.
 *
 * @param facts an expression for a JSON object of what is learnt of the events; it is added to their facts
 */
export function settleWaiting(
  { source, shop, subject }: { source: string; shop: ShopDomain; subject: string },
  { at, facts }: { at: Date; facts: Prisma.Sql },
): Prisma.Sql {
  return Prisma.sql`
    update inbox_event set state = 'done', handled_at = ${at}, attempts = attempts + 1, facts = facts || ${facts}
    where source = ${source} and shop = ${shop} and subject = ${subject} and state = 'waiting'`;
}
