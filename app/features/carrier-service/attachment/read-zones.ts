import { err, ok, type Result } from 'neverthrow';
import type { DeliveryProfilesQuery, DeliveryZonesQuery } from '#app/gateways/shopify/admin.generated.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { DELIVERY_PROFILES, DELIVERY_ZONES } from '#app/gateways/shopify/operations/delivery-profiles.ts';
import { readAllPages } from '#app/gateways/shopify/read-all-pages.ts';
import type { AttachmentState, PlaceChange, Spot } from './types.ts';

type Profile = DeliveryProfilesQuery['deliveryProfiles']['nodes'][number];
type Group = Profile['profileLocationGroups'][number]['locationGroup'];
type Zone = NonNullable<
  DeliveryZonesQuery['deliveryProfile']
>['profileLocationGroups'][number]['locationGroupZones']['nodes'][number];

/** How the rate is called in the merchant's shipping settings: like the carrier service. Shoppers see the names of the options. */
const RATE_NAME = 'OneStock';

/** A rate of ours in a zone. */
interface OurRate {
  methodId: string;
  participantId: string;
  active: boolean;
  showsNewServices: boolean;
}

/**
 * The zones of the merchant's delivery profiles.
 * @param carrierServiceId null when the app's service is not registered, and so in no zone
 */
export async function readZones(
  admin: AdminClient,
  carrierServiceId: string | null,
): Promise<Result<Spot[], ShopifyError>> {
  const profiles = await readAllPages(
    (after) => admin.request(DELIVERY_PROFILES, { after }),
    ({ deliveryProfiles }) => deliveryProfiles,
  );
  if (profiles.isErr()) return err(profiles.error);
  const spots: Spot[] = [];
  for (const profile of profiles.value) {
    for (const { locationGroup } of profile.profileLocationGroups) {
      const ids = { profileId: profile.id, locationGroupId: locationGroup.id };
      const zones = await readAllPages(
        (after) => admin.request(DELIVERY_ZONES, { ...ids, after }),
        ({ deliveryProfile }) => deliveryProfile?.profileLocationGroups[0]?.locationGroupZones,
      );
      if (zones.isErr()) return err(zones.error);
      spots.push(...zones.value.map((zone) => spotOf(profile, locationGroup, zone, carrierServiceId)));
    }
  }
  return ok(spots);
}

function spotOf(profile: Profile, group: Group, row: Zone, carrierServiceId: string | null): Spot {
  const { id, name, countries } = row.zone;
  const ours = ourRates(row, carrierServiceId);
  const isRestOfWorld = countries.some(({ code }) => code.restOfWorld);
  const place = {
    id,
    name,
    countries: isRestOfWorld
      ? ('rest of world' as const)
      : countries.flatMap(({ code }) => code.countryCode ?? []),
    state: stateOf(ours),
    profileName: profile.name,
    shipsFrom: group.locations.nodes.map((location) => location.name),
  };
  const isAttached = place.state === 'attached';
  return {
    place,
    attaching:
      isAttached || carrierServiceId === null ? null : attaching(profile, group, id, ours, carrierServiceId),
    detaching: ours.length === 0 ? null : detaching(profile, ours),
  };
}

function ourRates({ methodDefinitions }: Zone, carrierServiceId: string | null): OurRate[] {
  return methodDefinitions.nodes.flatMap(({ id, active, rateProvider }) => {
    if (!('carrierService' in rateProvider) || rateProvider.carrierService.id !== carrierServiceId) return [];
    const showsNewServices = rateProvider.adaptToNewServicesFlag;
    return [{ methodId: id, participantId: rateProvider.id, active, showsNewServices }];
  });
}

function stateOf(ours: readonly OurRate[]): AttachmentState {
  const shown = ours.filter(({ active }) => active);
  if (shown.length === 0) return 'not_attached';
  return shown.some(({ showsNewServices }) => showsNewServices) ? 'attached' : 'attached_hiding_new_services';
}

/**
 * A rate that is there but switched off, or hides new services, is set right: a second one would show every option twice. Without
 * `adaptToNewServices` a new delivery option stays hidden
 * (https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/DeliveryParticipantInput).
 */
function attaching(
  profile: Profile,
  group: Group,
  zoneId: string,
  ours: readonly OurRate[],
  carrierServiceId: string,
): PlaceChange {
  const participant = { carrierServiceId, adaptToNewServices: true };
  const there = ours.find(({ active }) => active) ?? ours[0];
  const methods = there
    ? {
        methodDefinitionsToUpdate: [
          { id: there.methodId, active: true, participant: { id: there.participantId, ...participant } },
        ],
      }
    : { methodDefinitionsToCreate: [{ name: RATE_NAME, active: true, participant }] };
  const zonesToUpdate = [{ id: zoneId, ...methods }];
  const locationGroupsToUpdate = [{ id: group.id, zonesToUpdate }];
  return { kind: 'zone', variables: { id: profile.id, profile: { locationGroupsToUpdate } } };
}

function detaching({ id }: Profile, ours: readonly OurRate[]): PlaceChange {
  const methodDefinitionsToDelete = ours.map(({ methodId }) => methodId);
  return { kind: 'zone', variables: { id, profile: { methodDefinitionsToDelete } } };
}
