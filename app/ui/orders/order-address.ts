/** The number at the end of a global id of Shopify. */
export function numberOf(globalId: string): string {
  return globalId.slice(globalId.lastIndexOf('/') + 1);
}

/** The page of an order in this app. */
export function orderAddress(orderId: string): string {
  return `/app/orders/${numberOf(orderId)}`;
}
