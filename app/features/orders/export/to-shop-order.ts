import type { OrderForExportQuery } from '#app/gateways/shopify/admin.generated.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { readAmount } from './amounts.ts';
import type { Address, Discount, OrderLine, ShippingFee, ShopOrder, Tax } from './types.ts';

type OrderNode = NonNullable<OrderForExportQuery['order']>;
export type LineNode = OrderNode['lineItems']['nodes'][number];
type DeliveryNode = OrderNode['fulfillmentOrders']['nodes'][number];
type AddressNode = NonNullable<OrderNode['shippingAddress']>;

/** An order that was refunded in part or in whole had been paid. */
const PAID = ['PAID', 'PARTIALLY_REFUNDED', 'REFUNDED'];

export function isPaid(status: OrderNode['displayFinancialStatus']): boolean {
  return status !== null && PAID.includes(status);
}

/** Shopify's answer in our own terms. Lines keep Shopify's order. */
export function toShopOrder(
  order: OrderNode,
  { lines, deliveries }: { lines: readonly LineNode[]; deliveries: readonly DeliveryNode[] },
): ShopOrder {
  return {
    id: order.id as OrderId,
    name: order.name,
    createdAt: new Date(order.createdAt),
    isCancelled: order.cancelledAt !== null,
    isEdited: order.edited,
    isPaid: isPaid(order.displayFinancialStatus),
    currency: order.currencyCode,
    taxesIncluded: order.taxesIncluded,
    email: order.email || null,
    phone: order.phone || null,
    shippingAddress: toAddress(order.shippingAddress),
    billingAddress: toAddress(order.billingAddress),
    lines: lines.map(toLine),
    shippingFees: order.shippingLines.nodes.filter(({ isRemoved }) => !isRemoved).map(toFee),
    refunds: order.refunds.map(({ id, createdAt, totalRefundedSet: { shopMoney } }) => ({
      id,
      at: createdAt === null ? null : new Date(createdAt),
      total: shopMoney.amount,
      currency: shopMoney.currencyCode,
    })),
    pickUpLocationId: pickUpLocationOf(deliveries),
  };
}

function pickUpLocationOf(deliveries: readonly DeliveryNode[]): string | null {
  const pickUp = deliveries.find(
    ({ status, deliveryMethod }) => status !== 'CANCELLED' && deliveryMethod?.methodType === 'PICK_UP',
  );
  return pickUp?.assignedLocation.location?.id ?? null;
}

function toLine(line: LineNode): OrderLine {
  return {
    id: line.id,
    sku: line.sku || null,
    variantId: line.variant?.id.slice(line.variant.id.lastIndexOf('/') + 1) ?? null,
    title: line.name,
    ordered: line.quantity,
    quantity: line.currentQuantity,
    isShipped: line.requiresShipping,
    isGiftCard: line.isGiftCard,
    unitPrice: readAmount(line.originalUnitPriceSet.shopMoney.amount),
    discounts: line.discountAllocations.map(toDiscount),
    taxes: line.taxLines.map(toTax),
  };
}

function toFee(line: OrderNode['shippingLines']['nodes'][number]): ShippingFee {
  return {
    title: line.title,
    code: line.code,
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
