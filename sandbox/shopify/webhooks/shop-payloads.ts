import { numericId } from '../store/ids.ts';
import type { Order, ShopFacts } from '../store/types.ts';

/**
 * Payload of `app/uninstalled` and `shop/update`: the shop as the REST Admin API shows it, as far as the simulator
 * knows it.
 */
export function shopPayload(shop: ShopFacts): object {
  return {
    id: numericId(shop.id),
    name: shop.name,
    domain: shop.domain,
    myshopify_domain: shop.domain,
    country: shop.country,
    country_code: shop.country,
    currency: shop.currency,
    iana_timezone: shop.timezone,
    primary_locale: shop.locales.find(({ primary }) => primary)?.locale,
    plan_display_name: shop.plan,
  };
}

/**
 * Payloads of the three compliance topics (https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance).
 * @param orders those of the customer whom the first two are about
 */
export function compliancePayload(topic: string, shop: ShopFacts, orders: readonly Order[]): object {
  const base = { shop_id: numericId(shop.id), shop_domain: shop.domain };
  const customer = {
    id: 1,
    email: orders[0]?.email ?? null,
    phone: orders[0]?.shippingAddress?.phone ?? null,
  };
  const orderIds = orders.map(({ id }) => numericId(id));
  switch (topic) {
    case 'customers/data_request':
      return { ...base, orders_requested: orderIds, customer, data_request: { id: 1 } };
    case 'customers/redact':
      return { ...base, customer, orders_to_redact: orderIds };
    default:
      return base;
  }
}
