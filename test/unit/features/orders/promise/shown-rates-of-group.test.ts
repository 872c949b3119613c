import { describe, expect, it } from 'vitest';
import type { KeptRate } from '#app/features/orders/promise/types.ts';
import type { ShownRate } from '#app/features/promise/index.ts';
import { datesOf, promiseOf, shownRate } from '#test/support/shown-rates.ts';
import { answer, at, kept, PLACED } from './group-under-test.ts';

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
