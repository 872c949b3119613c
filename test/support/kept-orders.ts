/** Orders between the two systems, put where the app keeps them. */

import { randomUUID } from 'node:crypto';
import { type Causes, causesJson, type Remedy, type Severity } from '#app/features/obstacles/index.ts';
import type { ResolvedGroup } from '#app/features/orders/index.ts';
import { ORDER } from '#app/features/orders/shape.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

type Row<Model extends object> = Partial<Omit<Model, 'shop' | 'orderId'>>;

export interface OrderToKeep {
  shop: ShopDomain;
  /** Of its id, and of its name `#1001`. */
  number: number;
  seenAt: Date;
  promiseState?: string;
  /** Why it has no promise. */
  promiseCauses?: Causes;
  obstacles?: { source: string; causes: Causes; severity?: Severity; remedies?: Remedy[] }[];
  resolvedAt?: Date;
  groups?: Partial<ResolvedGroup>[];
  export?: Row<Prisma.OrderExportUncheckedCreateInput>;
  /** What of it is, or was to be, in OneStock; the first is number 1. */
  deliveries?: (Pick<Prisma.OrderDeliveryUncheckedCreateInput, 'oneStockOrderId'> &
    Row<Prisma.OrderDeliveryUncheckedCreateInput>)[];
  intents?: Row<Prisma.FulfillmentIntentUncheckedCreateInput>[];
  notes?: Row<Prisma.OrderNoteUncheckedCreateInput>[];
}

/** Keeps an order with all that is known of it, and returns its id. */
export async function keepOrder({ prisma }: Pick<Database, 'prisma'>, kept: OrderToKeep): Promise<string> {
  const { shop, number, seenAt, groups = [], deliveries = [], intents = [], notes = [] } = kept;
  const orderId = `gid://shopify/Order/${number}`;
  const ofOrder = { shop, orderId };
  const nothing = {
    fulfillmentOrderId: null,
    source: 'checkout',
    quoteId: null,
    endpointId: null,
    promise: null,
    code: null,
  };
  await prisma.orderPromise.create({
    data: {
      ...ofOrder,
      orderName: `#${number}`,
      firstSeenAt: seenAt,
      state: kept.promiseState ?? 'resolved',
      causes: kept.promiseCauses ? causesJson(kept.promiseCauses) : Prisma.DbNull,
      source: groups.length > 0 ? 'checkout' : null,
      resolvedAt: kept.resolvedAt ?? null,
      groups: groups.map((group) => ({ ...nothing, ...group })) as unknown as Prisma.InputJsonArray,
    },
  });
  for (const { source, causes, severity = 'critical', remedies = ['retry', 'open'] } of kept.obstacles ?? [])
    await prisma.obstacle.create({
      data: {
        ...{ shop, subjectKind: ORDER, subjectId: orderId, source, severity, remedies },
        ...{ causes: causesJson(causes), since: seenAt, seenAt },
      },
    });
  if (kept.export)
    await prisma.orderExport.create({ data: { ...ofOrder, createdAt: seenAt, ...kept.export } });
  for (const [place, delivery] of deliveries.entries())
    await prisma.orderDelivery.create({ data: { number: place + 1, ...ofOrder, ...delivery } });
  for (const [place, intent] of intents.entries())
    await prisma.fulfillmentIntent.create({
      data: {
        parcelId: `P${place + 1}`,
        locationId: 'L',
        lines: [],
        // Their order is that of their times.
        intendedAt: new Date(seenAt.getTime() + place),
        ...ofOrder,
        ...intent,
      },
    });
  for (const note of notes)
    await prisma.orderNote.create({
      data: { at: seenAt, kind: 'exported', key: randomUUID(), ...ofOrder, ...note },
    });
  return orderId;
}
