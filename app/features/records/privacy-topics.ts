import { ok } from 'neverthrow';
import { z } from 'zod';
import type { ShopifyTopics } from '#app/features/shops/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Records } from './index.ts';

/** Digits only: not every text that JSON can hold can be kept in the database. */
const idNumber = z.union([z.number().int().nonnegative(), z.string().regex(/^\d{1,20}$/)]).transform(String);

const orderIds = z
  .array(idNumber.nullable().catch(null))
  .catch([])
  .transform((numbers) => numbers.filter((number) => number !== null))
  .transform((numbers) => numbers.map((number) => `gid://shopify/Order/${number}` as OrderId));

const body = z
  .object({
    orders_to_redact: orderIds,
    orders_requested: orderIds,
    data_request: z.object({ id: idNumber }).catch({ id: '' }),
  })
  .catch({ orders_to_redact: [], orders_requested: [], data_request: { id: '' } });

const customerFacts = z.object({
  orderIds: z.array(z.string()).transform((ids) => ids as OrderId[]),
  requestId: z.string(),
});

/** What the inbox keeps: ids of orders and of the request, never the customer. What is no id is left out. */
function customerEvent(json: unknown, orders: 'orders_to_redact' | 'orders_requested') {
  const { [orders]: named, data_request } = body.parse(json);
  return { subject: null, facts: { orderIds: named, requestId: data_request.id } };
}

/**
 * The three events by which Shopify asks for privacy. A body of another shape names no order, and its event stands for itself
 * (https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance).
 */
export function privacyTopics(records: Pick<Records, 'redactShop' | 'redactCustomer' | 'reportCustomer'>) {
  return {
    'shop/redact': {
      read: () => ({ subject: null, facts: {} }),
      handle: async ({ id: eventId, shop, triggeredAt, receivedAt }) =>
        ok(await records.redactShop(shop, { eventId, at: triggeredAt ?? receivedAt })),
    },
    'customers/redact': {
      read: (json) => customerEvent(json, 'orders_to_redact'),
      handle: async ({ shop, facts }) =>
        ok(await records.redactCustomer(shop, customerFacts.parse(facts).orderIds)),
    },
    'customers/data_request': {
      read: (json) => customerEvent(json, 'orders_requested'),
      handle: async ({ shop, facts }) => {
        const { orderIds: ids, requestId } = customerFacts.parse(facts);
        return ok(await records.reportCustomer(shop, { id: requestId, orderIds: ids }));
      },
    },
  } satisfies ShopifyTopics;
}
