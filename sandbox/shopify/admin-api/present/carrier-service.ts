import type { CarrierService } from '../../store/types.ts';
import type { Presented } from '../call.ts';

/**
 * `formattedName` as recorded from a live shop by https://github.com/airhorns/shopify-draft-proxy
 * (docs/endpoints/shipping-fulfillments.md).
 */
export function presentCarrierService(service: CarrierService): Presented {
  const { id, name, callbackUrl, active, supportsServiceDiscovery } = service;
  return {
    __typename: 'DeliveryCarrierService',
    id,
    name,
    formattedName: `${name} (Rates provided by app)`,
    callbackUrl,
    active,
    supportsServiceDiscovery,
  };
}
