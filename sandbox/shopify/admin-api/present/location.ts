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
    isFulfillmentService: location.fulfillmentService !== null,
    fulfillmentService: presentService(location, call),
    address: mailingAddress(address),
    ...withMetafields(id, call),
  };
}

/** A location of the merchant has none, which is inferred from the field being nullable. */
function presentService(location: Location, call: Call): Presented | null {
  const { fulfillmentService } = location;
  return (
    fulfillmentService && {
      ...fulfillmentService,
      callbackUrl: null,
      inventoryManagement: false,
      requiresShippingMethod: true,
      trackingSupport: false,
      type: 'THIRD_PARTY',
      location: () => presentLocation(location, call),
    }
  );
}
