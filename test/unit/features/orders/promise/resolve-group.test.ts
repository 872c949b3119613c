import { describe, expect, it } from 'vitest';
import { type Evidence, resolveGroup } from '#app/features/orders/promise/resolve-group.ts';
import type { DeliveryGroup, KeptRate } from '#app/features/orders/promise/types.ts';
import type { ShownRate } from '#app/features/promise/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { collectOption, deliveryOption, SHOP } from '#test/support/rate-requests.ts';
import { datesOf, promiseOf, shownRate } from '#test/support/shown-rates.ts';

const PLACED = new Date('2026-11-21T12:00:00Z');
const at = (time: string) => new Date(`2026-11-21T${time}Z`);
const standard = deliveryOption();

/** What Shopify kept of a rate; of day 0 unless said otherwise. */
function kept(days: number | null, change: Partial<KeptRate> = {}): KeptRate {
  const window = days === null ? { min: null, max: null } : datesOf(promiseOf(days));
  return { window, name: 'Standard delivery', price: { amount: 490, currency: 'EUR' }, ...change };
}

function group(change: Partial<DeliveryGroup> = {}): DeliveryGroup {
  return {
    fulfillmentOrderId: null,
    code: 'STANDARD',
    destination: { country: 'FR', zip: '31000', region: null },
    lines: [{ variantId: '11', sku: 'SKU-001', title: 'Linen shirt', quantity: 2 }],
    baskets: ['basket'],
    destinationFingerprint: 'destination',
    kept: kept(0),
    ...change,
  };
}

function resolve(groupChange: Partial<DeliveryGroup>, change: Partial<Evidence>) {
  return resolveGroup(group(groupChange), {
    shop: SHOP,
    placedAt: PLACED,
    placedBefore: PLACED,
    shownRateLifeHours: 24,
    shownBefore: PLACED,
    quoted: null,
    byBasket: [],
    byArea: [],
    options: [standard, collectOption()],
    ...change,
  });
}

function answer(groupChange: Partial<DeliveryGroup>, change: Partial<Evidence>) {
  const verdict = resolve(groupChange, change);
  if (!('answer' in verdict)) throw new Error('OneStock was to be asked.');
  return verdict.answer;
}

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

describe('the rates shown for the basket', () => {
  it('give each of two shoppers, with a cut-off between them, the promise of their own checkout', () => {
    const beforeCutoff = shownRate({ promise: promiseOf(0), shownAt: at('09:00:00') });
    const afterCutoff = shownRate({ promise: promiseOf(1), shownAt: at('11:00:00') });
    const byBasket = [[afterCutoff, beforeCutoff]];
    expect(answer({ kept: kept(0) }, { byBasket })).toMatchObject({
      source: 'checkout',
      promise: promiseOf(0),
    });
    expect(answer({ kept: kept(1) }, { byBasket })).toMatchObject({
      source: 'checkout',
      promise: promiseOf(1),
    });
  });

  it('keep the promise that was shown for an order placed before its cut-off', () => {
    const shown = shownRate({ promise: { ...promiseOf(0), cutoff: at('12:00:01').getTime() / 1000 } });
    expect(answer({}, { byBasket: [[shown]] })).toMatchObject({ source: 'checkout', promise: shown.promise });
  });

  it('are told apart to the second, whatever the milliseconds', () => {
    const shown = shownRate();
    const { min, max } = datesOf(promiseOf(0));
    const window = { min: new Date(min.getTime() + 400), max };
    expect(answer({ kept: kept(0, { window }) }, { byBasket: [[shown]] }).source).toBe('checkout');
    const later = { min: new Date(min.getTime() + 1000), max };
    expect(answer({ kept: kept(0, { window: later }) }, { byBasket: [[shown]] }).source).toBe(
      'checkout_ambiguous',
    );
  });

  it('are compared by the one end that Shopify kept', () => {
    const chosen = shownRate({ promise: promiseOf(0), shownAt: at('09:00:00') });
    const newer = shownRate({ promise: promiseOf(1), shownAt: at('11:00:00') });
    const window = { min: null, max: datesOf(promiseOf(0)).max };
    expect(answer({ kept: kept(0, { window }) }, { byBasket: [[newer, chosen]] }).quoteId).toBe(
      chosen.quoteId,
    );
  });

  it('are told apart by name, then by price, where the dates are the same', () => {
    const inFrench = shownRate({ name: 'Livraison standard', promise: { ...promiseOf(0), cost: 1 } });
    const dear = shownRate({ price: 590, promise: { ...promiseOf(0), cost: 2 } });
    const chosen = shownRate({ promise: { ...promiseOf(0), cost: 3 }, shownAt: at('08:00:00') });
    const byBasket = [[inFrench, dear, chosen]];
    expect(answer({}, { byBasket })).toMatchObject({ source: 'checkout', quoteId: chosen.quoteId });
    expect(answer({ kept: kept(0, { price: { amount: 590, currency: 'EUR' } }) }, { byBasket }).quoteId).toBe(
      dear.quoteId,
    );
    expect(answer({ kept: kept(0, { name: 'Livraison standard' }) }, { byBasket }).quoteId).toBe(
      inFrench.quoteId,
    );
  });

  it('do not take the same number in another currency for the price', () => {
    const dollars = shownRate({ currency: 'USD', promise: { ...promiseOf(0), cost: 1 } });
    const euros = shownRate({ shownAt: at('08:00:00') });
    expect(answer({}, { byBasket: [[dollars, euros]] }).quoteId).toBe(euros.quoteId);
  });

  it('are certain when all that remain carry one promise, and answer with the newest', () => {
    const newest = shownRate({ shownAt: at('11:00:00') });
    const oldest = shownRate({ shownAt: at('09:00:00') });
    expect(answer({}, { byBasket: [[newest, oldest]] })).toMatchObject({
      source: 'checkout',
      quoteId: newest.quoteId,
    });
  });

  it('are ambiguous when those that remain carry different promises', () => {
    const newest = shownRate({ promise: { ...promiseOf(0), cost: 1 }, shownAt: at('11:00:00') });
    const oldest = shownRate({ shownAt: at('09:00:00') });
    expect(answer({}, { byBasket: [[newest, oldest]] })).toMatchObject({
      source: 'checkout_ambiguous',
      quoteId: newest.quoteId,
    });
  });

  it('are ambiguous when Shopify kept dates that none of them carries', () => {
    const newest = shownRate({ promise: promiseOf(0), shownAt: at('11:00:00') });
    const oldest = shownRate({ promise: promiseOf(0), shownAt: at('09:00:00') });
    expect(answer({ kept: kept(7) }, { byBasket: [[newest, oldest]] })).toMatchObject({
      source: 'checkout_ambiguous',
      quoteId: newest.quoteId,
    });
  });

  it('answer without any evidence when there is but one promise', () => {
    const nothing: KeptRate = { window: null, name: null, price: null };
    expect(answer({ kept: nothing }, { byBasket: [[shownRate()]] }).source).toBe('checkout');
  });

  it('of the whole order answer for a group whose own basket was never asked about', () => {
    const whole = shownRate({ basketFingerprint: 'whole' });
    const found = answer({ baskets: ['part', 'whole'] }, { byBasket: [[], [whole]] });
    expect(found).toMatchObject({ source: 'checkout', quoteId: whole.quoteId });
  });

  it('of the group’s own basket come before the whole order’s', () => {
    const own = shownRate({ basketFingerprint: 'part' });
    const whole = shownRate({ basketFingerprint: 'whole', shownAt: at('11:00:00') });
    expect(answer({ baskets: ['part', 'whole'] }, { byBasket: [[own], [whole]] }).quoteId).toBe(own.quoteId);
  });

  it('of the own basket that the dates contradict yield to those of the whole order that they prove', () => {
    const someoneElse = shownRate({ basketFingerprint: 'part', promise: promiseOf(4) });
    const whole = shownRate({ basketFingerprint: 'whole' });
    const found = answer({ baskets: ['part', 'whole'] }, { byBasket: [[someoneElse], [whole]] });
    expect(found).toMatchObject({ source: 'checkout', quoteId: whole.quoteId });
  });
});

describe('a rate shown after the order', () => {
  const late = (change: Partial<ShownRate> = {}) =>
    shownRate({ promise: promiseOf(1), shownAt: new Date(PLACED.getTime() + 30_000), ...change });
  const withinSkew = { shownBefore: new Date(PLACED.getTime() + 60_000) };
  const nothing: KeptRate = { window: null, name: null, price: null };

  it('yields to those shown before it, which it does not make ambiguous', () => {
    const shown = shownRate();
    expect(answer({ kept: nothing }, { ...withinSkew, byBasket: [[late(), shown]] })).toMatchObject({
      source: 'checkout',
      quoteId: shown.quoteId,
    });
  });

  it('for the group’s own basket yields to one shown before it for the whole order’s', () => {
    const whole = shownRate({ basketFingerprint: 'whole' });
    const own = late({ basketFingerprint: 'part' });
    const asked = { kept: nothing, baskets: ['part', 'whole'] };
    expect(answer(asked, { ...withinSkew, byBasket: [[own], [whole]] }).quoteId).toBe(whole.quoteId);
  });

  it('answers where it alone carries the dates that Shopify kept, or there is no other: the clocks differ', () => {
    const chosen = late();
    const byBasket = [[chosen, shownRate()]];
    expect(answer({ kept: kept(1) }, { ...withinSkew, byBasket })).toMatchObject({
      source: 'checkout',
      quoteId: chosen.quoteId,
    });
    expect(answer({ kept: nothing }, { ...withinSkew, byBasket: [[chosen]] }).quoteId).toBe(chosen.quoteId);
  });
});

describe('a rate shown without a promise', () => {
  it('ends the search: no window, no new question, no older promise', () => {
    const newest = shownRate({ promise: null, shownAt: at('11:00:00') });
    const found = answer({ kept: kept(null) }, { byBasket: [[newest]] });
    expect(found).toMatchObject({ source: 'fallback', promise: null });
  });

  it('is the one chosen when Shopify kept a delivery without dates', () => {
    const dated = shownRate({ shownAt: at('11:00:00') });
    const undated = shownRate({ promise: null, shownAt: at('09:00:00') });
    expect(answer({ kept: kept(null) }, { byBasket: [[dated, undated]] }).source).toBe('fallback');
  });

  it('with the dates of a default lead time is told by them, and makes no promise of them', () => {
    const { min, max } = datesOf(promiseOf(3));
    const leadTime = shownRate({ promise: null, minDate: min, maxDate: max });
    const promised = shownRate({ shownAt: at('11:00:00') });
    expect(answer({ kept: kept(3) }, { byBasket: [[promised, leadTime]] })).toMatchObject({
      source: 'fallback',
      promise: null,
    });
  });

  it('keeps the store that the shopper chose', () => {
    const rate = shownRate({ code: 'COLLECT:store_1', endpointId: 'store_1', promise: null });
    expect(answer({ code: 'COLLECT:store_1', kept: kept(null) }, { byBasket: [[rate]] })).toMatchObject({
      source: 'fallback',
      endpointId: 'store_1',
    });
  });
});

describe('the rates shown in the postal area', () => {
  it('are certain when the dates prove them', () => {
    const shortened = shownRate({ destinationFingerprint: 'EC2A' });
    expect(answer({}, { byArea: [shortened] })).toMatchObject({
      source: 'checkout',
      quoteId: shortened.quoteId,
    });
  });

  it('are ambiguous without dates to prove them, and those of the same basket come first', () => {
    const otherBasket = shownRate({
      basketFingerprint: 'other',
      shownAt: at('11:00:00'),
      promise: promiseOf(1),
    });
    const sameBasket = shownRate({ destinationFingerprint: 'EC2A' });
    const found = answer({ kept: kept(0, { window: null }) }, { byArea: [otherBasket, sameBasket] });
    expect(found).toMatchObject({ source: 'checkout_ambiguous', quoteId: sameBasket.quoteId });
  });

  it('answer nothing when the dates contradict them: the window that Shopify kept is better', () => {
    const elsewhere = shownRate({ basketFingerprint: 'other', promise: promiseOf(4) });
    expect(answer({}, { byArea: [elsewhere] })).toMatchObject({ source: 'delivery_window', quoteId: null });
  });

  it('that the dates prove come before rates of the basket that they contradict', () => {
    const contradicted = shownRate({ promise: promiseOf(4) });
    const proved = shownRate({ destinationFingerprint: 'EC2A' });
    expect(answer({}, { byBasket: [[contradicted]], byArea: [proved] }).quoteId).toBe(proved.quoteId);
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
