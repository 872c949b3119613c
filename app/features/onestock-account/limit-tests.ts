import { LRUCache } from 'lru-cache';
import { err, ok, type Result } from 'neverthrow';
import type { Clock } from '#app/platform/clock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** From the end of one test of a shop to the next, milliseconds: less than a person needs to read what was found. */
const REST_MS = 2_000;

/** OneStock was not asked, because it is being asked or was a moment ago. */
export interface TestRefused {
  code: 'test_under_way' | 'test_too_soon';
  retryable: true;
}

/** Runs a test of a shop, or refuses it. */
export type TestLimit = <Found>(
  shop: ShopDomain,
  run: () => Promise<Found>,
) => Promise<Result<Found, TestRefused>>;

/**
 * Lets one test of a shop be under way at a time in this process, and the next begin only after a rest. A test logs in to whatever site is
 * typed and asks for all that the app needs: pressed again and again it could lock the user out, or take from OneStock what shoppers need.
 */
export function createTestLimit(clock: Clock): TestLimit {
  const underWay = new Set<ShopDomain>();
  const endedAt = new LRUCache<ShopDomain, Date>({ max: 10_000 });
  return async (shop, run) => {
    if (underWay.has(shop)) return err(UNDER_WAY);
    const last = endedAt.get(shop);
    if (last && clock.now().getTime() - last.getTime() < REST_MS) return err(TOO_SOON);
    underWay.add(shop);
    try {
      return ok(await run());
    } finally {
      underWay.delete(shop);
      endedAt.set(shop, clock.now());
    }
  };
}

const UNDER_WAY: TestRefused = { code: 'test_under_way', retryable: true };

const TOO_SOON: TestRefused = { code: 'test_too_soon', retryable: true };
