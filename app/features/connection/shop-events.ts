import { ok, type Result } from 'neverthrow';
import { z } from 'zod';
import type { InboxEvent, InboxHandler } from '#app/features/activity/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Connection } from './index.ts';

/** Shopify's topics about the shop as a whole and about its customers' privacy. */
export const SHOP_TOPICS = [
  'app/uninstalled',
  'shop/redact',
  'customers/redact',
  'customers/data_request',
] as const;

export type ShopTopic = (typeof SHOP_TOPICS)[number];

/** Digits only: not every text that JSON can hold can be kept in the database. */
const idNumber = z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);

const orderIds = z
  .array(idNumber.nullable().catch(null))
  .catch([])
  .transform((numbers) => numbers.filter((number) => number !== null))
  .transform((numbers) => numbers.map((number) => `gid://shopify/Order/${number}` as OrderId));

const customerRequest = z.object({
  orders_to_redact: orderIds,
  orders_requested: orderIds,
  data_request: z.object({ id: idNumber }).catch({ id: '' }),
});

const customerFacts = z.object({
  orderIds: z.array(z.string()).transform((ids) => ids as OrderId[]),
  requestId: z.string(),
});

/**
 * What the inbox keeps of an event on one of {@link SHOP_TOPICS}: ids of orders and of the request, never the customer. What is
 * no id is left out; a body of another shape has none, and its event stands for itself
 * (https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance).
 */
export function shopEventFacts(topic: ShopTopic, body: unknown): Record<string, unknown> {
  if (!topic.startsWith('customers/')) return {};
  const parsed = customerRequest.catch({
    orders_to_redact: [],
    orders_requested: [],
    data_request: { id: '' },
  });
  const { orders_to_redact, orders_requested, data_request } = parsed.parse(body);
  const named = topic === 'customers/redact' ? orders_to_redact : orders_requested;
  return { orderIds: named, requestId: data_request.id };
}

/** The handlers of {@link SHOP_TOPICS}, for the inbox. */
export function shopEventHandlers(
  connection: Pick<Connection, 'uninstall' | 'redactShop' | 'redactOrders' | 'reportStoredData'>,
): Readonly<Record<ShopTopic, InboxHandler>> {
  return {
    'app/uninstalled': (event) => settled(connection.uninstall(event.shop, happenedAt(event))),
    'shop/redact': (event) => settled(connection.redactShop(event.shop, happenedAt(event))),
    'customers/redact': ({ shop, facts }) =>
      settled(connection.redactOrders(shop, customerFacts.parse(facts).orderIds)),
    'customers/data_request': ({ shop, facts }) => {
      const { orderIds, requestId } = customerFacts.parse(facts);
      return settled(connection.reportStoredData(shop, { id: requestId, orderIds }));
    },
  };
}

function happenedAt({ triggeredAt, receivedAt }: InboxEvent): Date {
  return triggeredAt ?? receivedAt;
}

async function settled(work: Promise<void>): Promise<Result<void, never>> {
  await work;
  return ok();
}
