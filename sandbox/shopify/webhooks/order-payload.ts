import { numericId } from '../store/ids.ts';
import type { Store } from '../store/store.ts';
import type { Order, OrderLine, PostalAddress, ShippingLine } from '../store/types.ts';
import { decimal, shopTime } from './money-and-time.ts';

/**
 * Payload of `orders/create`: the order as the REST Admin API shows it
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/order), as far as the simulator knows it. Everybody is a
 * guest here, pays at once, and pays no tax.
 */
export function orderPayload({ shop, variants }: Store, order: Order): object {
  const subtotal = sum(order.lines.map(({ unitPrice, quantity }) => unitPrice * quantity));
  const shipping = sum(order.shippingLines.map(({ price }) => price));
  const money = (amount: number) => priceSet(amount, order.currency);
  const number = Number(order.name.slice(1));
  return {
    id: numericId(order.id),
    admin_graphql_api_id: order.id,
    name: order.name,
    number: number - 1000,
    order_number: number,
    created_at: shopTime(order.createdAt, shop.timezone),
    processed_at: shopTime(order.createdAt, shop.timezone),
    updated_at: shopTime(order.updatedAt, shop.timezone),
    cancelled_at: order.cancelledAt && shopTime(order.cancelledAt, shop.timezone),
    currency: order.currency,
    presentment_currency: order.currency,
    customer: null,
    customer_locale: order.locale,
    email: order.email ?? '',
    contact_email: order.email,
    source_name: order.sourceName,
    financial_status: 'paid',
    fulfillment_status: null,
    subtotal_price: decimal(subtotal),
    subtotal_price_set: money(subtotal),
    total_line_items_price: decimal(subtotal),
    total_shipping_price_set: money(shipping),
    total_price: decimal(subtotal + shipping),
    total_price_set: money(subtotal + shipping),
    total_tax: '0.00',
    total_discounts: '0.00',
    note: null,
    note_attributes: [],
    tags: '',
    discount_codes: [],
    line_items: order.lines.map((line) => lineItem(line, order.currency, variants)),
    shipping_address: order.shippingAddress && address(order.shippingAddress),
    shipping_lines: order.shippingLines.map((line) => shippingLine(line, order.currency)),
    fulfillments: [],
    refunds: [],
  };
}

function lineItem(line: OrderLine, currency: string, variants: Store['variants']): object {
  const variant = variants.find(({ id }) => id === line.variantId);
  return {
    id: numericId(line.id),
    admin_graphql_api_id: line.id,
    product_id: variant ? numericId(variant.productId) : null,
    variant_id: variant ? numericId(variant.id) : null,
    variant_title: variant?.title ?? null,
    name: variant ? `${line.title} - ${variant.title}` : line.title,
    title: line.title,
    sku: line.sku ?? '',
    quantity: line.quantity,
    current_quantity: line.quantity,
    fulfillable_quantity: line.quantity,
    fulfillment_service: 'manual',
    fulfillment_status: null,
    gift_card: line.isGiftCard,
    grams: variant?.grams ?? 0,
    price: decimal(line.unitPrice),
    price_set: priceSet(line.unitPrice, currency),
    product_exists: variant !== undefined,
    properties: [],
    requires_shipping: line.requiresShipping,
    total_discount: '0.00',
    tax_lines: [],
    discount_allocations: [],
  };
}

/**
 * Fields as in the sample at
 * https://community.shopify.com/c/shopify-apis-and-sdks/missing-local-delivery-instruction-in-order-webhook-shipping/m-p/1258965
 */
function shippingLine(line: ShippingLine, currency: string): object {
  const price = { price: decimal(line.price), price_set: priceSet(line.price, currency) };
  return {
    id: numericId(line.id),
    title: line.title,
    code: line.code,
    source: line.source,
    carrier_identifier: line.carrierIdentifier,
    ...price,
    discounted_price: price.price,
    discounted_price_set: price.price_set,
    delivery_category: null,
    phone: null,
    requested_fulfillment_service_id: null,
    tax_lines: [],
    discount_allocations: [],
  };
}

function address(place: PostalAddress): object {
  const name = [place.firstName, place.lastName].filter(Boolean).join(' ');
  return {
    first_name: place.firstName ?? null,
    last_name: place.lastName ?? null,
    name: name || null,
    company: place.company ?? null,
    phone: place.phone ?? null,
    address1: place.address1 ?? null,
    address2: place.address2 ?? null,
    city: place.city ?? null,
    zip: place.zip ?? null,
    province_code: place.province ?? null,
    country_code: place.country,
    latitude: place.latitude ?? null,
    longitude: place.longitude ?? null,
  };
}

function priceSet(amount: number, currency: string): object {
  const money = { amount: decimal(amount), currency_code: currency };
  return { shop_money: money, presentment_money: money };
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
