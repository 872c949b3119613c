import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { OrderCause } from './shape.ts';

/** OneStock's own words about its error, to stand after the cause that they explain; none where it gave none. */
export function saidByOneStock({ vendorMessage }: OneStockError): OrderCause[] {
  return vendorMessage ? [{ code: 'onestock_said', params: { said: vendorMessage } }] : [];
}
