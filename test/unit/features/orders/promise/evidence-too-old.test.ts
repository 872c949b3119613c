import { describe, expect, it } from 'vitest';
import type { KeptRate } from '#app/features/orders/promise/types.ts';
import type { ShownRate } from '#app/features/promise/index.ts';
import { deliveryOption } from '#test/support/rate-requests.ts';
import { datesOf, promiseOf, shownRate } from '#test/support/shown-rates.ts';
import { answer, at, kept, PLACED, resolve, standard } from './group-under-test.ts';

describe('what was shown too long before the order, or could not be kept any more', () => {
  const nothing: KeptRate = { window: null, name: null, price: null };
  const LAST_WEEK = new Date('2026-11-14T12:00:00Z');
  const tooLongAgo = { code: 'shown_too_long_ago', params: { hours: 24 } };
  const anew = { ask: { option: standard, endpointId: null }, notCounted: tooLongAgo };
  const old = (change: Partial<ShownRate> = {}) => shownRate({ shownAt: LAST_WEEK, ...change });
  const passed = { ...promiseOf(0), cutoff: at('12:00:00').getTime() / 1000 };

  it('is asked for anew, although its dates are those that Shopify kept and are still ahead', () => {
    expect(resolve({}, { byBasket: [[old()]] })).toEqual(anew);
  });

  it('is asked for anew where Shopify kept no dates', () => {
    expect(resolve({ kept: nothing }, { byBasket: [[old()]] })).toEqual(anew);
  });

  it('is asked for anew where its cut-off had passed, although it was shown a moment before', () => {
    const shown = shownRate({ promise: passed, shownAt: at('11:59:00') });
    expect(resolve({}, { byBasket: [[shown]] })).toEqual({
      ...anew,
      notCounted: { code: 'cutoff_passed_before_order' },
    });
  });

  it('counts for as long as the shop says', () => {
    expect(
      answer({}, { shownRateLifeHours: 7 * 24, byBasket: [[old({ promise: promiseOf(0) })]] }),
    ).toMatchObject({
      source: 'checkout',
    });
  });

  it('is not answered by the rate that another shopper was shown today', () => {
    const chosen = old({ promise: promiseOf(0) });
    const today = shownRate({ promise: promiseOf(1), shownAt: at('11:00:00') });
    expect(resolve({ kept: kept(0) }, { byBasket: [[today, chosen]], byArea: [today, chosen] })).toEqual(
      anew,
    );
  });

  it('yields to what was shown today, which is not certain where Shopify kept no dates', () => {
    const today = shownRate({ promise: promiseOf(1), shownAt: at('11:00:00') });
    expect(answer({ kept: nothing }, { byBasket: [[today, old()]] })).toMatchObject({
      source: 'checkout_ambiguous',
      quoteId: today.quoteId,
    });
    expect(answer({ kept: kept(1) }, { byBasket: [[today, old()]] })).toMatchObject({
      source: 'checkout',
      quoteId: today.quoteId,
    });
  });

  it('yields to what only the difference of two clocks dates after the order', () => {
    const chosen = shownRate({ shownAt: new Date(PLACED.getTime() + 5_000), promise: promiseOf(1) });
    const shownBefore = new Date(PLACED.getTime() + 60_000);
    expect(answer({ kept: kept(1) }, { shownBefore, byBasket: [[chosen, old()]] }).quoteId).toBe(
      chosen.quoteId,
    );
    expect(answer({ kept: nothing }, { shownBefore, byBasket: [[chosen, old()]] }).quoteId).toBe(
      chosen.quoteId,
    );
  });

  it('for the group’s own basket yields to what was shown today for the whole order’s', () => {
    const whole = shownRate({ basketFingerprint: 'whole' });
    const own = old({ basketFingerprint: 'part' });
    const asked = { kept: nothing, baskets: ['part', 'whole'] };
    expect(answer(asked, { byBasket: [[own], [whole]] }).quoteId).toBe(whole.quoteId);
  });

  it('ends the search: no rate of the area takes its place', () => {
    const neighbour = shownRate({ basketFingerprint: 'other', shownAt: at('11:00:00') });
    expect(resolve({ kept: nothing }, { byBasket: [[old()]], byArea: [neighbour] })).toEqual(anew);
  });

  it('is worth nothing when the cart names it, and today’s rate answers', () => {
    const today = shownRate({ shownAt: at('11:00:00') });
    expect(resolve({}, { quoted: old() })).toEqual(anew);
    expect(answer({ kept: nothing }, { quoted: old(), byBasket: [[today]] })).toMatchObject({
      source: 'checkout',
      quoteId: today.quoteId,
    });
  });

  it('leaves the window that Shopify kept, where that is another’s and still ahead', () => {
    expect(answer({ kept: kept(5) }, { byBasket: [[old()]] })).toMatchObject({ source: 'delivery_window' });
  });

  it('is asked for anew where it was a fallback, for an option that may ask', () => {
    const undated = old({ promise: null });
    expect(resolve({ kept: kept(null) }, { byBasket: [[undated]] })).toEqual(anew);
    const options = [deliveryOption({ fallbackOnly: true })];
    expect(answer({ kept: kept(null) }, { byBasket: [[undated]], options })).toEqual({
      source: 'fallback',
      quoteId: null,
      endpointId: null,
      promise: null,
    });
  });

  it.each([
    ['was deleted since', []],
    ['never asks OneStock by now', [deliveryOption({ fallbackOnly: true })]],
  ])('gives no promise, with the reason, where the option %s', (_, options) => {
    expect(answer({}, { byBasket: [[old()]], options })).toEqual({
      source: 'none',
      quoteId: null,
      endpointId: null,
      promise: null,
      notCounted: tooLongAgo,
    });
  });

  it('keeps the store that the shopper chose', () => {
    const rate = old({ code: 'COLLECT:store_1', endpointId: 'store_1' });
    const asked = { code: 'COLLECT:store_1' };
    expect(answer(asked, { byBasket: [[rate]], options: [] })).toMatchObject({ endpointId: 'store_1' });
    expect(resolve(asked, { byBasket: [[rate]] })).toMatchObject({ ask: { endpointId: 'store_1' } });
  });
});

describe('a window of Shopify’s that had ended when the order was placed', () => {
  const past = kept(-9);
  const anew = {
    ask: { option: standard, endpointId: null },
    notCounted: { code: 'window_passed_before_order' },
  };

  it('is asked for anew, whatever is left of the rate', () => {
    expect(resolve({ kept: past }, {})).toEqual(anew);
  });

  it('shows that no rate of today was chosen', () => {
    expect(resolve({ kept: past }, { byBasket: [[shownRate()]], byArea: [shownRate()] })).toEqual(anew);
  });

  it('is judged by its end', () => {
    const { min } = datesOf(promiseOf(-9));
    const window = { min, max: datesOf(promiseOf(0)).max };
    expect(answer({ kept: kept(0, { window }) }, {}).source).toBe('delivery_window');
  });
});
