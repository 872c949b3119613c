import { numericId } from '../store/ids.ts';
import { unfulfilledOf } from '../store/order-changes/unfulfilled.ts';
import { discountOn } from '../store/order-totals.ts';
import type { DiscountAllocation, Duty, TaxLine } from '../store/order-types.ts';
import type { Store } from '../store/store.ts';
import type { Order, OrderLine, PostalAddress, ShippingLine } from '../store/types.ts';
import { decimal, priceSet } from './money-and-time.ts';

/** A line as `line_items` shows it. */
export function lineItemPayload(line: OrderLine, order: Order, variants: Store['variants']): object {
  const { currency } = order;
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
    current_quantity: line.currentQuantity,
    fulfillable_quantity: unfulfilledOf(order, line.id),
    fulfillment_service: line.fulfillmentService,
    fulfillment_status: null,
    gift_card: line.isGiftCard,
    grams: variant?.grams ?? 0,
    price: decimal(line.unitPrice),
    price_set: priceSet(line.unitPrice, currency),
    product_exists: variant !== undefined,
    properties: line.customAttributes.map(({ key, value }) => ({ name: key, value })),
    requires_shipping: line.requiresShipping,
    total_discount: decimal(discountOn(line)),
    tax_lines: line.taxLines.map((tax) => taxLine(tax, currency)),
    duties: line.duties.map((duty) => dutyPayload(duty, currency)),
    discount_allocations: line.discounts.map((part) => allocation(part, currency)),
  };
}

/**
 * Fields as in the sample at
 * https://community.shopify.com/c/shopify-apis-and-sdks/missing-local-delivery-instruction-in-order-webhook-shipping/m-p/1258965
 */
export function shippingLinePayload(line: ShippingLine, currency: string): object {
  const discounted = line.price - discountOn(line);
  const price = { price: decimal(line.price), price_set: priceSet(line.price, currency) };
  return {
    id: numericId(line.id),
    title: line.title,
    code: line.code,
    source: line.source,
    carrier_identifier: line.carrierIdentifier,
    ...price,
    discounted_price: decimal(discounted),
    discounted_price_set: priceSet(discounted, currency),
    delivery_category: null,
    phone: null,
    requested_fulfillment_service_id: null,
    tax_lines: line.taxLines.map((tax) => taxLine(tax, currency)),
    discount_allocations: line.discounts.map((part) => allocation(part, currency)),
  };
}

export function addressPayload(place: PostalAddress): object {
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

/** Fields as in https://shopify.dev/docs/api/admin-rest/latest/resources/order, `line_items.duties`. */
function dutyPayload(duty: Duty, currency: string): object {
  const money = { amount: decimal(duty.price), currency_code: currency };
  return {
    id: String(numericId(duty.id)),
    admin_graphql_api_id: duty.id,
    harmonized_system_code: duty.harmonizedSystemCode,
    country_code_of_origin: duty.countryCodeOfOrigin,
    shop_money: money,
    presentment_money: money,
    tax_lines: duty.taxLines.map((tax) => taxLine(tax, currency)),
  };
}

function taxLine({ title, rate, amount }: TaxLine, currency: string): object {
  return {
    title,
    rate,
    price: decimal(amount),
    price_set: priceSet(amount, currency),
    channel_liable: false,
  };
}

function allocation({ discount, amount }: DiscountAllocation, currency: string): object {
  return {
    discount_application_index: discount,
    amount: decimal(amount),
    amount_set: priceSet(amount, currency),
  };
}
