import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** Whether a source told anything of a subject since an instant. */
export async function hasEventSince(
  { prisma }: Pick<Database, 'prisma'>,
  { source, shop, subject }: { source: string; shop: ShopDomain; subject: string },
  since: Date,
): Promise<boolean> {
  const where = { source, shop, subject, receivedAt: { gte: since } };
  return (await prisma.inboxEvent.findFirst({ where, select: { id: true } })) !== null;
}
