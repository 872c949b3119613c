import { z } from 'zod';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** The name of a state in the site's own workflow. */
const stateName = z.string().trim().min(1).max(64);

/**
 * How orders go to OneStock and come back. Workflows are configured for each site, so the names of states are settings
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/1240498177/Entity+Lifecycle+and+Workflow); the defaults are those of
 * OneStock's own guides.
 */
export const orderSettingsSchema = z.object({
  /** What an order is called in OneStock: Shopify's name without its `#`, or Shopify's number of it. */
  orderId: z.enum(['name', 'numeric']).default('name'),
  /** Stands before it, such as `FR-` where several shops share a site. */
  orderIdPrefix: z
    .string()
    .regex(/^[\w.-]{0,32}$/, 'Letters, digits, “-”, “_” and “.” only, at most 32.')
    .default(''),
  /** Whether gift cards and lines that need no shipping are sent too. */
  keepUnshippable: z.boolean().default(false),
  /** A parcel in one of these has left: it becomes a fulfilment. One that is looked at late may have arrived already. */
  shippedParcelStates: z.array(stateName).default(['dispatched', 'delivered', 'collected']),
  /** Pieces in one of these will not come: they are held in Shopify. */
  heldGroupStates: z.array(stateName).default(['removed']),
  /** Pieces in one of these were handed over, with a parcel or without one: they are never held. */
  handedOverGroupStates: z.array(stateName).default(['provided', 'fulfilled']),
  /** The state into which pieces of a cancelled order are moved. */
  removedGroupState: stateName.default('removed'),
  /** An order in one of these is over. */
  closedOrderStates: z.array(stateName).default(['removed', 'fulfilled']),
  /** Whether Shopify writes to the customer about each fulfilment. */
  notifyCustomer: z.boolean().default(false),
  /** Fulfil at the location that Shopify assigned, or move to the location that is mapped to OneStock's endpoint first. */
  whereFulfilled: z.enum(['assigned', 'mapped']).default('assigned'),
  /** Whether an order that is cancelled in Shopify is taken out of OneStock. */
  removeOnCancel: z.boolean().default(true),
  /** What OneStock's signature covers: the body, or the time and the body. */
  oneStockSignatureForm: z.enum(['body', 'timestamp']).default('body'),
});

export type OrderSettings = z.infer<typeof orderSettingsSchema>;

/** The settings of a shop; each that was never saved, or is of another kind by now, has its default. */
export async function readOrderSettings(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
): Promise<OrderSettings> {
  const row = await prisma.shop.findUnique({ where: { domain: shop }, select: { orderSettings: true } });
  return parseOrderSettings(row?.orderSettings);
}

/** The settings as they are stored, made whole. */
export function parseOrderSettings(stored: unknown): OrderSettings {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const usable = Object.entries(orderSettingsSchema.shape).filter(
    ([name, schema]) => given[name] !== undefined && schema.safeParse(given[name]).success,
  );
  return orderSettingsSchema.parse(Object.fromEntries(usable.map(([name]) => [name, given[name]])));
}
