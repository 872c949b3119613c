import type { OrderForExportQuery } from '#app/gateways/shopify/admin.generated.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { plainText } from '#app/platform/plain-text.ts';
import { choiceOf, onlyRateOf } from '../deliveries/choice.ts';
import { isOurHold } from '../deliveries/our-holds.ts';
import type { FulfillmentOrder } from '../deliveries/types.ts';
import { readAmount } from './amounts.ts';
import type { Address, Discount, OrderLine, ShippingFee, ShopOrder, Tax } from './types.ts';

type OrderNode = NonNullable<OrderForExportQuery['order']>;
export type LineNode = OrderNode['lineItems']['nodes'][number];
export type FulfillmentOrderNode = OrderNode['fulfillmentOrders']['nodes'][number];
type AddressNode = NonNullable<OrderNode['shippingAddress']>;

/** An order that was refunded in part or in whole had been paid. */
const PAID = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'];

export function isPaid(status: OrderNode['displayFinancialStatus']): boolean {
  return status !== null && PAID.includes(status);
}

/** Shopify's answer in our own terms. Lines keep Shopify's order. */
export function toShopOrder(
  order: OrderNode,
  {
    lines,
    fulfillmentOrders,
  }: { lines: readonly LineNode[]; fulfillmentOrders: readonly FulfillmentOrderNode[] },
): ShopOrder {
  return {
    id: order.id as OrderId,
    name: order.name,
    createdAt: new Date(order.createdAt),
    isCancelled: order.cancelledAt !== null,
    isEdited: order.edited,
    isPaid: isPaid(order.displayFinancialStatus),
    isTest: order.test,
    currency: order.currencyCode,
    taxesIncluded: order.taxesIncluded,
    email: order.email || null,
    phone: order.phone || null,
    shippingAddress: toAddress(order.shippingAddress),
    billingAddress: toAddress(order.billingAddress),
    lines: lines.map(toLine),
    shippingFees: order.shippingLines.nodes.filter(({ isRemoved }) => !isRemoved).map(toFee),
    additionalFees: order.additionalFees.map(({ name, price, taxLines }) => ({
      title: name,
      price: readAmount(price.shopMoney.amount),
      taxes: taxLines.map(toTax),
    })),
    tip: readAmount(order.totalTipReceivedSet?.shopMoney.amount ?? '0'),
    refunds: order.refunds.map(({ id, createdAt, totalRefundedSet: { shopMoney } }) => ({
      id,
      at: createdAt === null ? null : new Date(createdAt),
      total: shopMoney.amount,
      currency: shopMoney.currencyCode,
    })),
    fulfillmentOrders: fulfillmentOrders.map((node) =>
      toFulfillmentOrder(node, onlyRateOf(order.shippingLines.nodes)),
    ),
  };
}

function toFulfillmentOrder(node: FulfillmentOrderNode, code: string | null): FulfillmentOrder {
  const { id, fulfillAt, assignedLocation, lineItems } = node;
  return {
    id,
    choice: choiceOf(node.deliveryMethod, assignedLocation.location?.id ?? null, code),
    state: stateOf(node),
    holds: othersHolds(node).map(reasonOf),
    opensAt: fulfillAt === null ? null : new Date(fulfillAt),
    location: {
      id: assignedLocation.location?.id ?? null,
      name: plainText(assignedLocation.name),
      isOfService: assignedLocation.location?.isFulfillmentService ?? false,
    },
    lines: lineItems.nodes
      .filter(({ remainingQuantity }) => remainingQuantity > 0)
      .map(({ lineItem, remainingQuantity, requiresShipping }) => ({
        lineItemId: lineItem.id,
        quantity: remainingQuantity,
        isShipped: requiresShipping,
      })),
  };
}

const OVER = ['CLOSED', 'CANCELLED'];

function stateOf(node: FulfillmentOrderNode): FulfillmentOrder['state'] {
  if (OVER.includes(node.status)) return 'over';
  if (node.status === 'SCHEDULED') return 'scheduled';
  const { fulfillmentHolds } = node;
  // What the app alone holds was asked for before: it waits for nobody.
  const isHeldByUs = fulfillmentHolds.length > 0 && othersHolds(node).length === 0;
  return node.status === 'ON_HOLD' && !isHeldByUs ? 'held' : 'open';
}

/** What its author wrote, else Shopify's words for it; `Other` says nothing. */
function reasonOf({
  reason,
  reasonNotes,
  displayReason,
}: FulfillmentOrderNode['fulfillmentHolds'][number]): string {
  return plainText(reasonNotes?.trim() ?? '', LONGEST_REASON) || (reason === 'OTHER' ? '' : displayReason);
}

/** A person reads no more. */
const LONGEST_REASON = 200;

function othersHolds({ fulfillmentHolds }: FulfillmentOrderNode) {
  return fulfillmentHolds.filter((hold) => !isOurHold(hold));
}

function toLine(line: LineNode): OrderLine {
  return {
    id: line.id,
    sku: (line.sku && plainText(line.sku)) || null,
    variantId: line.variant?.id.slice(line.variant.id.lastIndexOf('/') + 1) ?? null,
    title: plainText(line.name),
    ordered: line.quantity,
    quantity: line.currentQuantity,
    isShipped: line.requiresShipping,
    isGiftCard: line.isGiftCard,
    unitPrice: readAmount(line.originalUnitPriceSet.shopMoney.amount),
    discounts: line.discountAllocations.map(toDiscount),
    taxes: line.taxLines.map(toTax),
    duties: line.duties.map(({ price, taxLines }) => ({
      amount: readAmount(price.shopMoney.amount),
      taxes: taxLines.map(toTax),
    })),
  };
}

function toFee(line: OrderNode['shippingLines']['nodes'][number]): ShippingFee {
  return {
    id: line.id ?? `${line.code}:${line.title}`,
    title: plainText(line.title),
    code: line.code && plainText(line.code),
    price: readAmount(line.originalPriceSet.shopMoney.amount),
    discounts: line.discountAllocations.map(toDiscount),
    taxes: line.taxLines.map(toTax),
  };
}

function toDiscount({
  allocatedAmountSet,
  discountApplication,
}: LineNode['discountAllocations'][number]): Discount {
  const { value } = discountApplication;
  const title = 'code' in discountApplication ? discountApplication.code : titleOf(discountApplication);
  return {
    title,
    amount: readAmount(allocatedAmountSet.shopMoney.amount),
    percentage: 'percentage' in value && typeof value.percentage === 'number' ? value.percentage : null,
  };
}

function titleOf(application: object): string | null {
  return 'title' in application && typeof application.title === 'string' ? application.title : null;
}

function toTax({ title, ratePercentage, priceSet }: LineNode['taxLines'][number]): Tax {
  return { title, amount: readAmount(priceSet.shopMoney.amount), percentage: ratePercentage };
}

function toAddress(address: AddressNode | null): Address | null {
  if (!address) return null;
  const { firstName, lastName, company, address1, address2, city, zip, phone, latitude, longitude } = address;
  const { countryCodeV2, country, provinceCode } = address;
  return {
    firstName,
    lastName,
    company,
    lines: [address1, address2].flatMap((line) => line?.trim() || []),
    city,
    zip,
    province: provinceCode,
    country: countryCodeV2 && { code: countryCodeV2, name: country },
    coordinates: latitude !== null && longitude !== null ? { latitude, longitude } : null,
    phone,
  };
}
