/** Which order a fulfillment order belongs to: the event of its routing does not say. */
export const ORDER_OF_FULFILLMENT_ORDER = `#graphql
  query OrderOfFulfillmentOrder($id: ID!) {
    fulfillmentOrder(id: $id) {
      orderId
    }
  }
`;
