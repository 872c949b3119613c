import { numericId } from '../../store/ids.ts';
import type { Location } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { withMetafields } from './metafield.ts';
import { mailingAddress } from './values.ts';

export function presentLocation(location: Location, call: Call): Presented {
  const { id, name, isActive, isPrimary, address } = location;
  return {
    __typename: 'Location',
    id,
    legacyResourceId: numericId(id),
    name,
    isActive,
    isPrimary,
    fulfillsOnlineOrders: location.fulfillsOnlineOrders,
    shipsInventory: location.shipsInventory,
    isFulfillmentService: false,
    address: mailingAddress(address),
    ...withMetafields(id, call),
  };
}
