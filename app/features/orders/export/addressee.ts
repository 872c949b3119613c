import type { NewOrder, NewOrderAddress, NewOrderCustomer } from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { Addressee } from '../deliveries/types.ts';

/**
 * Whom a delivery is for and where it goes, by what OneStock is told of both. What is collected goes to no address. Coordinates and the country's
 * name do not count: Shopify finds the first some time after the order, and both follow from the rest.
 */
export function addresseeOf(
  orderId: OrderId,
  customer: NewOrderCustomer,
  { address, endpoint_id }: NewOrder['delivery']['destination'],
): Addressee {
  const hash = (content: unknown) => sha256Hex(`${orderId}:${JSON.stringify(content)}`);
  return {
    customer: hash(customer),
    address: endpoint_id === undefined ? hash(address ? addressed(address) : null) : null,
    country: address?.regions?.country.code ?? null,
  };
}

function addressed({ coordinates: _coordinates, regions, ...address }: NewOrderAddress): object {
  return { ...address, country: regions?.country.code };
}
