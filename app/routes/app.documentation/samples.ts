/** A promise in OneStock's own shape, for shops that have no order with one yet. Moments are Unix seconds. */
const SAMPLE_PROMISE = {
  delivery_method: 'standard',
  status: 'valid',
  cost: 4.9,
  cutoff: 1795280400,
  eta_start: 1795474800,
  eta_end: 1795561200,
  destination: { location: { country: 'FR', zip_code: '31000' } },
  delivery_routes: [{ carrier: { name: 'Colissimo' } }],
};

/** The metafields of an order as they would stand there. */
export const SAMPLE_METAFIELDS = {
  delivery_promise: JSON.stringify([SAMPLE_PROMISE]),
  endpoint_id: null,
  delivery_promise_source: 'checkout',
  deliveries: JSON.stringify([
    {
      onestock_order_id: '1042',
      fulfillment_order_ids: ['gid://shopify/FulfillmentOrder/7001'],
      line_item_ids: ['gid://shopify/LineItem/9001'],
      code: 'STANDARD',
      promise: SAMPLE_PROMISE,
      endpoint_id: null,
      source: 'checkout',
    },
  ]),
};

/** How an integrator reads them, with the Admin API. */
export const ORDER_QUERY = `query OrderPromise($id: ID!) {
  order(id: $id) {
    promise: metafield(namespace: "onestock", key: "delivery_promise") { jsonValue }
    store: metafield(namespace: "onestock", key: "endpoint_id") { value }
    source: metafield(namespace: "onestock", key: "delivery_promise_source") { value }
    deliveries: metafield(namespace: "onestock", key: "deliveries") { jsonValue }
  }
}`;

/** The part of OneStock's order creation that carries the promise. */
export const CREATION_SAMPLE = JSON.stringify(
  {
    delivery_promise: {
      original_delivery_option: SAMPLE_PROMISE,
      sent_delivery_option: { eta_start: SAMPLE_PROMISE.eta_start, eta_end: SAMPLE_PROMISE.eta_end },
    },
  },
  null,
  2,
);

const JSON_KEYS = ['delivery_promise', 'deliveries'];

/**
 * Metafields as one JSON text, those that are absent left out.
 *
 * @param metafields the values as they stand on the order, JSON as text
 */
export function metafieldsText(metafields: Record<string, string | null>): string {
  const present = Object.entries(metafields).filter(([, value]) => value !== null);
  const named = present.map(([key, value]) => [
    `onestock.${key}`,
    JSON_KEYS.includes(key) ? JSON.parse(value ?? 'null') : value,
  ]);
  return JSON.stringify(Object.fromEntries(named), null, 2);
}
