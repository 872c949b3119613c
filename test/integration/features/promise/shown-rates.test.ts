import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createShownRates, type ShownRatesQuery } from '#app/features/promise/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { keepShownRates, promiseOf, shownRate } from '#test/support/shown-rates.ts';

const { database } = await freshDatabase();
const shownRates = createShownRates(database);
const find = async (shop: ShopDomain, query: ShownRatesQuery) =>
  (await shownRates.find(shop, [query]))[0] ?? [];
const byQuoteId = async (shop: ShopDomain, quoteId: string) => (await find(shop, { quoteId }))[0] ?? null;

/** Each test has a shop of its own. */
function aShop(): ShopDomain {
  return `shop-${randomUUID()}.myshopify.com` as ShopDomain;
}

const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const noon = at('12:00:00');

describe('shown rates', () => {
  it('come back as they were shown, with and without a promise', async () => {
    const shop = aShop();
    const promised = shownRate({ shop, code: 'COLLECT:store_1', endpointId: 'store_1' });
    const fallback = shownRate({ shop, promise: null });
    await keepShownRates(database, [promised, fallback]);
    expect(await byQuoteId(shop, promised.quoteId)).toEqual(promised);
    expect(await byQuoteId(shop, fallback.quoteId)).toEqual(fallback);
  });

  it('are not found under a forged quote id: another shop’s, an unknown one, no id at all', async () => {
    const shop = aShop();
    const theirs = shownRate({ shop: aShop() });
    await keepShownRates(database, [theirs]);
    expect(await byQuoteId(shop, theirs.quoteId)).toBeNull();
    expect(await byQuoteId(shop, randomUUID())).toBeNull();
    expect(await byQuoteId(shop, "' or true --")).toBeNull();
  });

  it('of a basket are those of the same shop, code, basket and destination shown in time, newest first', async () => {
    const shop = aShop();
    const early = shownRate({ shop, shownAt: at('09:00:00') });
    const late = shownRate({ shop, shownAt: noon });
    await keepShownRates(database, [
      early,
      late,
      shownRate({ shop, shownAt: at('12:00:01') }),
      shownRate({ shop: aShop() }),
      shownRate({ shop, code: 'EXPRESS' }),
      shownRate({ shop, basketFingerprint: 'other' }),
      shownRate({ shop, destinationFingerprint: 'other' }),
    ]);
    const same = { code: 'STANDARD', basketFingerprint: 'basket', destinationFingerprint: 'destination' };
    expect(await find(shop, { ...same, before: noon })).toEqual([late, early]);
  });

  it('of an area are those of the same shop, code, country and postal prefix, whatever the basket', async () => {
    const shop = aShop();
    const near = shownRate({ shop, basketFingerprint: 'other', destinationFingerprint: 'other' });
    await keepShownRates(database, [
      near,
      shownRate({ shop, postalPrefix: '75' }),
      shownRate({ shop, country: 'ES' }),
      shownRate({ shop, code: 'EXPRESS' }),
      shownRate({ shop, shownAt: at('12:00:01') }),
    ]);
    const area = { code: 'STANDARD', country: 'FR', postalPrefix: '31', before: noon };
    expect(await find(shop, area)).toEqual([near]);
  });

  it('are bounded, so that a popular basket does not grow the answer without end', async () => {
    const shop = aShop();
    const rates = Array.from({ length: 205 }, (_, second) =>
      shownRate({
        shop,
        shownAt: new Date(at('09:00:00').getTime() + second * 1000),
        promise: promiseOf(second),
      }),
    );
    await keepShownRates(database, rates);
    const same = { code: 'STANDARD', basketFingerprint: 'basket', destinationFingerprint: 'destination' };
    const found = await find(shop, { ...same, before: noon });
    expect(found).toHaveLength(200);
    expect(found[0]?.quoteId).toBe(rates.at(-1)?.quoteId);
  });
});
