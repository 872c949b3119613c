import { numericId } from '../store/ids.ts';
import type { Location, PostalAddress, ShopFacts } from '../store/types.ts';
import type { Cart, CartLine } from './types.ts';

/**
 * The raw JSON text that Shopify posts to a carrier service for one origin.
 *
 * Fields are those of https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService, completed by a capture of
 * 2026 (https://community.shopify.dev/t/carrier-service-cart-payload-always-returns-stores-base-currency/32571): coordinates in the
 * addresses, numbers in `order_totals`, `properties: {}`, `customer: null` for a guest, and the shop's own currency whatever
 * the buyer sees. `price` and the totals are subunits; `order_totals` counts the whole cart, `items` only what leaves
 * from this origin.
 * @param lines the cart's lines that are sent from `origin`
 */
export function callbackBody(shop: ShopFacts, cart: Cart, origin: Location, lines: CartLine[]): string {
  const subtotal = cart.lines.reduce((sum, { variant, quantity }) => sum + variant.price * quantity, 0);
  return JSON.stringify({
    rate: {
      origin: { ...callbackAddress(origin.address), name: null, company_name: shop.name },
      destination: callbackAddress(cart.destination),
      items: lines.map((line) => callbackItem(shop, line)),
      currency: shop.currency,
      locale: cart.locale,
      order_totals: { subtotal_price: subtotal, total_price: subtotal, discount_amount: 0 },
      customer: cart.customer && { id: cart.customer.id, tags: cart.customer.tags },
    },
  });
}

function callbackAddress(address: PostalAddress) {
  const name = [address.firstName, address.lastName].filter(Boolean).join(' ');
  return {
    country: address.country,
    postal_code: address.zip ?? null,
    province: address.province ?? null,
    city: address.city ?? null,
    name: name || null,
    address1: address.address1 ?? null,
    address2: address.address2 ?? null,
    address3: null,
    phone: null,
    fax: null,
    email: null,
    address_type: null,
    company_name: null,
    latitude: address.latitude ?? null,
    longitude: address.longitude ?? null,
  };
}

function callbackItem(shop: ShopFacts, { variant, quantity }: CartLine) {
  return {
    name:
      variant.title === 'Default Title' ? variant.productTitle : `${variant.productTitle} - ${variant.title}`,
    sku: variant.sku,
    quantity,
    grams: variant.grams,
    price: variant.price,
    vendor: shop.name,
    requires_shipping: variant.requiresShipping,
    taxable: true,
    fulfillment_service: variant.fulfillmentService,
    properties: {},
    product_id: numericId(variant.productId),
    variant_id: numericId(variant.id),
  };
}
