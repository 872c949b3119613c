import { carrierOf } from '../../store/carrier-choice.ts';
import type { DeliveryProfile, DeliveryZone, MethodDefinition, Participant } from '../../store/shipping.ts';
import { type Call, notModelled, type Presented } from '../call.ts';
import { presentDeliveryProfile } from '../present/delivery-profile.ts';
import { notInPlan, refuseFee, refuseUnmodelled } from './known-input.ts';

interface ParticipantInput {
  id?: string | null;
  carrierServiceId?: string | null;
  adaptToNewServices?: boolean | null;
  fixedFee?: { amount: string } | null;
  percentageOfRateFee?: number | null;
  participantServices?: { name: string; active: boolean }[] | null;
}

interface MethodInput {
  id?: string | null;
  name?: string | null;
  active?: boolean | null;
  participant?: ParticipantInput | null;
}

interface ZoneInput {
  id?: string | null;
  methodDefinitionsToCreate?: MethodInput[] | null;
  methodDefinitionsToUpdate?: MethodInput[] | null;
}

interface ProfileInput {
  name?: string | null;
  locationGroupsToUpdate?: { id?: string | null; zonesToUpdate?: ZoneInput[] | null }[] | null;
  methodDefinitionsToDelete?: string[] | null;
}

/**
 * Renames a delivery profile, and adds, changes and removes the carriers of its zones, all or nothing
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/deliveryProfileUpdate). On a shop with market-driven shipping it answers
 * the same and changes nothing
 * (https://shopify.dev/changelog/merchant-owned-delivery-profile-apis-are-deprecated-for-market-driven-shipping). The refusal of an unknown
 * profile is as recorded by https://github.com/airhorns/shopify-draft-proxy (delivery-profile-writes.json); those of unknown groups, zones,
 * methods and carriers, and of a plan without carrier-calculated rates, are inferred, and so is that one carrier may be added to a zone
 * twice.
 */
export function deliveryProfileUpdate(
  { id, profile: input }: { id: string; profile: ProfileInput },
  call: Call,
): Presented {
  const { store, settings } = call;
  const profile = store.deliveryProfiles.find((known) => known.id === id);
  if (!profile) return refused(null, 'Profile could not be updated.');
  refuseUnmodelled(
    input,
    ['name', 'locationGroupsToUpdate', 'methodDefinitionsToDelete'],
    'DeliveryProfileInput',
  );

  const changed = structuredClone(profile);
  const problem = change(changed, input, call);
  if (problem) return refused(['profile'], problem);
  if (!(settings.marketDrivenShipping ?? store.shop.marketDrivenShipping)) Object.assign(profile, changed);
  return { profile: presentDeliveryProfile(profile, call), userErrors: [] };
}

function refused(field: string[] | null, message: string): Presented {
  return { profile: null, userErrors: [{ field, message }] };
}

/** Changes `profile`, or says what stands in the way. */
function change(profile: DeliveryProfile, input: ProfileInput, call: Call): string | null {
  if (input.name != null) profile.name = input.name;
  for (const groupInput of input.locationGroupsToUpdate ?? []) {
    refuseUnmodelled(groupInput, ['id', 'zonesToUpdate'], 'DeliveryProfileLocationGroupInput');
    const group = profile.locationGroups.find(({ id }) => id === groupInput.id);
    if (!group) return 'Location group could not be found.';
    for (const zoneInput of groupInput.zonesToUpdate ?? []) {
      const zone = group.zones.find(({ id }) => id === zoneInput.id);
      const problem = zone ? changeZone(zone, zoneInput, call) : 'Zone could not be found.';
      if (problem) return problem;
    }
  }
  const zones = profile.locationGroups.flatMap((group) => group.zones);
  for (const id of input.methodDefinitionsToDelete ?? []) {
    const zone = zones.find(({ methods }) => methods.some((method) => method.id === id));
    if (!zone) return 'Method definition could not be found.';
    zone.methods = zone.methods.filter((method) => method.id !== id);
  }
  return null;
}

function changeZone(zone: DeliveryZone, input: ZoneInput, call: Call): string | null {
  const modelled = ['id', 'methodDefinitionsToCreate', 'methodDefinitionsToUpdate'];
  refuseUnmodelled(input, modelled, 'DeliveryLocationGroupZoneInput');
  for (const methodInput of input.methodDefinitionsToCreate ?? []) {
    const participant = newParticipant(methodInput, call);
    if (typeof participant === 'string') return participant;
    zone.methods.push({
      id: call.store.nextId('DeliveryMethodDefinition'),
      name: methodInput.name ?? '',
      active: methodInput.active ?? true,
      rateProvider: participant,
    });
  }
  for (const methodInput of input.methodDefinitionsToUpdate ?? []) {
    const method = zone.methods.find(({ id }) => id === methodInput.id);
    if (!method) return 'Method definition could not be found.';
    changeMethod(method, methodInput);
  }
  return null;
}

function newParticipant(
  { participant: input, ...rest }: MethodInput,
  { store, settings }: Call,
): Participant | string {
  refuseUnmodelled(rest, ['id', 'name', 'active'], 'DeliveryMethodDefinitionInput');
  if (!input) throw notModelled('methods other than a carrier’s');
  checkParticipant(input);
  if (!(settings.carrierCalculatedRates ?? store.shop.carrierCalculatedRates)) return notInPlan;
  const choice = {
    carrierServiceId: input.carrierServiceId ?? '',
    // Inferred: the schema gives no default.
    showsNewServices: input.adaptToNewServices ?? true,
    services: servicesOf(input) ?? [],
  };
  if (!carrierOf(choice, store)) return 'The carrier or app could not be found.';
  return { kind: 'participant', id: store.nextId('DeliveryParticipant'), ...choice };
}

function changeMethod(method: MethodDefinition, { participant: input, ...rest }: MethodInput): void {
  refuseUnmodelled(rest, ['id', 'name', 'active'], 'DeliveryMethodDefinitionInput');
  method.name = rest.name ?? method.name;
  method.active = rest.active ?? method.active;
  if (!input) return;
  checkParticipant(input);
  const { rateProvider } = method;
  if (
    rateProvider.kind === 'flat rate' ||
    (input.carrierServiceId ?? rateProvider.carrierServiceId) !== rateProvider.carrierServiceId
  ) {
    throw notModelled('another provider for a method that is there');
  }
  rateProvider.showsNewServices = input.adaptToNewServices ?? rateProvider.showsNewServices;
  rateProvider.services = servicesOf(input) ?? rateProvider.services;
}

function checkParticipant({ fixedFee, percentageOfRateFee }: ParticipantInput): void {
  refuseFee(fixedFee?.amount, 'fee of a carrier');
  refuseFee(percentageOfRateFee, 'fee of a carrier');
}

function servicesOf({ participantServices }: ParticipantInput): Participant['services'] | undefined {
  return participantServices?.map(({ name, active }) => ({ name, shown: active }));
}
