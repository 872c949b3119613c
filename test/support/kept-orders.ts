/** Orders between the two systems, put where the app keeps them. */

import { randomUUID } from 'node:crypto';
import type { ResolvedGroup } from '#app/features/orders/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

type Row<Model extends object> = Partial<Omit<Model, 'shop' | 'orderId'>>;

export interface OrderToKeep {
  shop: ShopDomain;
  /** Of its id, and of its name `#1001`. */
  number: number;
  seenAt: Date;
  promiseState?: string;
  promiseReason?: string;
  /** The code of that reason. */
  promiseCode?: string;
  resolvedAt?: Date;
  groups?: Partial<ResolvedGroup>[];
  export?: Row<Prisma.OrderExportUncheckedCreateInput>;
  intents?: Row<Prisma.FulfillmentIntentUncheckedCreateInput>[];
  notes?: Row<Prisma.OrderNoteUncheckedCreateInput>[];
}

/** Keeps an order with all that is known of it, and returns its id. */
export async function keepOrder({ prisma }: Pick<Database, 'prisma'>, kept: OrderToKeep): Promise<string> {
  const { shop, number, seenAt, groups = [], intents = [], notes = [] } = kept;
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
      reason: kept.promiseReason ?? null,
      reasonCode: kept.promiseCode ?? null,
      source: groups.length > 0 ? 'checkout' : null,
      resolvedAt: kept.resolvedAt ?? null,
      groups: groups.map((group) => ({ ...nothing, ...group })) as unknown as Prisma.InputJsonArray,
    },
  });
  if (kept.export)
    await prisma.orderExport.create({ data: { ...ofOrder, createdAt: seenAt, ...kept.export } });
  for (const [place, intent] of intents.entries())
    await prisma.fulfillmentIntent.create({
      data: {
        parcelId: `P${place + 1}`,
        locationId: 'L',
        lines: [],
        intendedAt: seenAt,
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
