import { beforeEach, describe, expect, it } from 'vitest';
import { attachEverywhere, detachEverywhere } from '#sandbox/shopify/store/attach-everywhere.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { store } = shop.shopify;
const carrierServiceId = 'gid://shopify/DeliveryCarrierService/9';
const service = { id: carrierServiceId, name: 'OneStock', active: true, supportsServiceDiscovery: true };

beforeEach(() => {
  detachEverywhere(store);
  store.carrierServices.clear();
  store.carrierServices.set(carrierServiceId, { ...service, callbackUrl: 'https://app.example.com/rates' });
});

const profileId = store.deliveryProfiles[0]?.id ?? '';
const groupId = store.deliveryProfiles[0]?.locationGroups[0]?.id ?? '';
const zones = () => store.deliveryProfiles[0]?.locationGroups[0]?.zones ?? [];
const zoneId = zones()[0]?.id ?? '';

async function update(profile: object, token?: string) {
  const { body } = await shop.graphql(
    `mutation Update($id: ID!, $profile: DeliveryProfileInput!) { deliveryProfileUpdate(id: $id, profile: $profile) {
      profile { id } userErrors { field message } } }`,
    { id: profileId, profile },
    token,
  );
  return body;
}

function inZone(change: object) {
  return { locationGroupsToUpdate: [{ id: groupId, zonesToUpdate: [{ id: zoneId, ...change }] }] };
}

function adding(participant: object = {}) {
  const ours = { carrierServiceId, adaptToNewServices: true, ...participant };
  return inZone({ methodDefinitionsToCreate: [{ name: 'OneStock', active: true, participant: ours }] });
}

async function read(type: 'PARTICIPANT' | 'MERCHANT') {
  const { body } = await shop.graphql(
    `query Read($id: ID!, $type: DeliveryMethodDefinitionType) { deliveryProfile(id: $id) { profileLocationGroups {
      locationGroupZones(first: 1) { nodes { zone { name countries { code { countryCode restOfWorld } } }
        methodDefinitions(first: 9, type: $type) { nodes { id name active rateProvider { __typename
          ... on DeliveryRateDefinition { price { amount } }
          ... on DeliveryParticipant { id adaptToNewServicesFlag carrierService { id } participantServices { name active } }
        } } } } } } } }`,
    { id: profileId, type },
  );
  return body.data.deliveryProfile.profileLocationGroups[0].locationGroupZones.nodes[0].methodDefinitions
    .nodes;
}

describe('the delivery profiles of a shop', () => {
  it('are one General profile whose zones cover the world, with no carrier in them', async () => {
    const { body } = await shop.graphql(
      `{ deliveryProfiles(first: 5, merchantOwnedOnly: true) { nodes { name default profileLocationGroups {
        locationGroup { locations(first: 5) { nodes { name } } }
        locationGroupZones(first: 9) { nodes { zone { name countries { code { countryCode restOfWorld } } }
          methodDefinitions(first: 2, type: PARTICIPANT) { nodes { id } } } } } } } }`,
    );
    const [profile] = body.data.deliveryProfiles.nodes;
    expect(profile).toMatchObject({ name: 'General profile', default: true });
    const [group] = profile.profileLocationGroups;
    expect(group.locationGroup.locations.nodes).toEqual([{ name: 'Lyon' }, { name: 'Paris warehouse' }]);
    const rows = group.locationGroupZones.nodes;
    expect(rows.map((row: { zone: { name: string } }) => row.zone.name)).toEqual([
      'France',
      'Europe',
      'United Kingdom',
      'Rest of world',
    ]);
    expect(rows[3].zone.countries).toEqual([{ code: { countryCode: null, restOfWorld: true } }]);
    expect(rows[0].methodDefinitions.nodes).toEqual([]);
  });

  it('take a carrier, change how it shows new services, and give it back', async () => {
    expect(await update(adding())).toMatchObject({ data: { deliveryProfileUpdate: { userErrors: [] } } });
    const [method] = await read('PARTICIPANT');
    expect(method).toMatchObject({ name: 'OneStock', active: true });
    expect(method.rateProvider).toMatchObject({
      adaptToNewServicesFlag: true,
      carrierService: { id: carrierServiceId },
      participantServices: [],
    });

    const participantServices = [{ name: 'Express', active: false }];
    const participant = { id: method.rateProvider.id, adaptToNewServices: false, participantServices };
    await update(inZone({ methodDefinitionsToUpdate: [{ id: method.id, active: false, participant }] }));
    expect((await read('PARTICIPANT'))[0]).toMatchObject({
      active: false,
      rateProvider: { adaptToNewServicesFlag: false, participantServices },
    });

    await update({ methodDefinitionsToDelete: [method.id] });
    expect(await read('PARTICIPANT')).toEqual([]);
    expect(await read('MERCHANT')).toMatchObject([
      { name: 'Standard', active: false, rateProvider: { price: { amount: '5.9' } } },
    ]);
  });

  it('keep what they are when one part of an update is refused', async () => {
    const answer = await update({
      ...adding(),
      methodDefinitionsToDelete: ['gid://shopify/DeliveryMethodDefinition/1'],
    });
    expect(answer.data.deliveryProfileUpdate.userErrors).toHaveLength(1);
    expect(await read('PARTICIPANT')).toEqual([]);
  });

  it('refuse an unknown carrier, and a plan without carrier-calculated rates', async () => {
    const unknown = await update(adding({ carrierServiceId: 'gid://shopify/DeliveryCarrierService/1' }));
    expect(unknown.data.deliveryProfileUpdate.userErrors).toHaveLength(1);
    await shop.control({ carrierCalculatedRates: false });
    const [refusal] = (await update(adding())).data.deliveryProfileUpdate.userErrors;
    expect(refusal.message).toBe('Carrier Calculated Shipping must be enabled for your store');
  });

  it('lose the rates of a carrier service that is deleted', async () => {
    await update(adding());
    store.carrierServices.clear();
    expect(await read('PARTICIPANT')).toEqual([]);
  });

  it('refuse by name what the simulator does not model', async () => {
    const fee = { fixedFee: { amount: '1.00', currencyCode: 'EUR' } };
    for (const change of [adding(fee), { variantsToAssociate: [] }, { zonesToDelete: [zoneId] }]) {
      expect((await update(change)).errors[0].extensions.code).toBe('SANDBOX_NOT_MODELLED');
    }
  });

  it('take the write scope to change, and a shipping scope to read', async () => {
    const reading = await shop.tokenWith('read_shipping');
    expect((await update(adding(), reading)).errors[0].extensions.code).toBe('ACCESS_DENIED');
    const query = '{ deliveryProfiles(first: 1) { nodes { id } } }';
    expect((await shop.graphql(query, {}, reading)).body.errors).toBeUndefined();
    const other = await shop.tokenWith('read_products');
    expect((await shop.graphql(query, {}, other)).body.errors[0].extensions.code).toBe('ACCESS_DENIED');
  });
});

describe('on a shop with market-driven shipping', () => {
  it('an update of a delivery profile succeeds and changes nothing, and reads show what was', async () => {
    attachEverywhere(store);
    await shop.control({ marketDrivenShipping: true });
    const [before] = await read('PARTICIPANT');
    const answer = await update({ methodDefinitionsToDelete: [before.id] });
    expect(answer.data.deliveryProfileUpdate).toEqual({ profile: { id: profileId }, userErrors: [] });
    expect(await read('PARTICIPANT')).toEqual([before]);
  });
});
