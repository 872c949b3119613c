import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fulfillmentSettings } from '#sandbox/shopify/control/fulfillment-settings.ts';
import { cancelFulfillment } from '#sandbox/shopify/store/fulfillment/cancel-fulfillment.ts';
import { cancelFulfillmentOrder } from '#sandbox/shopify/store/fulfillment/cancel-fulfillment-order.ts';
import { createFulfillment } from '#sandbox/shopify/store/fulfillment/create-fulfillment.ts';
import { mergeFulfillmentOrders } from '#sandbox/shopify/store/fulfillment/merge.ts';
import { moveFulfillmentOrder } from '#sandbox/shopify/store/fulfillment/move.ts';
import { placeHold } from '#sandbox/shopify/store/fulfillment/place-hold.ts';
import { releaseHolds } from '#sandbox/shopify/store/fulfillment/release-holds.ts';
import { splitFulfillmentOrder } from '#sandbox/shopify/store/fulfillment/split.ts';
import { isOver, remainingOf } from '#sandbox/shopify/store/fulfillment/status.ts';
import { createIds } from '#sandbox/shopify/store/ids.ts';
import { refundOrder } from '#sandbox/shopify/store/order-changes/refund-order.ts';
import { unfulfilledOf } from '#sandbox/shopify/store/order-changes/unfulfilled.ts';
import { createStore, type Store } from '#sandbox/shopify/store/store.ts';
import type { Order } from '#sandbox/shopify/store/types.ts';

const kinds = ['fulfil', 'hold', 'release', 'move', 'cancel', 'refund', 'split', 'merge', 'replace'] as const;
const stepOf = fc.record({
  kind: fc.constantFrom(...kinds),
  /** Which of the things that the step may be about. */
  pick: fc.nat(20),
  quantity: fc.integer({ min: 1, max: 3 }),
  isWhole: fc.boolean(),
});
type Step = typeof stepOf extends fc.Arbitrary<infer Value> ? Value : never;

function run(store: Store, order: Order, { kind, pick, quantity, isWhole }: Step, merges: boolean): void {
  const rules = {
    partlyFulfilledStatus: fulfillmentSettings.partlyFulfilledStatus.parse(undefined),
    mergeReleasedHolds: merges,
    releaseWithoutIds: 'all' as const,
    cancelledOrderStatus: 'CLOSED' as const,
    addedLinesGo: 'existing' as const,
    addedLinesWhileHeld: 'join' as const,
    destinationsFollowAddress: true,
    exchangeLinesCome: 'held' as const,
    exchangesMarkEdited: false,
    mixedMethodTypes: 'refused' as const,
  };
  const fulfillmentOrder = order.fulfillmentOrders[pick % order.fulfillmentOrders.length];
  const line = fulfillmentOrder?.lines[pick % fulfillmentOrder.lines.length];
  if (!fulfillmentOrder || !line) return;
  const found = { order, fulfillmentOrder };
  const pieces = isWhole ? null : [{ id: line.id, quantity }];
  switch (kind) {
    case 'fulfil': {
      const groups = [{ fulfillmentOrderId: fulfillmentOrder.id, pieces }];
      createFulfillment(store, { groups, tracking: [], notifiesCustomer: false }, rules);
      break;
    }
    case 'hold': {
      const hold = { app: null, handle: `h${pick}`, reason: 'OTHER' as const, reasonNotes: null, pieces };
      placeHold(store, found, hold, rules);
      break;
    }
    case 'release':
      releaseHolds(store, found, { app: null, holdIds: null }, rules);
      break;
    case 'move': {
      const locationId = store.locations[pick % store.locations.length]?.id ?? '';
      moveFulfillmentOrder(store, found, { locationId, pieces }, rules);
      break;
    }
    case 'split':
      splitFulfillmentOrder(store, found, pieces ?? [], []);
      break;
    case 'merge':
      mergeFulfillmentOrders(store, order, order.fulfillmentOrders.slice(pick % 3), rules);
      break;
    case 'replace':
      cancelFulfillmentOrder(store, found);
      break;
    case 'cancel':
      cancelFulfillment(store, order.fulfillments[pick % (order.fulfillments.length || 1)]?.id ?? '', rules);
      break;
    case 'refund': {
      const asked = {
        orderLineId: line.orderLineId,
        quantity,
        restockType: 'CANCEL' as const,
        locationId: null,
      };
      refundOrder(store, order, { note: null, shipping: 0, lines: [asked] }, rules);
    }
  }
}

it('whatever is done, every piece that is left of a line waits or is fulfilled, and is so once', () => {
  fc.assert(
    fc.property(fc.array(stepOf, { maxLength: 25 }), fc.boolean(), (steps, merges) => {
      const seed = { domain: 'sandbox-fashion.myshopify.com' };
      const now = () => new Date(0);
      const store = createStore({ now, seed, nextId: createIds(), whenRouted: (route) => route() });
      const order = store.placeOrder({
        lines: [
          { sku: 'SKU-001', quantity: 4 },
          { sku: 'SKU-002', quantity: 2 },
        ],
        shippingAddress: null,
        shippingLines: [],
      });
      for (const step of steps) {
        run(store, order, step, merges);
        const shipped = order.fulfillments
          .filter(({ status }) => status === 'SUCCESS')
          .flatMap(({ lines }) => lines);
        for (const line of order.lines) {
          const fulfilled = shipped
            .filter(({ orderLineId }) => orderLineId === line.id)
            .reduce((total, { quantity }) => total + quantity, 0);
          expect(unfulfilledOf(order, line.id) + fulfilled).toBe(line.currentQuantity);
        }
        for (const each of order.fulfillmentOrders) {
          expect(isOver(each)).toBe(remainingOf(each) === 0);
          expect(each.status === 'ON_HOLD').toBe(each.holds.length > 0);
        }
      }
    }),
    { numRuns: 300 },
  );
});
