/** What the app reads of an order's metafields: the quote id that the cart left, and what it writes itself, each with what guards a write. */
export const ORDER_METAFIELDS = `#graphql
  fragment OrderMetafields on Order {
    quoteId: metafield(namespace: "onestock", key: "quote_id") {
      value
    }
    deliveryPromise: metafield(namespace: "onestock", key: "delivery_promise") {
      value
      compareDigest
    }
    endpointId: metafield(namespace: "onestock", key: "endpoint_id") {
      value
      compareDigest
    }
    deliveries: metafield(namespace: "onestock", key: "deliveries") {
      value
      compareDigest
    }
    deliveryPromiseSource: metafield(namespace: "onestock", key: "delivery_promise_source") {
      value
      compareDigest
    }
  }
` as const;
