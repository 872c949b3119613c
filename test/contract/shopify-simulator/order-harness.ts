import { afterEach, expect, vi } from 'vitest';
import { numericId } from '#sandbox/shopify/store/ids.ts';
import type { ShopHarness } from './shop-harness.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests assert on foreign JSON of any shape.
type Json = any;

export interface OrderHarness {
  /** Places an order and waits until it is routed; its global id. */
  routedOrder(change?: Record<string, unknown>): Promise<string>;
  /** Its fulfillment orders, as the Admin API shows them. */
  fulfillmentOrders(orderId: string): Promise<Json[]>;
  /** The order, as the Admin API shows what came of it. */
  order(orderId: string): Promise<Json>;
  /** Runs one mutation and answers its payload. */
  mutate(name: string, variables: Record<string, unknown>): Promise<Json>;
  /** A command of the control door; its HTTP status and answer. */
  command(
    orderId: string,
    name: string,
    body?: Record<string, unknown>,
  ): Promise<{ status: number; body: Json }>;
  /** Body of the first webhook of that topic, once it has come. */
  announced(topic: string): Promise<Json>;
  /** Deliveries that split the first line of an order over the two locations. */
  overTwoLocations(quantities: number[]): Json[];
}

const fulfillmentOrder =
  'id status fulfillAt supportedActions { action } assignedLocation { location { id } } ';
const lines = 'lineItems(first: 10) { nodes { id sku totalQuantity remainingQuantity } }';
const holds = 'fulfillmentHolds { id handle reason reasonNotes heldByRequestingApp }';
const fulfillment = `fulfillment { id status name trackingInfo(first: 5) { company number url }
  fulfillmentLineItems(first: 10) { nodes { quantity lineItem { sku } } } }`;

const mutations: Record<string, string> = {
  fulfillmentCreate: `mutation Run($fulfillment: FulfillmentInput!) { fulfillmentCreate(fulfillment: $fulfillment) {
    ${fulfillment} userErrors { field message } } }`,
  fulfillmentCancel: `mutation Run($id: ID!) { fulfillmentCancel(id: $id) { fulfillment { id status } userErrors { field message } } }`,
  fulfillmentTrackingInfoUpdate: `mutation Run($id: ID!, $tracking: FulfillmentTrackingInput!) {
    fulfillmentTrackingInfoUpdate(fulfillmentId: $id, trackingInfoInput: $tracking) { ${fulfillment} userErrors { field message } } }`,
  fulfillmentOrderHold: `mutation Run($id: ID!, $hold: FulfillmentOrderHoldInput!) { fulfillmentOrderHold(id: $id, fulfillmentHold: $hold) {
    fulfillmentHold { id handle } fulfillmentOrder { id status ${lines} } remainingFulfillmentOrder { id status ${lines} }
    userErrors { field message code } } }`,
  fulfillmentOrderReleaseHold: `mutation Run($id: ID!, $holdIds: [ID!]) { fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) {
    fulfillmentOrder { id status ${holds} } userErrors { field message code } } }`,
  fulfillmentOrderMove: `mutation Run($id: ID!, $location: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
    fulfillmentOrderMove(id: $id, newLocationId: $location, fulfillmentOrderLineItems: $lines) {
      movedFulfillmentOrder { ${fulfillmentOrder} ${lines} } originalFulfillmentOrder { ${fulfillmentOrder} }
      remainingFulfillmentOrder { id } userErrors { field message code } } }`,
  fulfillmentOrderOpen: `mutation Run($id: ID!) { fulfillmentOrderOpen(id: $id) { fulfillmentOrder { id status } userErrors { field message } } }`,
  fulfillmentOrderSplit: `mutation Run($splits: [FulfillmentOrderSplitInput!]!) { fulfillmentOrderSplit(fulfillmentOrderSplits: $splits) {
    fulfillmentOrderSplits { fulfillmentOrder { id ${lines} } remainingFulfillmentOrder { id ${lines} } }
    userErrors { field message code } } }`,
  fulfillmentOrderLineItemsPreparedForPickup: `mutation Run($input: FulfillmentOrderLineItemsPreparedForPickupInput!) {
    fulfillmentOrderLineItemsPreparedForPickup(input: $input) { userErrors { field code } } }`,
  orderCancel: `mutation Run($id: ID!) { orderCancel(orderId: $id, reason: CUSTOMER, restock: true) {
    job { done } orderCancelUserErrors { field code } } }`,
};

export function orderHarness(shop: ShopHarness): OrderHarness {
  // What a test did not wait for must not be heard by the next one.
  afterEach(() =>
    vi.waitFor(async () => {
      const { webhooks } = (await shop.call('GET', '/_control/webhooks')).body;
      expect(webhooks.filter(({ status }: { status: string }) => status === 'sending')).toEqual([]);
    }),
  );
  const ask = async (query: string, variables: Record<string, unknown>) => {
    const { body } = await shop.graphql(query, variables);
    if (body.errors) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };
  return {
    async routedOrder(change = {}) {
      await shop.control({ routingDelayMs: 0 });
      const id = await shop.placeOrder(change);
      await shop.routed(id);
      return id;
    },
    async fulfillmentOrders(id) {
      const query = `query Read($id: ID!) { order(id: $id) { fulfillmentOrders(first: 10) { nodes { ${fulfillmentOrder} ${lines} ${holds} } } } }`;
      return (await ask(query, { id })).order.fulfillmentOrders.nodes;
    },
    async order(id) {
      const query = `query Read($id: ID!) { order(id: $id) { displayFulfillmentStatus displayFinancialStatus cancelledAt cancelReason edited
        lineItems(first: 10) { nodes { sku quantity currentQuantity unfulfilledQuantity } }
        fulfillments(first: 10) { id status createdAt totalQuantity trackingInfo(first: 5) { company number url }
          fulfillmentLineItems(first: 10) { nodes { quantity lineItem { sku } } } }
        refunds(first: 5) { totalRefundedSet { shopMoney { amount } } refundLineItems(first: 5) { nodes { quantity restockType } } } } }`;
      return (await ask(query, { id })).order;
    },
    async mutate(name, variables) {
      const query = mutations[name];
      if (!query) throw new Error(`No test of ${name} yet.`);
      return (await ask(query, variables))[name];
    },
    command: (orderId, name, body = {}) =>
      shop.call('POST', `/_control/orders/${numericId(orderId)}/${name}`, body),
    announced: (topic) =>
      vi.waitFor(() => {
        const webhook = shop.receiver.webhooks.find(({ headers }) => headers['x-shopify-topic'] === topic);
        if (!webhook) throw new Error(`No ${topic} yet.`);
        return webhook.body;
      }),
    overTwoLocations: (quantities) =>
      quantities.map((quantity, index) => ({
        locationId: shop.shopify.store.locations[index]?.id,
        lines: [{ line: 0, quantity }],
        deliveryMethod: { serviceCode: 'STANDARD', presentedName: 'Home' },
      })),
  };
}
