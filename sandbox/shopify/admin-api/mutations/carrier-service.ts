import type { CarrierService } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { presentCarrierService } from '../present/carrier-service.ts';

type CreateInput = Omit<CarrierService, 'id'>;
type UpdateInput = Pick<CarrierService, 'id'> & Partial<CreateInput>;

/**
 * Registers a carrier service, and no more than that: putting it into a shipping zone is the merchant's
 * (https://shopify.dev/changelog/carrier-services-will-no-longer-be-automatically-added-to-the-default-shipping-profile).
 * Refused where the plan has no carrier-calculated rates
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/carrierServiceCreate).
 *
 * Messages are those that live shops gave to https://github.com/airhorns/shopify-draft-proxy
 * (docs/endpoints/shipping-fulfillments.md); all share one code, so that only the message tells why.
 */
export function carrierServiceCreate({ input }: { input: CreateInput }, call: Call): Presented {
  const problem = problemOf(input) ?? problemOfCreation(input, call);
  if (problem) return { carrierService: null, userErrors: [failed('CREATE', problem, null)] };
  const { name, callbackUrl, active, supportsServiceDiscovery } = input;
  const id = call.store.nextId('DeliveryCarrierService');
  return keep({ id, name, callbackUrl, active, supportsServiceDiscovery }, call);
}

export function carrierServiceUpdate({ input }: { input: UpdateInput }, call: Call): Presented {
  const known = call.store.carrierServices.get(input.id);
  const problem = known ? problemOf(input) : notFound;
  if (!known || problem)
    return { carrierService: null, userErrors: [failed('UPDATE', problem ?? notFound, null)] };
  return keep({ ...known, ...input }, call);
}

export function carrierServiceDelete({ id }: { id: string }, { store }: Call): Presented {
  if (store.carrierServices.delete(id)) return { deletedId: id, userErrors: [] };
  return { deletedId: null, userErrors: [failed('DELETE', notFound, ['id'])] };
}

const notFound = 'The carrier or app could not be found.';

function keep(service: CarrierService, { store }: Call): Presented {
  store.carrierServices.set(service.id, service);
  return { carrierService: presentCarrierService(service), userErrors: [] };
}

function problemOf({ name, callbackUrl }: Partial<CreateInput>): string | null {
  if (name !== undefined && name.trim() === '') return "Shipping rate provider name can't be blank";
  if (callbackUrl !== undefined) return problemOfAddress(callbackUrl);
  return null;
}

/** Loopback addresses pass without a certificate: the sandbox's own app has none. */
function problemOfAddress(address: string): string | null {
  if (!URL.canParse(address)) return 'Shipping rate provider callback url is invalid';
  const { protocol, hostname } = new URL(address);
  const isLoopback = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
  return protocol === 'https:' || isLoopback ? null : 'Shipping rate provider callback url must use HTTPS';
}

function problemOfCreation({ name }: CreateInput, { store, settings }: Call): string | null {
  if (!(settings.carrierCalculatedRates ?? store.shop.carrierCalculatedRates)) {
    return 'Carrier Calculated Shipping must be enabled for your store';
  }
  const isTaken = [...store.carrierServices.values()].some((known) => known.name === name.trim());
  return isTaken ? `${name.trim()} is already configured` : null;
}

function failed(verb: 'CREATE' | 'UPDATE' | 'DELETE', message: string, field: string[] | null): Presented {
  return { code: `CARRIER_SERVICE_${verb}_FAILED`, field, message };
}
