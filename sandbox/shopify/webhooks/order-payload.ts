import { isOver } from '../store/fulfillment/status.ts';
import { numericId } from '../store/ids.ts';
import { currentTotalsOf, totalsOf } from '../store/order-totals.ts';
import type { Store } from '../store/store.ts';
import type { Order } from '../store/types.ts';
import { decimal, priceSet, shopTime } from './money-and-time.ts';
import { addressPayload, lineItemPayload, shippingLinePayload } from './order-payload-parts.ts';
import { refundPayload } from './refund-payload.ts';

/**
 * Payload of `orders/create`, `orders/paid` and `orders/cancelled`: the order as the REST Admin API shows it
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/order), as far as the simulator knows it.
 */
export function orderPayload({ shop, variants }: Store, order: Order): object {
  const totals = totalsOf(order);
  const current = currentTotalsOf(order);
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
    cancel_reason: order.cancelReason?.toLowerCase() ?? null,
    currency: order.currency,
    presentment_currency: order.currency,
    customer: order.customer && {
      id: numericId(order.customer.id),
      admin_graphql_api_id: order.customer.id,
      first_name: order.customer.firstName,
      last_name: order.customer.lastName,
      email: order.customer.email,
      phone: order.customer.phone,
    },
    customer_locale: order.locale,
    email: order.email ?? '',
    contact_email: order.email,
    phone: order.phone,
    source_name: order.sourceName,
    test: order.isTest,
    financial_status: order.financialStatus.toLowerCase(),
    fulfillment_status: fulfillmentStatus(order),
    taxes_included: order.taxesIncluded,
    subtotal_price: decimal(totals.subtotal),
    subtotal_price_set: money(totals.subtotal),
    current_subtotal_price: decimal(current.subtotal),
    total_line_items_price: decimal(totals.lineItems),
    total_shipping_price_set: money(totals.shipping),
    total_price: decimal(totals.total),
    total_price_set: money(totals.total),
    current_total_price: decimal(current.total),
    current_total_price_set: money(current.total),
    total_tax: decimal(totals.tax),
    total_discounts: decimal(totals.discounts),
    total_tip_received: decimal(totals.tips),
    ...chargesPayload(order),
    note: order.note,
    note_attributes: order.customAttributes.map(({ key, value }) => ({ name: key, value })),
    tags: order.tags.join(', '),
    discount_codes: order.discounts.flatMap(({ kind, label }) => (kind === 'code' ? [{ code: label }] : [])),
    line_items: order.lines.map((line) => lineItemPayload(line, order, variants)),
    shipping_address: order.shippingAddress && addressPayload(order.shippingAddress),
    billing_address: order.billingAddress && addressPayload(order.billingAddress),
    shipping_lines: order.shippingLines.map((line) => shippingLinePayload(line, order.currency)),
    fulfillments: order.fulfillments.map(({ id, name, status, tracking, createdAt }) => ({
      id: numericId(id),
      admin_graphql_api_id: id,
      name,
      status: status.toLowerCase(),
      created_at: shopTime(createdAt, shop.timezone),
      tracking_company: tracking[0]?.company ?? null,
      tracking_number: tracking[0]?.number ?? null,
      tracking_url: tracking[0]?.url ?? null,
    })),
    refunds: order.refunds.map((refund) => refundPayload({ shop, variants }, order, refund)),
  };
}

/** Null where there are none (https://shopify.dev/docs/api/admin-rest/latest/resources/order). */
function chargesPayload(order: Order): object {
  const totals = totalsOf(order);
  const current = currentTotalsOf(order);
  const hasDuties = order.lines.some(({ duties }) => duties.length > 0);
  const hasFees = order.additionalFees.length > 0;
  const set = (isThere: boolean, amount: number) => (isThere ? priceSet(amount, order.currency) : null);
  return {
    duties_included: order.dutiesIncluded,
    original_total_duties_set: set(hasDuties, totals.duties),
    current_total_duties_set: set(hasDuties, current.duties),
    original_total_additional_fees_set: set(hasFees, totals.additionalFees),
    current_total_additional_fees_set: set(hasFees, current.additionalFees),
  };
}

function fulfillmentStatus({ fulfillments, fulfillmentOrders }: Order): string | null {
  if (!fulfillments.some(({ status }) => status === 'SUCCESS')) return null;
  return fulfillmentOrders.every(isOver) ? 'fulfilled' : 'partial';
}
