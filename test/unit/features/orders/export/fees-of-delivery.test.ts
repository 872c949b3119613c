import { describe, expect, it } from 'vitest';
import { choiceOf, onlyRateOf } from '#app/features/orders/deliveries/choice.ts';
import type { Choice } from '#app/features/orders/deliveries/types.ts';
import { feesOf } from '#app/features/orders/export/choice.ts';
import { EXPRESS, fulfillmentOrder, LYON, PARIS, pickUpAt, STANDARD } from '../deliveries/planned.ts';

const LOCAL: Choice = { methodType: 'LOCAL', code: null, locationId: null };
const fee = (code: string | null, price = 4_900) => ({
  ...{ title: code ?? 'Delivery', code, price, discounts: [], taxes: [] },
});

/** The codes of the fees that each delivery bears, sent one after the other. */
function borne(codes: (string | null)[], choices: Choice[], others: Choice[] = []) {
  const order = {
    shippingFees: codes.map((code) => fee(code)),
    fulfillmentOrders: [...choices, ...others].map((choice, at) => fulfillmentOrder(`${at}`, {}, { choice })),
  };
  return choices.map((choice, at) => {
    const earlier = choices.slice(0, at).map((each, before) => ({ choice: each, number: before + 1 }));
    return feesOf(order, { choice, number: at + 1 }, earlier).map(({ code }) => code);
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

  it('the fees that no delivery is of, where it is the first', () => {
    expect(borne([null, 'Local delivery'], [LOCAL, pickUpAt(PARIS.id)])).toEqual([
      [null, 'Local delivery'],
      [],
    ]);
  });

  it('not the fee of a delivery that is sent later', () => {
    expect(borne(['EXPRESS'], [pickUpAt(PARIS.id)], [EXPRESS])).toEqual([[]]);
  });

  it('no fee after an order that was sent when deliveries were not told apart: that bore all', () => {
    const order = { shippingFees: [fee('EXPRESS')], fulfillmentOrders: [] };
    expect(feesOf(order, { choice: EXPRESS, number: 2 }, [{ choice: null, number: 1 }])).toEqual([]);
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
