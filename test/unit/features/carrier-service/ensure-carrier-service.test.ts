import { describe, expect, test } from 'vitest';
import {
  ensureCarrierService,
  type WantedService,
} from '#app/features/carrier-service/ensure-carrier-service.ts';
import { causeText } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';
import { createFakeAdminShop, type FakeAdminShop, type FakeService } from '#test/support/fake-admin-shop.ts';

const WANTED: WantedService = { appUrl: 'https://app.example.com', token: 'secret-token', storedId: null };

async function ensure(shop: FakeAdminShop, wanted: Partial<WantedService> = {}) {
  const admin = (await shop.forShop('example.myshopify.com'))._unsafeUnwrap();
  return ensureCarrierService(admin, { ...WANTED, ...wanted });
}

function service(fields: Partial<FakeService> & { id: string }): FakeService {
  return {
    name: 'OneStock',
    active: true,
    callbackUrl: 'https://app.example.com/carrier-rates/secret-token',
    supportsServiceDiscovery: true,
    ...fields,
  };
}

const FOREIGN = service({ id: 'foreign', name: 'Parcels', callbackUrl: 'https://parcels.example.org/rates' });

describe('the carrier service', () => {
  test('is created when only other apps have one', async () => {
    const shop = createFakeAdminShop();
    shop.carrierServices = [FOREIGN];

    const id = (await ensure(shop))._unsafeUnwrap();

    expect(shop.carrierServices).toEqual([FOREIGN, service({ id })]);
  });

  test('is left alone when it is as it should be', async () => {
    const shop = createFakeAdminShop();
    shop.carrierServices = [FOREIGN, service({ id: 'ours' })];

    expect((await ensure(shop))._unsafeUnwrap()).toBe('ours');
    expect(shop.changes).toEqual([]);
  });

  test.each([
    [
      'calls the app at a former address',
      { callbackUrl: 'https://old.example.com/carrier-rates/secret-token' },
    ],
    [
      'calls with a token of a former installation',
      { callbackUrl: 'https://app.example.com/carrier-rates/lost' },
    ],
    ['was switched off', { active: false }],
    ['was renamed', { name: 'Something else' }],
  ])('is brought up to date, not replaced, when it %s', async (_, difference) => {
    const shop = createFakeAdminShop();
    shop.carrierServices = [service({ id: 'ours', ...difference })];

    expect((await ensure(shop))._unsafeUnwrap()).toBe('ours');
    expect(shop.changes).toEqual(['update']);
    expect(shop.carrierServices).toEqual([service({ id: 'ours' })]);
  });

  test('is recognised by its stored id wherever it calls', async () => {
    const shop = createFakeAdminShop();
    shop.carrierServices = [service({ id: 'ours', callbackUrl: 'https://elsewhere.example.com/x' })];

    expect((await ensure(shop, { storedId: 'ours' }))._unsafeUnwrap()).toBe('ours');
    expect(shop.carrierServices).toEqual([service({ id: 'ours' })]);
  });

  test('is one: of several leftovers the stored one stays, on whatever page it is', async () => {
    const shop = createFakeAdminShop();
    shop.carrierServices = [
      service({ id: 'first' }),
      FOREIGN,
      service({ id: 'stored' }),
      service({ id: 'third' }),
    ];

    expect((await ensure(shop, { storedId: 'stored' }))._unsafeUnwrap()).toBe('stored');
    expect(shop.carrierServices).toEqual([FOREIGN, service({ id: 'stored' })]);
  });

  test('is never taken from an address that only begins like ours', async () => {
    const lookalike = service({
      id: 'x',
      callbackUrl: 'https://app.example.com.evil.org/carrier-rates/other',
    });
    const shop = createFakeAdminShop();
    shop.carrierServices = [lookalike];

    expect((await ensure(shop))._unsafeUnwrap()).not.toBe('x');
    expect(shop.carrierServices[0]).toEqual(lookalike);
  });

  test('that the plan does not allow is a refusal in Shopify’s words, which no retry helps', async () => {
    const shop = createFakeAdminShop();
    shop.refuses.carrierService = 'Carrier Calculated Shipping must be enabled for your store.';

    const refusal = (await ensure(shop))._unsafeUnwrapErr();

    expect(refusal).toEqual({
      code: 'carrier_service_refused',
      retryable: false,
      params: { said: 'Carrier Calculated Shipping must be enabled for your store.' },
    });
    expect(causeText(speakWords('en'), refusal)).toContain('Advanced plan');
  });

  test('that Shopify could not be asked for is an error that a retry helps', async () => {
    const shop = createFakeAdminShop();
    shop.failing.CarrierServices = 'shopify_timeout';

    expect((await ensure(shop))._unsafeUnwrapErr()).toMatchObject({
      code: 'shopify_timeout',
      retryable: true,
    });
    expect(shop.changes).toEqual([]);
  });
});
