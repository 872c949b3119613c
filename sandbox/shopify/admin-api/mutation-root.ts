import type { Call, Presented } from './call.ts';
import {
  carrierServiceCreate,
  carrierServiceDelete,
  carrierServiceUpdate,
} from './mutations/carrier-service.ts';
import { deliveryProfileUpdate } from './mutations/delivery-profile-update.ts';
import { marketUpdate } from './mutations/market-update.ts';
import { metafieldDefinitionCreate } from './mutations/metafield-definition-create.ts';
import { metafieldsDelete } from './mutations/metafields-delete.ts';
import { metafieldsSet } from './mutations/metafields-set.ts';

const mutations = {
  carrierServiceCreate,
  carrierServiceUpdate,
  carrierServiceDelete,
  deliveryProfileUpdate,
  marketUpdate,
  metafieldDefinitionCreate,
  metafieldsSet,
  metafieldsDelete,
};

/** `Mutation`: what the simulator can be told to change. */
export function mutationRoot(call: Call): Presented {
  return Object.fromEntries(
    Object.entries(mutations).map(([name, mutate]) => [name, (args: never) => mutate(args, call)]),
  );
}
