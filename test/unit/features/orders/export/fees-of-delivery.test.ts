import { describe, expect, it } from 'vitest';
import { choiceOf, onlyRateOf } from '#app/features/orders/deliveries/choice.ts';
import type { Choice } from '#app/features/orders/deliveries/types.ts';
import { feesOf } from '#app/features/orders/export/choice.ts';
import { EXPRESS, fulfillmentOrder, LYON, PARIS, pickUpAt, STANDARD } from '../deliveries/planned.ts';

const LOCAL: Choice = { methodType: 'LOCAL', code: null, locationId: null };
const fee = (code: string | null, price = 4_900) => ({
  ...{ id: `fee ${code}`, title: code ?? 'Delivery', code, price, discounts: [], taxes: [] },
});

/** The codes of the fees that each delivery bears, sent one after the other; `later` ones come after the first of them. */
function borne(
  codes: (string | null)[],
  choices: Choice[],
  { others = [], later = [] }: { others?: Choice[]; later?: (string | null)[] } = {},
) {
  const fulfillmentOrders = [...choices, ...others].map((choice, at) =>
    fulfillmentOrder(`${at}`, {}, { choice }),
  );
  const earlier: { choice: Choice; feeIds: string[] }[] = [];
  return choices.map((choice) => {
    const there = earlier.length === 0 ? codes : [...codes, ...later];
    const shippingFees = there.map((code, at) => ({ ...fee(code), id: `${at}` }));
    const fees = feesOf({ shippingFees, fulfillmentOrders }, choice, earlier);
    earlier.push({ choice, feeIds: fees.map(({ id }) => id) });
    return fees.map(({ code }) => code);
  });
}

describe('a delivery bears', () => {
  it('the fee of its rate', () => {
    expect(borne(['STANDARD', 'EXPRESS'], [EXPRESS, STANDARD])).toEqual([['EXPRESS'], ['STANDARD']]);
  });

  it('the fee of its rate once, though units of the rate are sent later', () => {
    expect(borne(['STANDARD'], [STANDARD, STANDARD])).toEqual([['STANDARD'], []]);
  });

  it('both fees of one rate, as of two origins', () => {
    expect(borne(['STANDARD', 'STANDARD'], [STANDARD])).toEqual([['STANDARD', 'STANDARD']]);
  });

  it('the fee of no rate where it alone has none: a local delivery, a pickup, a rate that Shopify does not tell', () => {
    const unknown: Choice = { methodType: 'SHIPPING', code: null, locationId: null };
    for (const choice of [LOCAL, pickUpAt(PARIS.id), unknown])
      expect(borne(['STANDARD', 'By bicycle'], [STANDARD, choice])).toEqual([['STANDARD'], ['By bicycle']]);
  });

  it('the fees that may be of several deliveries, where it is the first', () => {
    expect(borne([null, 'Local delivery'], [LOCAL, pickUpAt(PARIS.id)])).toEqual([
      [null, 'Local delivery'],
      [],
    ]);
  });

  it('the fee that came after the first delivery was sent, with an edit', () => {
    expect(borne(['STANDARD'], [STANDARD, STANDARD], { later: ['custom'] })).toEqual([
      ['STANDARD'],
      ['custom'],
    ]);
    expect(borne(['STANDARD'], [STANDARD, LOCAL], { later: [null] })).toEqual([['STANDARD'], [null]]);
  });

  it('not the fee of a delivery that is sent later', () => {
    expect(borne(['EXPRESS'], [pickUpAt(PARIS.id)], { others: [EXPRESS] })).toEqual([[]]);
  });

  it('no fee after an order that was sent when deliveries were not told apart: that bore all', () => {
    const order = { shippingFees: [fee('EXPRESS')], fulfillmentOrders: [] };
    expect(feesOf(order, EXPRESS, [{ choice: null, feeIds: [] }])).toEqual([]);
  });
});

describe('the shopper’s choice', () => {
  it.each([
    ['ships by the rate that Shopify names', { methodType: 'SHIPPING', serviceCode: 'EXPRESS' }, EXPRESS],
    [
      'ships by the order’s only rate where Shopify names none',
      { methodType: 'SHIPPING', serviceCode: null },
      STANDARD,
    ],
    ['ships where Shopify tells no method', null, STANDARD],
    ['picks up at the location', { methodType: 'PICK_UP', serviceCode: 'x' }, pickUpAt(LYON.id)],
    ['is delivered locally, by no rate', { methodType: 'LOCAL', serviceCode: 'x' }, LOCAL],
  ])('%s', (_, method, choice) => {
    expect(choiceOf(method, LYON.id, onlyRateOf([{ code: 'STANDARD' }]))).toEqual(choice);
  });

  it('is of no rate where there are several and Shopify names none', () => {
    expect(onlyRateOf([{ code: 'STANDARD' }, { code: 'EXPRESS' }])).toBeNull();
  });
});
