import { z } from 'zod';

/** What is kept of a webhook: what it is about, and facts that cannot be read again at Shopify. Never its body. */
export interface ShopifyEvent {
  subject: string | null;
  facts: Record<string, unknown>;
}

const number = z.union([z.number(), z.string()]).transform(String);
const gid = z.string();

/** How each kind of webhook names what it is about. A topic that is not here is kept without a subject. */
const READERS: [topic: RegExp, read: z.ZodType<ShopifyEvent>][] = [
  [
    /^orders\//,
    z.object({ admin_graphql_api_id: gid }).transform((body) => about(body.admin_graphql_api_id)),
  ],
  [
    // https://shopify.dev/docs/api/webhooks?reference=toml#list-of-topics-fulfillment_orders/order_routing_complete
    /^fulfillment_orders\//,
    z
      .object({ fulfillment_order: z.object({ id: gid }) })
      .transform((body) => about(body.fulfillment_order.id)),
  ],
  [
    /^refunds\//,
    z.object({ order_id: number }).transform((body) => about(`gid://shopify/Order/${body.order_id}`)),
  ],
  [
    // https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance
    /^customers\/(redact|data_request)$/,
    z
      .object({
        customer: z.object({ id: number }).nullish(),
        orders_to_redact: z.array(number).nullish(),
        orders_requested: z.array(number).nullish(),
        data_request: z.object({ id: number }).nullish(),
      })
      .transform((body) => ({
        subject: body.customer ? `gid://shopify/Customer/${body.customer.id}` : null,
        facts: {
          orderIds: (body.orders_to_redact ?? body.orders_requested ?? []).map(
            (id) => `gid://shopify/Order/${id}`,
          ),
          dataRequestId: body.data_request?.id ?? null,
        },
      })),
  ],
];

/** Reads the body of a webhook; null when it is not a JSON object. A body of another shape than its topic's has no subject. */
export function readShopifyEvent(topic: string, body: Uint8Array): ShopifyEvent | null {
  const json = parseObject(body);
  if (json === null) return null;
  const reader = READERS.find(([pattern]) => pattern.test(topic))?.[1];
  const read = reader?.safeParse(json);
  return read?.success ? read.data : about(null);
}

function about(subject: string | null): ShopifyEvent {
  return { subject, facts: {} };
}

function parseObject(body: Uint8Array): object | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof json === 'object' && json !== null ? json : null;
  } catch {
    return null;
  }
}
