import { err, ok, type Result } from 'neverthrow';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import { salesChannelFor } from '#app/features/promise/index.ts';
import type { OrderSettings } from '#app/features/settings/shape.ts';
import type { NewOrder, NewOrderItem } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ExportedItem, KnownDelivery, PlannedDelivery, PlannedLine } from '../deliveries/types.ts';
import { deliveryPromiseParameter } from '../promise/delivery-promise-parameter.ts';
import type { ResolvedGroup, StoredPromise } from '../promise/types.ts';
import { type OrderError, orderError } from '../shape.ts';
import { sumOf, writeAmount } from './amounts.ts';
import {
  type ChosenDelivery,
  chosenDelivery,
  endpointOf,
  feesOf,
  type Mappings,
  rulesetChainingOf,
} from './choice.ts';
import { customerOf, writeAddress } from './customer.ts';
import { itemsOfLines } from './exported-items.ts';
import {
  type Price,
  priceOfAdditionalFee,
  priceOfFee,
  priceOfLine,
  writePrice,
  writeUnitPrices,
} from './prices.ts';
import type { OrderLine, ShippingFee, ShopOrder } from './types.ts';

/** What a delivery of an order is turned into OneStock's order with. */
export interface ExportInput {
  order: ShopOrder;
  delivery: PlannedDelivery & Pick<KnownDelivery, 'number'>;
  /** What was sent of the order before. */
  earlier: readonly KnownDelivery[];
  /** What the order's job found to have been promised. */
  groups: readonly ResolvedGroup[];
  /** What OneStock can still keep, where the promise that the shopper was told is none any more; null for nothing. */
  keepable?: StoredPromise | null;
  shop: { domain: ShopDomain; itemIdSource: 'sku' | 'variant_id' };
  settings: Pick<
    OrderSettings,
    'orderId' | 'orderIdPrefix' | 'deliverySuffix' | 'linkDeliveries' | 'includeTips'
  >;
  mappings: Mappings;
  connection: Pick<ShopConnection, 'salesChannel' | 'salesChannels'>;
}

export interface PreparedOrder {
  order: NewOrder;
  items: ExportedItem[];
  /** The shipping fees that it bears. */
  feeIds: string[];
}

/**
 * The order that OneStock is asked to create for one delivery. Amounts are in the shop's currency, taxes included, and add up exactly: each price
 * is its original price less its discounts, and the order's price is that of its items and fees. What is left out of the order is left
 * out of its price. Duties are taxes of their items; additional fees, and tips by a setting, stand with the shipping fees of the first delivery,
 * as OneStock has no other list of fees. Items stand in the order of Shopify's lines.
 *
 * Source: public code under https://github.com/mbousquet-onestock for the keys, https://github.com/OneStock-Retail/onestock-magento-connector
 * for what they hold.
 */
export function toOneStockOrder(input: ExportInput): Result<PreparedOrder, OrderError> {
  const { order, delivery, earlier, groups, shop, settings, mappings, connection } = input;
  const items = itemsOfLines(delivery.lines, order.lines, shop.itemIdSource);
  if (items.isErr()) return err(items.error);
  const country = (order.shippingAddress ?? order.billingAddress)?.country?.code;
  const salesChannel = salesChannelFor(connection, country);
  if (!salesChannel) return err(orderError({ code: 'sales_channel_missing' }));
  const chosen = chosenDelivery(order, delivery, groups, earlier);
  const endpointId = endpointOf(order, delivery, chosen, mappings);
  if (endpointId.isErr()) return err(orderError(endpointId.error));
  const [first] = earlier;
  const fees = feesOf(order, delivery.choice, earlier);
  return ok({
    items: items.value,
    feeIds: fees.map(({ id }) => id),
    order: {
      id: oneStockOrderId(order, delivery.number, settings),
      types: endpointId.value === null ? ['ffs'] : ['ffs', 'ckc'],
      date: Math.floor(order.createdAt.getTime() / 1000),
      sales_channel: salesChannel,
      ...(first && settings.linkDeliveries && { parent_order_id: first.oneStockOrderId }),
      ...rulesetOf(chosen, mappings),
      customer: customerOf(order),
      delivery: deliveryOf(order, chosen, endpointId.value),
      ...promiseOf(chosen, input),
      ...pricesOf(input, fees),
      order_items: items.value.map((item, at) => itemOf(item, delivery.lines[at] as PlannedLine, order)),
      information: {
        ...informationOf(order, shop.domain),
        ...(first && { shopify_delivery: delivery.number, shopify_first_delivery: first.oneStockOrderId }),
      },
    },
  });
}

/**
 * The id in OneStock of an order's delivery: Shopify's name without its `#`, or Shopify's number, after the prefix; of a later delivery with its
 * number behind.
 */
export function oneStockOrderId(
  { id, name }: Pick<ShopOrder, 'id' | 'name'>,
  number: number,
  {
    orderId,
    orderIdPrefix,
    deliverySuffix,
  }: Pick<OrderSettings, 'orderId' | 'orderIdPrefix' | 'deliverySuffix'>,
): string {
  const own = orderId === 'name' ? name.replace(/^#/, '') : id.slice(id.lastIndexOf('/') + 1);
  return orderIdPrefix + own + (number === 1 ? '' : deliverySuffix + number);
}

/** By what an order in OneStock is known to be the shop's. */
export function informationOf({ id, name }: Pick<ShopOrder, 'id' | 'name'>, shop: ShopDomain) {
  return { shopify_shop: shop, shopify_order_id: id as string, shopify_order_name: name };
}

function rulesetOf(
  choice: ChosenDelivery,
  mappings: Mappings,
): Pick<NewOrder, 'original_ruleset_chaining_id'> {
  const chaining = rulesetChainingOf(choice, mappings);
  return chaining === null ? {} : { original_ruleset_chaining_id: chaining };
}

function deliveryOf(
  order: ShopOrder,
  choice: ChosenDelivery,
  endpointId: string | null,
): NewOrder['delivery'] {
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

/** What the shopper was told is sent as it was; what OneStock can keep may be another by now, or nothing. */
function promiseOf(
  { promise }: ChosenDelivery,
  { keepable }: Pick<ExportInput, 'keepable'>,
): Pick<NewOrder, 'delivery_promise'> {
  if (!promise) return {};
  return { delivery_promise: deliveryPromiseParameter(promise, keepable === undefined ? promise : keepable) };
}

function pricesOf(
  { order, delivery, settings }: ExportInput,
  borne: readonly ShippingFee[],
): Pick<NewOrder, 'pricing_details' | 'shipping_fees'> {
  const fees = [
    ...borne.map((fee) => priceOfFee(fee, order)),
    ...(delivery.number === 1 ? otherFees(order, settings) : []),
  ];
  const lines = delivery.lines.map((planned) => priceOfLine(lineOf(order, planned), planned, order));
  const all = [...lines, ...fees];
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

function otherFees(order: ShopOrder, { includeTips }: Pick<OrderSettings, 'includeTips'>): Price[] {
  const fees = order.additionalFees.map((fee) => priceOfAdditionalFee(fee, order));
  if (!includeTips || order.tip === 0) return fees;
  return [...fees, { price: order.tip, original: order.tip, discounts: [], taxes: [] }];
}

function lineOf({ lines }: ShopOrder, { lineItemId }: PlannedLine): OrderLine {
  const line = lines.find(({ id }) => id === lineItemId);
  if (!line) throw new Error('A line is planned that the order does not have.');
  return line;
}

function itemOf(
  { lineItemId, itemId, quantity }: ExportedItem,
  planned: PlannedLine,
  order: ShopOrder,
): NewOrderItem {
  const price = priceOfLine(lineOf(order, planned), planned, order);
  return {
    id: lineItemId.slice(lineItemId.lastIndexOf('/') + 1),
    item_id: itemId,
    quantity,
    pricing_details: { ...writePrice(price), ...writeUnitPrices(price, quantity, order.currency) },
    information: { shopify_line_item_id: lineItemId },
  };
}
