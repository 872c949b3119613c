import type { Subject } from '#app/features/obstacles/shape.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

type NameReader = (
  prisma: Database['prisma'],
  shop: ShopDomain,
  ids: string[],
) => Promise<{ id: string; name: string | null }[]>;

const READERS: Readonly<Record<string, NameReader>> = {
  async order(prisma, shop, ids) {
    const rows = await prisma.orderPromise.findMany({
      where: { shop, orderId: { in: ids } },
      select: { orderId: true, orderName: true },
    });
    return rows.map(({ orderId, orderName }) => ({ id: orderId, name: orderName }));
  },
  async event(prisma, shop, ids) {
    const rows = await prisma.inboxEvent.findMany({
      where: { shop, id: { in: ids } },
      select: { id: true, topic: true },
    });
    return rows.map(({ id, topic }) => ({ id, name: topic }));
  },
};

/** What subjects are called: an order by its name, an event by its topic. One that is not known is called nothing. */
export async function readSubjectNames(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  subjects: readonly Subject[],
): Promise<(subject: Subject) => string | undefined> {
  const read = async ([kind, reader]: [string, NameReader]) => {
    const ids = subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
    const named = ids.length === 0 ? [] : await reader(prisma, shop, ids);
    return [kind, new Map(named.map(({ id, name }) => [id, name]))] as const;
  };
  const names = new Map(await Promise.all(Object.entries(READERS).map(read)));
  return ({ kind, id }) => names.get(kind)?.get(id) ?? undefined;
}
