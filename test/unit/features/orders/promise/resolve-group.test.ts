import { describe, expect, it } from 'vitest';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { deliveryOption } from '#test/support/rate-requests.ts';
import { datesOf, promiseOf, shownRate } from '#test/support/shown-rates.ts';
import { answer, at, kept, PLACED, resolve, standard } from './group-under-test.ts';

describe('the quote id of the cart', () => {
  it('names the promise when shop, code, basket and destination agree', () => {
    const quoted = shownRate({ promise: promiseOf(0) });
    const other = shownRate({ promise: promiseOf(0), shownAt: at('11:00:00') });
    expect(answer({}, { quoted, byBasket: [[other, quoted]] })).toEqual({
      source: 'cart',
      quoteId: quoted.quoteId,
      endpointId: null,
      promise: promiseOf(0),
    });
  });

  it('counts for one of several groups by the whole order’s basket', () => {
    const quoted = shownRate({ basketFingerprint: 'whole' });
    expect(answer({ baskets: ['part', 'whole'] }, { quoted }).source).toBe('cart');
  });

  it.each([
    ['another shop', { shop: 'other.myshopify.com' as ShopDomain }],
    ['another code', { code: 'EXPRESS' }],
    ['another basket', { basketFingerprint: 'other' }],
    ['another destination', { destinationFingerprint: 'other' }],
    ['a rate shown after the order', { shownAt: new Date(PLACED.getTime() + 1) }],
  ])('is worth nothing when it names %s', (_, forged) => {
    const quoted = shownRate({ promise: { ...promiseOf(0), cost: 9 }, ...forged });
    const shown = shownRate();
    expect(answer({}, { quoted, byBasket: [[shown]] })).toMatchObject({
      source: 'checkout',
      quoteId: shown.quoteId,
    });
  });

  it('is stale when the dates that Shopify kept are those of another rate', () => {
    const quoted = shownRate({ promise: promiseOf(0) });
    const chosen = shownRate({ promise: promiseOf(1), shownAt: at('11:00:00') });
    const found = answer({ kept: kept(1) }, { quoted, byBasket: [[chosen, quoted]] });
    expect(found).toMatchObject({ source: 'checkout', quoteId: chosen.quoteId });
  });

  it('still counts when the dates that Shopify kept are nobody’s', () => {
    const quoted = shownRate({ promise: promiseOf(0) });
    expect(answer({ kept: kept(5) }, { quoted, byBasket: [[quoted]] }).source).toBe('cart');
  });

  it('of a rate shown without a promise writes none', () => {
    const quoted = shownRate({ promise: null });
    const earlier = shownRate({ shownAt: at('09:00:00') });
    const found = answer({ kept: kept(null) }, { quoted, byBasket: [[quoted, earlier]] });
    expect(found).toMatchObject({ source: 'fallback', promise: null, quoteId: quoted.quoteId });
  });
});

describe('the window that Shopify kept', () => {
  it('becomes a promise in the shape of OneStock’s delivery option, in Unix seconds', () => {
    const { min, max } = datesOf(promiseOf(0));
    expect(answer({}, {})).toEqual({
      source: 'delivery_window',
      quoteId: null,
      endpointId: null,
      promise: {
        delivery_method: 'standard',
        destination: { location: { country: 'FR', zip_code: '31000' } },
        eta_start: min.getTime() / 1000,
        eta_end: max.getTime() / 1000,
      },
    });
  });

  it('names the store of a collection', () => {
    expect(answer({ code: 'COLLECT:store_1' }, {})).toMatchObject({
      source: 'delivery_window',
      endpointId: 'store_1',
      promise: { delivery_method: 'ckc', destination: { endpoint_id: 'store_1' } },
    });
  });

  it('with one end is that moment', () => {
    const { max } = datesOf(promiseOf(0));
    const { promise } = answer({ kept: kept(0, { window: { min: null, max } }) }, {});
    expect(promise).toMatchObject({ eta_start: max.getTime() / 1000, eta_end: max.getTime() / 1000 });
  });

  it('is no promise of an option that never asks OneStock', () => {
    const option = deliveryOption({ fallbackOnly: true });
    expect(answer({}, { options: [option] })).toMatchObject({ source: 'fallback', promise: null });
  });
});

describe('a code that is not this app’s', () => {
  it.each([['UPS_GROUND'], ['COLLECT'], ['COLLECT:'], ['STANDARD:store_1'], [null]])(
    '%s has no promise',
    (code) => {
      expect(answer({ code }, {})).toEqual({
        source: 'none',
        quoteId: null,
        endpointId: null,
        promise: null,
      });
    },
  );

  it('of an option deleted since still finds what was shown', () => {
    expect(answer({}, { options: [], byBasket: [[shownRate()]] }).source).toBe('checkout');
  });
});

describe('without any trace of the checkout', () => {
  it('OneStock is to be asked about the option, and the store, that the shopper chose', () => {
    expect(resolve({ kept: kept(null) }, {})).toEqual({ ask: { option: standard, endpointId: null } });
    expect(resolve({ code: 'COLLECT:a:b', kept: kept(null) }, {})).toMatchObject({
      ask: { endpointId: 'a:b' },
    });
  });
});
