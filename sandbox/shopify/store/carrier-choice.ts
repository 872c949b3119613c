import type { CarrierChoice, FlatRate } from './shipping.ts';
import type { Store } from './store.ts';
import type { CarrierService } from './types.ts';

/**
 * The carrier service of a choice; undefined for a merchant's own price, null for a service that was deleted. That the rates which
 * merchants hung on a service go with it is inferred.
 */
export function carrierOf(
  provider: CarrierChoice | FlatRate,
  { carrierServices }: Store,
): CarrierService | null | undefined {
  if (!('carrierServiceId' in provider)) return undefined;
  return carrierServices.get(provider.carrierServiceId) ?? null;
}
