import { FULFILLMENT_ORDER_LINES } from '../fulfillment-order-lines.ts';
import { ORDER_METAFIELDS } from '../order-metafields.ts';

/**
 * An order as the resolution of its promise needs it, without a name, a street or an e-mail. The page sizes keep the worst
 * case below the 1,000 points that one query may cost; `readOrder` asks for the pages beyond the first
 * (https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits).
 */
const LINE_ITEMS = `#graphql
  fragment OrderLineItems on LineItemConnection {
    nodes {
      quantity
      requiresShipping
      sku
      title
      variant {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
` as const;

const FULFILLMENT_ORDERS = `#graphql
  fragment OrderFulfillmentOrders on FulfillmentOrderConnection {
    nodes {
      id
      status
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
        location {
          id
        }
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

export const ORDER = `#graphql
  query OrderForPromise($id: ID!) {
    order(id: $id) {
      id
      name
      createdAt
      updatedAt
      shippingAddress {
        countryCodeV2
        zip
        provinceCode
      }
      ...OrderMetafields
      shippingLines(first: 10) {
        nodes {
          title
          code
          originalPriceSet {
            shopMoney {
              amount
              currencyCode
            }
          }
        }
      }
      lineItems(first: 50) {
        ...OrderLineItems
      }
      fulfillmentOrders(first: 10) {
        ...OrderFulfillmentOrders
      }
    }
  }
  ${ORDER_METAFIELDS}
  ${LINE_ITEMS}
  ${FULFILLMENT_ORDERS}
` as const;

export const ORDER_LINE_ITEMS = `#graphql
  query OrderLineItemsAfter($id: ID!, $after: String!) {
    order(id: $id) {
      lineItems(first: 100, after: $after) {
        ...OrderLineItems
      }
    }
  }
  ${LINE_ITEMS}
` as const;

export const ORDER_FULFILLMENT_ORDERS = `#graphql
  query OrderFulfillmentOrdersAfter($id: ID!, $after: String!) {
    order(id: $id) {
      fulfillmentOrders(first: 10, after: $after) {
        ...OrderFulfillmentOrders
      }
    }
  }
  ${FULFILLMENT_ORDERS}
` as const;

export const FULFILLMENT_ORDER_LINE_ITEMS = `#graphql
  query FulfillmentOrderLinesAfter($id: ID!, $after: String!) {
    fulfillmentOrder(id: $id) {
      lineItems(first: 100, after: $after) {
        ...FulfillmentOrderLines
      }
    }
  }
  ${FULFILLMENT_ORDER_LINES}
` as const;
