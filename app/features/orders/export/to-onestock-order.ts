import { err, ok, type Result } from 'neverthrow';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import { salesChannelFor } from '#app/features/promise/index.ts';
import type { OrderSettings } from '#app/features/settings/shape.ts';
import type { NewOrder, NewOrderItem } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { deliveryPromiseParameter } from '../promise/delivery-promise-parameter.ts';
import type { ResolvedGroup } from '../promise/types.ts';
import type { OrderCause } from '../shape.ts';
import { sumOf, writeAmount } from './amounts.ts';
import { type Choice, chosenRate, endpointOf, type Mappings, rulesetChainingOf } from './choice.ts';
import { customerOf, writeAddress } from './customer.ts';
import { itemsOfLines, linesToSend } from './exported-items.ts';
import { priceOfFee, priceOfLine, writePrice, writeUnitPrices } from './prices.ts';
import type { ExportedItem, OrderLine, ShopOrder } from './types.ts';

/** What an order is turned into OneStock's with. */
export interface ExportInput {
  order: ShopOrder;
  /** What the order's job found to have been promised. */
  groups: readonly ResolvedGroup[];
  shop: { domain: ShopDomain; itemIdSource: 'sku' | 'variant_id' };
  settings: Pick<OrderSettings, 'orderId' | 'orderIdPrefix' | 'keepUnshippable'>;
  mappings: Mappings;
  connection: Pick<ShopConnection, 'salesChannel' | 'salesChannels'>;
}

export interface PreparedOrder {
  order: NewOrder;
  items: ExportedItem[];
}

/**
 * The order that OneStock is asked to create. Amounts are in the shop's currency, taxes included, and add up exactly: each price is its
 * original price less its discounts, and the order's price is that of its items and shipping fees. What is left out of the order is left
 * out of its price. Items stand in the order of Shopify's lines.
 *
 * Source: public code under https://github.com/mbousquet-onestock for the keys, https://github.com/OneStock-Retail/onestock-magento-connector
 * for what they hold.
 */
export function toOneStockOrder(input: ExportInput): Result<PreparedOrder, OrderCause> {
  const { order, groups, shop, settings, mappings, connection } = input;
  const rules = { itemIdSource: shop.itemIdSource, keepUnshippable: settings.keepUnshippable };
  const lines = linesToSend(order.lines, rules);
  if (lines.length === 0) return err({ code: 'nothing_to_send' });
  const items = itemsOfLines(lines, rules);
  if (items.isErr()) return err(items.error);
  const country = (order.shippingAddress ?? order.billingAddress)?.country?.code;
  const salesChannel = salesChannelFor(connection, country);
  if (!salesChannel) return err({ code: 'sales_channel_missing' });
  const choice = chosenRate(order, groups);
  const endpointId = endpointOf(order, choice, mappings);
  if (endpointId.isErr()) return err(endpointId.error);
  return ok({
    items: items.value,
    order: {
      id: oneStockOrderId(order, settings),
      types: endpointId.value === null ? ['ffs'] : ['ffs', 'ckc'],
      date: Math.floor(order.createdAt.getTime() / 1000),
      sales_channel: salesChannel,
      ...rulesetOf(choice, mappings),
      customer: customerOf(order),
      delivery: deliveryOf(order, choice, endpointId.value),
      ...(choice.promise && { delivery_promise: deliveryPromiseParameter(choice.promise) }),
      ...pricesOf(order, lines),
      order_items: items.value.map((item, at) => itemOf(item, lines[at] as OrderLine, order)),
      information: informationOf(order, shop.domain),
    },
  });
}

/** The order's id in OneStock: Shopify's name without its `#`, or Shopify's number, after the prefix. */
export function oneStockOrderId(
  { id, name }: Pick<ShopOrder, 'id' | 'name'>,
  { orderId, orderIdPrefix }: ExportInput['settings'],
): string {
  const own = orderId === 'name' ? name.replace(/^#/, '') : id.slice(id.lastIndexOf('/') + 1);
  return orderIdPrefix + own;
}

/** By what an order in OneStock is known to be the shop's. */
export function informationOf({ id, name }: Pick<ShopOrder, 'id' | 'name'>, shop: ShopDomain) {
  return { shopify_shop: shop, shopify_order_id: id as string, shopify_order_name: name };
}

function rulesetOf(choice: Choice, mappings: Mappings): Pick<NewOrder, 'original_ruleset_chaining_id'> {
  const chaining = rulesetChainingOf(choice, mappings);
  return chaining === null ? {} : { original_ruleset_chaining_id: chaining };
}

function deliveryOf(order: ShopOrder, choice: Choice, endpointId: string | null): NewOrder['delivery'] {
  const address = order.shippingAddress ?? (endpointId === null ? null : order.billingAddress);
  const type = choice.handle ?? choice.rateName;
  return {
    ...(type !== null && { type }),
    destination: {
      ...(address && { address: writeAddress(address, order.email) }),
      ...(endpointId !== null && { endpoint_id: endpointId }),
    },
  };
}

function pricesOf(
  order: ShopOrder,
  lines: readonly OrderLine[],
): Pick<NewOrder, 'pricing_details' | 'shipping_fees'> {
  const fees = order.shippingFees.map((fee) => priceOfFee(fee, order));
  const all = [...lines.map((line) => priceOfLine(line, order)), ...fees];
  const payer = order.billingAddress ?? order.shippingAddress;
  return {
    pricing_details: {
      currency: order.currency,
      price: writeAmount(sumOf(all.map(({ price }) => price))),
      original_price: writeAmount(sumOf(all.map(({ original }) => original))),
      ...(payer && { address: writeAddress(payer, order.email) }),
    },
    ...(fees.length > 0 && {
      shipping_fees: fees.map((fee) => ({ ...writePrice(fee), currency: order.currency })),
    }),
  };
}

function itemOf(
  { lineItemId, itemId, quantity }: ExportedItem,
  line: OrderLine,
  order: ShopOrder,
): NewOrderItem {
  const price = priceOfLine(line, order);
  return {
    id: lineItemId.slice(lineItemId.lastIndexOf('/') + 1),
    item_id: itemId,
    quantity,
    pricing_details: { ...writePrice(price), ...writeUnitPrices(price, quantity, order.currency) },
    information: { shopify_line_item_id: lineItemId },
  };
}
