import { FULFILLMENT_ORDER_LINES } from '../fulfillment-order-lines.ts';
import { ORDER_METAFIELDS } from '../order-metafields.ts';

/**
 * An order as the resolution of its promise and its export need it, with the buyer's names and addresses: for the memory of a worker only. The customer object would need a
 * scope of its own, `read_customers` (https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Customer), and says nothing that is
 * needed beyond the addresses. The page sizes keep the worst case below the 1,000 points that one query may cost
 * (https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits).
 */
const EXPORTED_ADDRESS = `#graphql
  fragment ExportedAddress on MailingAddress {
    firstName
    lastName
    company
    address1
    address2
    city
    zip
    provinceCode
    country
    countryCodeV2
    latitude
    longitude
    phone
  }
` as const;

const EXPORTED_TAX = `#graphql
  fragment ExportedTax on TaxLine {
    title
    ratePercentage
    priceSet {
      shopMoney {
        amount
      }
    }
  }
` as const;

const EXPORTED_DISCOUNT = `#graphql
  fragment ExportedDiscount on DiscountAllocation {
    allocatedAmountSet {
      shopMoney {
        amount
      }
    }
    discountApplication {
      value {
        ... on PricingPercentageValue {
          percentage
        }
      }
      ... on AutomaticDiscountApplication {
        title
      }
      ... on DiscountCodeApplication {
        code
      }
      ... on ManualDiscountApplication {
        title
      }
      ... on ScriptDiscountApplication {
        title
      }
    }
  }
` as const;

const EXPORTED_LINES = `#graphql
  fragment ExportedLines on LineItemConnection {
    nodes {
      id
      sku
      name
      title
      quantity
      currentQuantity
      requiresShipping
      isGiftCard
      variant {
        id
      }
      originalUnitPriceSet {
        shopMoney {
          amount
        }
      }
      discountAllocations {
        ...ExportedDiscount
      }
      taxLines {
        ...ExportedTax
      }
      duties {
        price {
          shopMoney {
            amount
          }
        }
        taxLines {
          ...ExportedTax
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
` as const;

const EXPORTED_DELIVERIES = `#graphql
  fragment ExportedDeliveries on FulfillmentOrderConnection {
    nodes {
      id
      status
      fulfillAt
      deliveryMethod {
        methodType
        serviceCode
        presentedName
        minDeliveryDateTime
        maxDeliveryDateTime
      }
      destination {
        countryCode
        zip
      }
      assignedLocation {
        name
        location {
          id
          isFulfillmentService
        }
      }
      fulfillmentHolds {
        id
        handle
        reason
        displayReason
        heldByRequestingApp
        reasonNotes
      }
      lineItems(first: 20) {
        ...FulfillmentOrderLines
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  ${FULFILLMENT_ORDER_LINES}
` as const;

export const ORDER_FOR_EXPORT = `#graphql
  query OrderForExport($id: ID!) {
    order(id: $id) {
      id
      name
      createdAt
      updatedAt
      cancelledAt
      edited
      test
      displayFinancialStatus
      currencyCode
      taxesIncluded
      email
      phone
      shippingAddress {
        ...ExportedAddress
      }
      billingAddress {
        ...ExportedAddress
      }
      ...OrderMetafields
      shippingLines(first: 10) {
        nodes {
          id
          title
          code
          isRemoved
          originalPriceSet {
            shopMoney {
              amount
              currencyCode
            }
          }
          discountAllocations {
            ...ExportedDiscount
          }
          taxLines {
            ...ExportedTax
          }
        }
      }
      additionalFees {
        name
        price {
          shopMoney {
            amount
          }
        }
        taxLines {
          ...ExportedTax
        }
      }
      totalTipReceivedSet {
        shopMoney {
          amount
        }
      }
      refunds(first: 25) {
        id
        createdAt
        totalRefundedSet {
          shopMoney {
            amount
            currencyCode
          }
        }
      }
      fulfillmentOrders(first: 5) {
        ...ExportedDeliveries
      }
      lineItems(first: 25) {
        ...ExportedLines
      }
    }
  }
  ${ORDER_METAFIELDS}
  ${EXPORTED_ADDRESS}
  ${EXPORTED_TAX}
  ${EXPORTED_DISCOUNT}
  ${EXPORTED_DELIVERIES}
  ${EXPORTED_LINES}
` as const;

export const ORDER_DELIVERIES_FOR_EXPORT = `#graphql
  query OrderDeliveriesForExport($id: ID!, $after: String!) {
    order(id: $id) {
      fulfillmentOrders(first: 10, after: $after) {
        ...ExportedDeliveries
      }
    }
  }
  ${EXPORTED_DELIVERIES}
` as const;

export const ORDER_LINES_FOR_EXPORT = `#graphql
  query OrderLinesForExport($id: ID!, $after: String!) {
    order(id: $id) {
      lineItems(first: 50, after: $after) {
        ...ExportedLines
      }
    }
  }
  ${EXPORTED_TAX}
  ${EXPORTED_DISCOUNT}
  ${EXPORTED_LINES}
` as const;

/** Orders that a search finds, those changed longest ago first; nothing personal. */
export const CHANGED_ORDERS = `#graphql
  query ChangedOrders($query: String!, $after: String) {
    orders(first: 100, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {
        id
        createdAt
        updatedAt
        cancelledAt
        edited
        displayFinancialStatus
        refunds(first: 1) {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
` as const;
