import { err, ok, type Result } from 'neverthrow';
import type { OrderToFulfilQuery } from '#app/gateways/shopify/admin.generated.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { MORE_LINES_TO_FULFIL, MORE_TO_FULFIL } from '#app/gateways/shopify/operations/fulfilment.ts';
import { choiceOf } from '../deliveries/choice.ts';
import { isOurHold } from '../deliveries/our-holds.ts';
import { type Page, remainingNodes } from '../remaining-nodes.ts';
import type { FulfillmentOrder } from './types.ts';

type FulfillmentOrderNode = NonNullable<OrderToFulfilQuery['order']>['fulfillmentOrders']['nodes'][number];
type LineNode = FulfillmentOrderNode['lineItems']['nodes'][number];

/**
 * What is left to fulfil of an order, given the first page of it.
 *
 * @param onlyRate the code of the order's only rate
 */
export async function readFulfillmentOrders(
  client: AdminClient,
  id: OrderId,
  first: Page<FulfillmentOrderNode>,
  onlyRate: string | null,
): Promise<Result<FulfillmentOrder[], ShopifyError>> {
  const nodes = await remainingNodes(first, (after) =>
    client.request(MORE_TO_FULFIL, { id, after }).map((data) => data.order?.fulfillmentOrders),
  );
  if (nodes.isErr()) return err(nodes.error);
  const fulfillmentOrders: FulfillmentOrder[] = [];
  for (const node of nodes.value) {
    const lines = await remainingNodes(node.lineItems, (after) =>
      client
        .request(MORE_LINES_TO_FULFIL, { id: node.id, after })
        .map((data) => data.fulfillmentOrder?.lineItems),
    );
    if (lines.isErr()) return err(lines.error);
    fulfillmentOrders.push(toFulfillmentOrder(node, lines.value, onlyRate));
  }
  return ok(fulfillmentOrders);
}

function toFulfillmentOrder(
  node: FulfillmentOrderNode,
  lines: readonly LineNode[],
  onlyRate: string | null,
): FulfillmentOrder {
  const can = (action: FulfillmentOrderNode['supportedActions'][number]['action']) =>
    node.supportedActions.some((supported) => supported.action === action);
  return {
    id: node.id,
    location: {
      id: node.assignedLocation.location?.id ?? null,
      isOfService: node.assignedLocation.location?.isFulfillmentService ?? false,
    },
    methodType: methodTypeOf(node),
    choice: choiceOf(node.deliveryMethod, node.assignedLocation.location?.id ?? null, onlyRate),
    state: stateOf(node),
    canFulfil: can('CREATE_FULFILLMENT'),
    canHold: can('HOLD'),
    canMove: can('MOVE'),
    holds: node.fulfillmentHolds.map((hold) => ({
      id: hold.id,
      isOurs: isOurHold(hold),
      note: hold.reasonNotes,
    })),
    lines: lines
      .filter(({ remainingQuantity }) => remainingQuantity > 0)
      .map((line) => ({ id: line.id, lineItemId: line.lineItem.id, remaining: line.remainingQuantity })),
  };
}

function stateOf({ status, fulfillmentHolds }: FulfillmentOrderNode): FulfillmentOrder['state'] {
  if (status === 'SCHEDULED') return 'scheduled';
  return fulfillmentHolds.some((hold) => !isOurHold(hold)) ? 'held' : 'open';
}

/** Empty where Shopify tells none. */
export function methodTypeOf({ deliveryMethod }: { deliveryMethod: { methodType: string } | null }): string {
  return deliveryMethod?.methodType ?? '';
}
