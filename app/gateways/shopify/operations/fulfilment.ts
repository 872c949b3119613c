/**
 * What is left to fulfil of an order, where, and what stands in the way. The page sizes keep the worst case below the 1,000 points that
 * one query may cost (https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits). Fulfillments cannot be paged, so their count tells
 * whether all were told; their lines are read one fulfillment at a time, and only of those that the app did not make.
 */
const REMAINING_LINES = `#graphql
  fragment RemainingLines on FulfillmentOrderLineItemConnection {
    nodes {
      id
      remainingQuantity
      lineItem {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
` as const;

const FULFILLABLE_ORDERS = `#graphql
  fragment FulfillableOrders on FulfillmentOrderConnection {
    nodes {
      id
      status
      supportedActions {
        action
      }
      assignedLocation {
        location {
          id
          isFulfillmentService
        }
      }
      deliveryMethod {
        methodType
        serviceCode
      }
      fulfillmentHolds {
        id
        handle
        heldByRequestingApp
        reasonNotes
      }
      lineItems(first: 20) {
        ...RemainingLines
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
  ${REMAINING_LINES}
` as const;

const ORDERED_LINES = `#graphql
  fragment OrderedLines on LineItemConnection {
    nodes {
      id
      quantity
      currentQuantity
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
` as const;

export const ORDER_TO_FULFIL = `#graphql
  query OrderToFulfil($id: ID!) {
    order(id: $id) {
      id
      name
      cancelledAt
      shippingLines(first: 2) {
        nodes {
          code
        }
      }
      lineItems(first: 50) {
        ...OrderedLines
      }
      fulfillmentsCount {
        count
      }
      fulfillments(first: 250) {
        id
        status
      }
      fulfillmentOrders(first: 10) {
        ...FulfillableOrders
      }
    }
  }
  ${ORDERED_LINES}
  ${FULFILLABLE_ORDERS}
` as const;

export const MORE_ORDERED_LINES = `#graphql
  query MoreOrderedLines($id: ID!, $after: String!) {
    order(id: $id) {
      lineItems(first: 250, after: $after) {
        ...OrderedLines
      }
    }
  }
  ${ORDERED_LINES}
` as const;

export const MORE_TO_FULFIL = `#graphql
  query MoreToFulfil($id: ID!, $after: String!) {
    order(id: $id) {
      fulfillmentOrders(first: 10, after: $after) {
        ...FulfillableOrders
      }
    }
  }
  ${FULFILLABLE_ORDERS}
` as const;

export const MORE_LINES_TO_FULFIL = `#graphql
  query MoreLinesToFulfil($id: ID!, $after: String!) {
    fulfillmentOrder(id: $id) {
      lineItems(first: 100, after: $after) {
        ...RemainingLines
      }
    }
  }
  ${REMAINING_LINES}
` as const;

const FULFILLED_LINES = `#graphql
  fragment FulfilledLines on FulfillmentLineItemConnection {
    nodes {
      quantity
      lineItem {
        id
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
` as const;

/** All its fulfillment orders are of one delivery method type, so one of them tells it. */
export const FULFILLMENT = `#graphql
  query Fulfillment($id: ID!) {
    fulfillment(id: $id) {
      id
      status
      createdAt
      location {
        id
      }
      fulfillmentOrders(first: 1) {
        nodes {
          deliveryMethod {
            methodType
          }
        }
      }
      trackingInfo(first: 10) {
        number
        url
        company
      }
      fulfillmentLineItems(first: 100) {
        ...FulfilledLines
      }
    }
  }
  ${FULFILLED_LINES}
` as const;

export const MORE_FULFILLED_LINES = `#graphql
  query MoreFulfilledLines($id: ID!, $after: String!) {
    fulfillment(id: $id) {
      fulfillmentLineItems(first: 100, after: $after) {
        ...FulfilledLines
      }
    }
  }
  ${FULFILLED_LINES}
` as const;

/**
 * Of one order, one location (https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/fulfillmentCreate) and one delivery method type
 * (https://github.com/ChannelApe/shopify-sdk/issues/102); nothing tells a repeated call from a new one.
 */
export const FULFILLMENT_CREATE = `#graphql
  mutation FulfillmentCreate($fulfillment: FulfillmentInput!) {
    fulfillmentCreate(fulfillment: $fulfillment) {
      fulfillment {
        id
      }
      userErrors {
        field
        message
      }
    }
  }
`;

/** Replaces the tracking as a whole (https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/fulfillmentTrackingInfoUpdate). */
export const FULFILLMENT_TRACKING_INFO_UPDATE = `#graphql
  mutation FulfillmentTrackingInfoUpdate($fulfillmentId: ID!, $tracking: FulfillmentTrackingInput!, $notifyCustomer: Boolean!) {
    fulfillmentTrackingInfoUpdate(
      fulfillmentId: $fulfillmentId
      trackingInfoInput: $tracking
      notifyCustomer: $notifyCustomer
    ) {
      fulfillment {
        id
      }
      userErrors {
        field
        message
      }
    }
  }
`;

/** Some lines can be held only while none of the fulfillment order is: the others go to a new one (https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/fulfillmentOrderHold). */
export const FULFILLMENT_ORDER_HOLD = `#graphql
  mutation FulfillmentOrderHold($id: ID!, $hold: FulfillmentOrderHoldInput!) {
    fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
      fulfillmentHold {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;

/** Without ids it would lift the holds of others too (https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/fulfillmentOrderReleaseHold). */
export const FULFILLMENT_ORDER_RELEASE_HOLD = `#graphql
  mutation FulfillmentOrderReleaseHold($id: ID!, $holdIds: [ID!]!) {
    fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {
      fulfillmentOrder {
        id
      }
      userErrors {
        field
        message
        code
      }
    }
  }
`;

export const FULFILLMENT_ORDER_MOVE = `#graphql
  mutation FulfillmentOrderMove($id: ID!, $locationId: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
    fulfillmentOrderMove(id: $id, newLocationId: $locationId, fulfillmentOrderLineItems: $lines) {
      movedFulfillmentOrder {
        id
      }
      userErrors {
        field
        message
      }
    }
  }
`;
