import { errAsync, okAsync } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import { shopifyError } from '#app/gateways/shopify/errors.ts';
import { DELIVERY_PROFILE_UPDATE } from '#app/gateways/shopify/operations/delivery-profiles.ts';
import type { DeliveryZone, Participant } from '#sandbox/shopify/store/shipping.ts';
import { OTHER_SHOP } from '#test/support/ties-under-test.ts';
import { attachmentWorld } from './attachment-under-test.ts';

const { shopify, shop, prepared, control, zone, carrierRates, asksFor } = await attachmentWorld();

describe('on a shop with delivery profiles', () => {
  test('a carrier service that is registered only is attached nowhere', async () => {
    const { readAttachment, checkAttachment } = await prepared();

    expect((await readAttachment(shop))._unsafeUnwrap()).toEqual({
      mode: 'profiles',
      carrierService: 'registered',
      missingScopes: [],
      isByHandOnly: false,
      places: expect.arrayContaining([
        {
          id: zone('France').id,
          name: 'France',
          countries: ['FR'],
          state: 'not_attached',
          profileName: 'General profile',
          shipsFrom: ['Lyon', 'Paris warehouse'],
        },
        expect.objectContaining({ name: 'Rest of world', countries: 'rest of world' }),
      ]),
    });
    expect((await checkAttachment(shop))._unsafeUnwrap()).toEqual({
      mode: 'profiles',
      carrierService: 'registered',
      coverage: { attached: 0, hidingNewServices: 0, total: 4 },
    });
  });

  test('attaching to a zone lets its shoppers, and no others, be asked for', async () => {
    const { attach, placeId, states, checkAttachment } = await prepared();

    const outcome = (await attach(shop, [await placeId('France')]))._unsafeUnwrap();

    expect(outcome.failures).toEqual([]);
    expect(outcome.attachment.places.map(({ state }) => state)).toContain('attached');
    expect(await states()).toEqual({
      France: 'attached',
      Europe: 'not_attached',
      'United Kingdom': 'not_attached',
      'Rest of world': 'not_attached',
    });
    expect([await asksFor('FR'), await asksFor('DE')]).toEqual([true, false]);
    expect((await checkAttachment(shop))._unsafeUnwrap().coverage).toMatchObject({ attached: 1, total: 4 });
  });

  test('pressing twice, and twice at once, adds one rate', async () => {
    const { attach, placeId } = await prepared();
    const id = await placeId('France');

    await Promise.all([attach(shop, [id]), attach(shop, [id, id])]);
    await attach(shop, [id]);

    expect(carrierRates('France')).toHaveLength(1);
  });

  test('a rate that hides new services, or is switched off, is seen and set right in its place', async () => {
    const { attach, placeId, states } = await prepared();
    const [france, europe] = [await placeId('France'), await placeId('Europe')];
    await attach(shop, [france, europe]);
    (carrierRates('France')[0]?.rateProvider as Participant).showsNewServices = false;
    for (const method of carrierRates('Europe')) method.active = false;
    expect(await states()).toMatchObject({ France: 'attached_hiding_new_services', Europe: 'not_attached' });

    expect((await attach(shop, [france, europe]))._unsafeUnwrap().failures).toEqual([]);

    expect(await states()).toMatchObject({ France: 'attached', Europe: 'attached' });
    expect([carrierRates('France'), carrierRates('Europe')].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('detaching takes every rate of ours out, leaves the others, and may be pressed twice', async () => {
    const { attach, detach, placeId } = await prepared();
    const id = await placeId('France');
    await attach(shop, [id]);
    const [ours] = carrierRates('France');
    const other = 'gid://shopify/DeliveryCarrierService/1';
    const [service] = shopify.store.carrierServices.values();
    if (!ours || !service) throw new Error('Nothing was attached.');
    shopify.store.carrierServices.set(other, { ...service, id: other });
    zone('France').methods.push(
      { ...ours, id: 'gid://shopify/DeliveryMethodDefinition/1' },
      {
        ...ours,
        id: 'gid://shopify/DeliveryMethodDefinition/2',
        name: 'Theirs',
        rateProvider: { ...(ours.rateProvider as Participant), carrierServiceId: other },
      },
    );

    for (const _press of [1, 2]) {
      const { failures, attachment } = (await detach(shop, [id]))._unsafeUnwrap();
      expect(failures).toEqual([]);
      expect(attachment.places[0]?.state).toBe('not_attached');
    }
    expect(zone('France').methods.map(({ name }) => name)).toEqual(['Standard', 'Theirs']);
  });

  test('a place that fails is told of by name, and the others are attached', async () => {
    const refused = zone('Europe').id;
    const { attach, readAttachment, states } = await prepared((request) => (document, variables) => {
      const isRefused = document === DELIVERY_PROFILE_UPDATE && JSON.stringify(variables).includes(refused);
      const userErrors = [{ field: null, message: 'Zone is locked.' }];
      return isRefused
        ? (okAsync({ deliveryProfileUpdate: { userErrors } }) as never)
        : request(document, variables);
    });

    const ids = (await readAttachment(shop))._unsafeUnwrap().places.map(({ id }) => id);
    const { failures } = (await attach(shop, [...ids, 'gid://shopify/DeliveryZone/1']))._unsafeUnwrap();

    expect(failures).toMatchObject([
      { placeId: refused, placeName: 'Europe', code: 'place_refused', retryable: false },
      { placeName: null, code: 'place_unknown' },
    ]);
    expect(failures[0]?.params).toEqual({ said: 'Zone is locked.' });
    expect(await states()).toEqual({
      France: 'attached',
      Europe: 'not_attached',
      'United Kingdom': 'attached',
      'Rest of world': 'attached',
    });
  });

  test('an answer that is lost on the way is no failure where the change was made', async () => {
    let isFirst = true;
    const { attach, placeId, states } = await prepared((request) => (document, variables) => {
      const answer = request(document, variables);
      if (document !== DELIVERY_PROFILE_UPDATE || !isFirst) return answer;
      isFirst = false;
      return answer.andThen(() => errAsync(shopifyError('shopify_timeout')));
    });
    const ids = [await placeId('France'), await placeId('Europe')];

    const { failures } = (await attach(shop, ids))._unsafeUnwrap();

    expect(failures).toMatchObject([{ placeName: 'Europe', code: 'shopify_timeout', retryable: true }]);
    expect(await states()).toMatchObject({ France: 'attached', Europe: 'not_attached' });
  });

  test('a change that Shopify accepts and does not make is told of', async () => {
    const { attach, placeId } = await prepared(
      (request) => (document, variables) =>
        document === DELIVERY_PROFILE_UPDATE
          ? (okAsync({ deliveryProfileUpdate: { userErrors: [] } }) as never)
          : request(document, variables),
    );

    const { failures } = (await attach(shop, [await placeId('France')]))._unsafeUnwrap();

    expect(failures).toMatchObject([{ placeName: 'France', code: 'change_without_effect' }]);
  });

  test('a plan without carrier-calculated shipping is named as the reason', async () => {
    const { attach, placeId } = await prepared();
    await control({ carrierCalculatedRates: false });

    const { failures } = (await attach(shop, [await placeId('France')]))._unsafeUnwrap();

    const said = expect.stringContaining('Carrier Calculated Shipping must be enabled');
    expect(failures).toMatchObject([{ code: 'plan_without_carrier_rates', params: { said } }]);
  });

  test('a carrier service that is gone or switched off is seen, and nothing is attached', async () => {
    const { attach, placeId, readAttachment } = await prepared();
    const id = await placeId('France');
    const [service] = shopify.store.carrierServices.values();
    if (service) service.active = false;
    expect((await readAttachment(shop))._unsafeUnwrap().carrierService).toBe('inactive');
    expect((await attach(shop, [id]))._unsafeUnwrapErr().code).toBe('carrier_service_inactive');

    shopify.store.carrierServices.clear();
    expect((await readAttachment(shop))._unsafeUnwrap().carrierService).toBe('missing');
    expect((await attach(shop, [id]))._unsafeUnwrapErr().code).toBe('carrier_service_missing');
    expect(carrierRates('France')).toEqual([]);
  });

  test('without write_shipping the zones are shown, left to the merchant’s own hand, and nothing is tried', async () => {
    const { attach, holding, placeId, readAttachment } = await prepared();
    const id = await placeId('France');
    await holding('read_shipping,read_locations');

    expect((await readAttachment(shop))._unsafeUnwrap()).toMatchObject({
      missingScopes: ['write_shipping'],
      isByHandOnly: true,
      places: expect.arrayContaining([expect.objectContaining({ name: 'France' })]),
    });
    expect((await attach(shop, [id]))._unsafeUnwrapErr().params).toEqual({ scopes: ['write_shipping'] });
  });

  test('more zones than a page holds, in several profiles, are all read', async () => {
    const { readAttachment } = await prepared();
    const zones: DeliveryZone[] = Array.from({ length: 30 }, (_, at) => ({
      id: `gid://shopify/DeliveryZone/${at + 1}`,
      name: `Zone ${at + 1}`,
      countries: [],
      methods: [],
    }));
    const locationGroups = [zones.slice(0, 20), zones.slice(20)].map((some, at) => ({
      id: `gid://shopify/DeliveryLocationGroup/${at + 1}`,
      locationIds: [],
      zones: some,
    }));
    const id = 'gid://shopify/DeliveryProfile/1';
    shopify.store.deliveryProfiles.push({ id, name: 'Bulky', isDefault: false, locationGroups });

    const { places: read } = (await readAttachment(shop))._unsafeUnwrap();
    shopify.store.deliveryProfiles.pop();

    expect(read.filter(({ profileName }) => profileName === 'Bulky')).toHaveLength(30);
    expect(read).toHaveLength(34);
  });
});

test('a shop that never installed the app learns nothing of another', async () => {
  const { readAttachment, attach, placeId } = await prepared();
  const id = await placeId('France');

  expect((await readAttachment(OTHER_SHOP))._unsafeUnwrapErr().code).toBe('shopify_not_installed');
  expect((await attach(OTHER_SHOP, [id]))._unsafeUnwrapErr().code).toBe('shopify_not_installed');
});

test('while Shopify is down nothing is said to be so, and a retry is offered', async () => {
  const { readAttachment } = await prepared(
    (request) => (document, variables) =>
      /query ShippingMode/.test(document)
        ? errAsync(shopifyError('shopify_failed'))
        : request(document, variables),
  );

  expect((await readAttachment(shop))._unsafeUnwrapErr()).toMatchObject({
    code: 'shopify_failed',
    retryable: true,
  });
});
