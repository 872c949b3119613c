import { expect, test } from 'vitest';
import { attachmentWorld } from './attachment-under-test.ts';

const world = await attachmentWorld();

test('the active locations of the shop are listed by name', async () => {
  const shop = await world.prepared();
  const listed = (await shop.shopifyLocations(world.shop))._unsafeUnwrap();
  expect(listed.map(({ name, city, isOfService }) => [name, city, isOfService])).toEqual([
    ['Lyon', 'Lyon', false],
    ['Paris warehouse', 'Paris', false],
  ]);
  for (const { id } of listed) expect(id).toMatch(/^gid:\/\/shopify\/Location\/\d+$/);
});

test('the merchant’s own rates are listed by name, each once, and the app’s are not among them', async () => {
  const shop = await world.prepared();
  await shop.attach(world.shop, Object.keys(await shop.states()));
  const names = (await shop.shippingRateNames(world.shop))._unsafeUnwrap();
  const flat = world.shopify.store.deliveryProfiles.flatMap(({ locationGroups }) =>
    locationGroups.flatMap(({ zones }) =>
      zones.flatMap(({ methods }) =>
        methods.flatMap(({ name, rateProvider }) => (rateProvider.kind === 'flat rate' ? [name] : [])),
      ),
    ),
  );
  expect(flat.length).toBeGreaterThan(0);
  expect(names).toEqual([...new Set(flat)].sort());
});

test('a shop whose shipping is driven by its markets is asked for the rates of those', async () => {
  const shop = await world.prepared();
  await world.control({ marketDrivenShipping: true });
  expect((await shop.shippingRateNames(world.shop)).isOk()).toBe(true);
});
