import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createDeliveryOptions } from '#app/features/delivery-options/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { CONFIGURATION_CHANGED, listen } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { freshDatabase } from '#test/support/database.ts';
import { OTHER_SHOP, SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

const { database, url } = await freshDatabase();
const options = createDeliveryOptions(database, systemClock);
const [standard, express, collect] = DEMO_OPTIONS;
if (!standard || !express || !collect) throw new Error('The demo shop offers three options.');

beforeEach(async () => {
  await database.pool.query('delete from shop');
  const { shops } = tiesUnderTest(database);
  await shops.install(SHOP);
  await shops.install(OTHER_SHOP);
});

describe('saving a delivery option', () => {
  test('keeps all of it, in the order of the checkout, for this shop alone', async () => {
    for (const option of [collect, express, standard])
      expect((await options.save(SHOP, option)).isOk()).toBe(true);
    const saved = await options.list(SHOP);
    expect(saved.map(({ handle }) => handle)).toEqual(['STANDARD', 'EXPRESS', 'COLLECT']);
    expect(saved[0]).toMatchObject({
      ...standard,
      shop: SHOP,
      stores: null,
      acceptedStatuses: ['valid', 'valid_estimation'],
    });
    expect(saved[2]).toMatchObject({ ...collect, acceptedStatuses: ['valid'] });
    expect(await options.list(OTHER_SHOP)).toEqual([]);
  });

  test('under a handle that is there replaces that option, its stores included', async () => {
    const first = (await options.save(SHOP, { ...collect, handle: 'X' }))._unsafeUnwrap();
    const second = (await options.save(SHOP, { ...standard, handle: 'X' }))._unsafeUnwrap();
    expect(second).toMatchObject({ id: first.id, kind: 'home', stores: null });
    expect(await options.list(SHOP)).toHaveLength(1);
  });

  test('tells every process that answers rate requests', async () => {
    const told: string[] = [];
    const listening = Promise.withResolvers<void>();
    const listener = listen(url, CONFIGURATION_CHANGED, (shop) => told.push(shop), listening.resolve);
    await listening.promise;
    await options.save(SHOP, standard);
    await vi.waitFor(() => expect(told).toEqual([SHOP]));
    await listener.close();
  });

  test('names the fields of what it refuses, and saves nothing of it', async () => {
    const refusal = (
      await options.save(SHOP, { ...standard, descriptions: { en: '{when}' } })
    )._unsafeUnwrapErr();
    expect(refusal.faults).toEqual([
      {
        field: 'descriptions.en',
        code: 'placeholder_unknown',
        params: { placeholder: '{when}', allowed: expect.stringContaining('{eta}') },
      },
    ]);
    expect(await options.list(SHOP)).toEqual([]);
  });

  test('for a shop that does not exist fails', async () => {
    await expect(options.save('nowhere.myshopify.com' as ShopDomain, standard)).rejects.toThrow();
  });
});
