/** A page of what a fulfillment order is of, for the operations on orders. */
export const FULFILLMENT_ORDER_LINES = `#graphql
  fragment FulfillmentOrderLines on FulfillmentOrderLineItemConnection {
    nodes {
      totalQuantity
      remainingQuantity
      lineItem {
        id
      }
      requiresShipping
      sku
      productTitle
      variant {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
` as const;
