import type { GraphQLResolveInfo } from 'graphql';
import type { Call, Presented } from './call.ts';
import { onceForEachKey } from './idempotency.ts';
import {
  carrierServiceCreate,
  carrierServiceDelete,
  carrierServiceUpdate,
} from './mutations/carrier-service.ts';
import { deliveryProfileUpdate } from './mutations/delivery-profile-update.ts';
import { fulfillmentOrderHold, fulfillmentOrderReleaseHold } from './mutations/fulfillment-holds.ts';
import {
  fulfillmentOrderLineItemsPreparedForPickup,
  fulfillmentOrderMove,
  fulfillmentOrderOpen,
  fulfillmentOrderSplit,
} from './mutations/fulfillment-orders.ts';
import {
  fulfillmentCancel,
  fulfillmentCreate,
  fulfillmentTrackingInfoUpdate,
} from './mutations/fulfillments.ts';
import { marketUpdate } from './mutations/market-update.ts';
import { metafieldDefinitionCreate } from './mutations/metafield-definition-create.ts';
import { metafieldsDelete } from './mutations/metafields-delete.ts';
import { metafieldsSet } from './mutations/metafields-set.ts';
import { orderCancel, refundCreate } from './mutations/orders.ts';

const mutations = {
  carrierServiceCreate,
  carrierServiceUpdate,
  carrierServiceDelete,
  deliveryProfileUpdate,
  fulfillmentCreate,
  fulfillmentCancel,
  fulfillmentTrackingInfoUpdate,
  fulfillmentOrderHold,
  fulfillmentOrderReleaseHold,
  fulfillmentOrderMove,
  fulfillmentOrderOpen,
  fulfillmentOrderSplit,
  fulfillmentOrderLineItemsPreparedForPickup,
  marketUpdate,
  metafieldDefinitionCreate,
  metafieldsSet,
  metafieldsDelete,
  orderCancel,
  refundCreate,
};

/** `Mutation`: what the simulator can be told to change. */
export function mutationRoot(call: Call): Presented {
  return Object.fromEntries(
    Object.entries(mutations).map(([name, mutate]) => [
      name,
      (args: never, info: GraphQLResolveInfo) => onceForEachKey(() => mutate(args, call), args, call, info),
    ]),
  );
}
