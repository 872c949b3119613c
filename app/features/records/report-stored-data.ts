import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type CustomerRequestCause, customerRequest } from './shape.ts';

/**
 * Tells the merchant, who must answer the customer, what is kept of the customer's orders and where it can be read: a notice
 * that goes by itself after 30 days, the time that Shopify gives for the answer
 * (https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance). Nothing is sent anywhere: all that is kept of an order is also on
 * the order.
 *
 * @param request its id at Shopify, and the names of the customer's orders of which something is kept
 */
export async function reportStoredData(
  { obstacles }: { obstacles: Pick<Obstacles, 'raise'> },
  shop: ShopDomain,
  request: { id: string; orders: readonly string[] },
): Promise<void> {
  const kept = request.orders;
  const orders = kept.join(', ');
  const cause: CustomerRequestCause =
    kept.length === 0
      ? { code: 'customer_data_none', params: { request: request.id } }
      : { code: 'customer_data_kept', params: { request: request.id, orders } };
  await obstacles.raise(shop, {
    subject: customerRequest(request.id),
    source: 'customer_data_request',
    causes: [cause],
    severity: 'info',
    remedies: ['dismiss'],
  });
}
