import { expect, test } from 'vitest';
import { createTestLimit } from '#app/features/onestock-account/limit-tests.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

const SHOP = 'example.myshopify.com' as ShopDomain;
const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;

function limited() {
  const clock = { time: new Date('2026-11-21T10:00:00Z'), now: () => clock.time };
  const limit = createTestLimit(clock);
  const press = async (shop = SHOP, run = async () => 'found') =>
    (await limit(shop, run)).match(
      (found) => found,
      ({ code }) => code,
    );
  const later = (ms: number) => {
    clock.time = new Date(clock.time.getTime() + ms);
  };
  return { press, later };
}

test('one test of a shop is under way at a time, whatever other shops do', async () => {
  const { press } = limited();
  const answer = Promise.withResolvers<string>();
  const ask = () => answer.promise;
  const pressed = [press(SHOP, ask), press(SHOP, ask), press(SHOP, ask), press(OTHER_SHOP, ask)];
  answer.resolve('found');
  expect(await Promise.all(pressed)).toEqual(['found', 'test_under_way', 'test_under_way', 'found']);
});

test('the next begins after a rest of two seconds', async () => {
  const { press, later } = limited();
  expect(await press()).toBe('found');
  expect(await press()).toBe('test_too_soon');
  expect(await press(OTHER_SHOP)).toBe('found');
  later(1_999);
  expect(await press()).toBe('test_too_soon');
  later(1);
  expect(await press()).toBe('found');
});

test('one that breaks is over as well', async () => {
  const { press, later } = limited();
  await expect(press(SHOP, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
  later(2_000);
  expect(await press()).toBe('found');
});
