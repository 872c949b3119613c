import { InvalidInput } from '../../invalid-input.ts';
import { addPieces } from '../fulfillment/quantities.ts';
import type { FulfillmentRules } from '../fulfillment/rules.ts';
import { settleStatus } from '../fulfillment/status.ts';
import type { FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import type { Order, OrderLine } from '../types.ts';

/** Puts pieces that came to an order after it was placed into a fulfillment order. Which one it is is inferred, and a rule. */
export function deliver(
  store: Store,
  order: Order,
  { line, quantity }: { line: OrderLine; quantity: number },
  rules: FulfillmentRules,
): void {
  const fits = ({ deliveryMethod }: FulfillmentOrder) =>
    (deliveryMethod?.methodType !== 'NONE') === line.requiresShipping;
  const joins = {
    OPEN: rules.addedLinesGo === 'existing',
    ON_HOLD: rules.addedLinesGo === 'existing' && rules.addedLinesWhileHeld === 'join',
  };
  const withStatus = (wanted: 'OPEN' | 'ON_HOLD') =>
    joins[wanted] ? order.fulfillmentOrders.find((each) => each.status === wanted && fits(each)) : undefined;
  const fulfillmentOrder =
    withStatus('OPEN') ?? withStatus('ON_HOLD') ?? newFulfillmentOrder(store, order, line);
  addPieces(store, fulfillmentOrder, line.id, quantity);
  settleStatus(fulfillmentOrder, store.now(), rules);
}

/** An empty one at the primary location, which goes where the others go. */
export function newFulfillmentOrder(
  store: Store,
  order: Order,
  { requiresShipping }: OrderLine,
): FulfillmentOrder {
  const location = store.locations.find(({ isPrimary }) => isPrimary);
  if (!location) throw new InvalidInput('The shop has no primary location.');
  const shipping = order.shippingLines[0];
  const createdAt = store.now();
  const made: FulfillmentOrder = {
    id: store.nextId('FulfillmentOrder'),
    createdAt,
    updatedAt: createdAt,
    status: 'OPEN',
    fulfillAt: null,
    isScheduled: false,
    locationId: location.id,
    destination: requiresShipping ? order.shippingAddress : null,
    deliveryMethod: {
      id: store.nextId('DeliveryMethod'),
      methodType: requiresShipping ? 'SHIPPING' : 'NONE',
      serviceCode: requiresShipping ? (shipping?.code ?? null) : null,
      presentedName: requiresShipping ? (shipping?.title ?? null) : null,
      minDeliveryDateTime: null,
      maxDeliveryDateTime: null,
    },
    lines: [],
    holds: [],
    remainderOf: null,
    preparedForPickupAt: null,
  };
  order.fulfillmentOrders.push(made);
  return made;
}
