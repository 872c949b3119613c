import type { Problems } from '#app/features/activity/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/**
 * Tells the merchant, who must answer the customer, what is kept of the customer's orders and where it can be read: a notice
 * that goes by itself after 30 days, the time that Shopify gives for the answer
 * (https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance). Nothing is sent anywhere: all that is kept of an order is also on
 * the order.
 *
 * @param request its id at Shopify, and the names of the customer's orders of which something is kept
 */
export async function reportStoredData(
  { problems }: { problems: Problems },
  shop: ShopDomain,
  request: { id: string; orders: readonly string[] },
): Promise<void> {
  const kept = request.orders;
  const orders = kept.join(', ');
  const message =
    kept.length === 0
      ? 'This app keeps nothing about them: there is nothing to add to your answer.'
      : `This app keeps, for ${orders}, the delivery promise shown at checkout with its dates, store, country and postal ` +
        'code; no name, e-mail, phone number or street. Add to your answer the metafields of the namespace “onestock” of ' +
        'these orders, which hold the same.';
  await problems.raise(shop, {
    key: `customer_data_request_${request.id}`,
    severity: 'info',
    message: `A customer asked for their data (request ${request.id} of Shopify). ${message}`,
    cause: {
      code: kept.length === 0 ? 'customer_data_none' : 'customer_data_kept',
      params: { request: request.id, orders },
    },
  });
}
