import { SHOP_TOPICS, shopEventFacts } from '#app/features/connection/index.ts';
import { ORDER_CHANGE_TOPICS, ORDER_TOPICS, orderEventSubject } from '#app/features/orders/index.ts';
import { parseGlobalId } from '#app/gateways/shopify/ids.ts';

/** What is kept of a webhook: what it is about, and facts that cannot be read again at Shopify. Never its body. */
export interface ShopifyEvent {
  subject: string | null;
  facts: object;
}

/** Reads what is to be kept of a webhook's body; null when that is not a JSON object. */
export function readShopifyEvent(topic: string, body: Uint8Array): ShopifyEvent | null {
  const json = parseObject(body);
  if (json === null) return null;
  const orderTopic = [...ORDER_TOPICS, ...ORDER_CHANGE_TOPICS].find((each) => each === topic);
  if (orderTopic) return { subject: orderEventSubject(orderTopic, json), facts: {} };
  const shopTopic = SHOP_TOPICS.find((each) => each === topic);
  if (shopTopic) return { subject: null, facts: shopEventFacts(shopTopic, json) };
  return { subject: parseGlobalId(json.admin_graphql_api_id), facts: {} };
}

function parseObject(body: Uint8Array): { admin_graphql_api_id?: unknown } | null {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(body));
    return typeof json === 'object' && json !== null ? json : null;
  } catch {
    return null;
  }
}
