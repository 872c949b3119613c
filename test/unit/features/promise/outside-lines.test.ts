import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeliveryOption } from '#app/features/delivery-options/index.ts';
import { basketFingerprint } from '#app/features/promise/index.ts';
import { whyNotAsked } from '#app/features/promise/outside-lines.ts';
import { parseRateRequest } from '#app/features/promise/rate-request.ts';
import { askOnce, ladder, promisesFor } from '#test/support/promises.ts';
import {
  collectOption,
  deliveryOption,
  rateItemJson,
  rateRequestJson,
  snapshot,
} from '#test/support/rate-requests.ts';

const MUG = {
  name: 'Printed mug',
  sku: 'POD-MUG-1',
  quantity: 1,
  grams: 300,
  price: 1500,
  fulfillment_service: 'printful',
  variant_id: 99,
};
const ENGRAVING = { name: 'Engraving', sku: null, quantity: 1, variant_id: null, product_id: null };
const GIFT_CARD = { sku: 'GIFT', requires_shipping: false, fulfillment_service: 'gift_card', variant_id: 77 };

const express = deliveryOption({
  handle: 'EXPRESS',
  deliveryMethod: 'express',
  fallback: { policy: 'hide' },
});
const OPTIONS = [deliveryOption(), express, collectOption()];
const LYON = { postal_code: '69002', city: 'Lyon' };

const items = (...changes: object[]) => changes.map((change) => rateItemJson({ ...change }));
const basket = (...changes: object[]) => rateRequestJson({ items: items(...changes) });
const shopOf = (options: DeliveryOption[] = OPTIONS, change: Parameters<typeof snapshot>[1] = {}) =>
  snapshot(options, change);
/** A OneStock that refuses whatever names an item that it does not have, as it does. */
const askFor = (json: unknown, shop = shopOf()) =>
  askOnce(
    shop,
    (question) =>
      promisesFor(question, () => ({
        status: question.lines.every(({ itemId }) => itemId.startsWith('SKU-')) ? 'valid' : 'none',
      })),
    json,
  );
const codesOf = ({ rates }: { rates: { service_code: string }[] }) =>
  rates.map(({ service_code }) => service_code);

describe('goods that OneStock does not have, beside goods that it has', () => {
  it.each([
    ['of another fulfillment service', MUG, { unasked: 'of_other_service', service: 'printful' }],
    ['of a custom line', ENGRAVING, { unasked: 'custom_line' }],
    ['that are not shipped', GIFT_CARD, { unasked: 'not_shipped' }],
  ])('take no date and no option away from the others: %s', async (_what, line, why) => {
    const { questions, rates, trace } = await askFor(basket({}, line));
    expect(questions.map((question) => question.lines)).toEqual([[{ itemId: 'SKU-001', quantity: 2 }]]);
    expect(codesOf({ rates })).toEqual([
      'STANDARD',
      'EXPRESS',
      'COLLECT:store_capitole',
      'COLLECT:store_purpan',
    ]);
    expect(rates.every(({ min_delivery_date }) => min_delivery_date)).toBe(true);
    expect(trace).toMatchObject({ rung: 'onestock', failure: null });
    expect(trace.lines).toEqual([
      { sku: 'SKU-001', quantity: 2 },
      { sku: line.sku, quantity: rateItemJson(line).quantity, ...why },
    ]);
  });

  it('leave the total and the weight of the basket as Shopify has them', async () => {
    const heavy = deliveryOption({ weightGrams: { min: 1000, max: null } });
    const { questions, reasons } = await askFor(basket({}, MUG), shopOf([heavy]));
    expect(reasons.STANDARD).toBe('promised');
    expect(questions[0]?.basketTotal).toBe(39.98);
    const light = deliveryOption({ weightGrams: { min: null, max: 999 } });
    expect((await askFor(basket({}, MUG), shopOf([light]))).reasons.STANDARD).toBe('weight_out_of_range');
  });

  it('stay part of the basket by which an order finds what was shown', async () => {
    const { shown } = await askFor(basket({}, MUG, ENGRAVING, GIFT_CARD));
    const whole = [
      { variantId: '11', quantity: 2 },
      { variantId: '99', quantity: 1 },
      { variantId: null, customTitle: 'Engraving', quantity: 1 },
    ];
    expect(shown[0]?.basketFingerprint).toBe(basketFingerprint(whole, shopOf().shop.fingerprintSalt));
  });

  it('are no part of what an answer is kept under', async () => {
    const { ask, questions } = ladder((question) => promisesFor(question));
    const shop = shopOf();
    await ask(shop, basket({}, MUG));
    const { trace } = await ask(shop, basket({}, ENGRAVING));
    expect([questions.length, trace.rung]).toEqual([1, 'memory']);
  });

  it('are told from the shop’s own goods of the same name when an answer is given again', async () => {
    const { ask } = ladder((question) => promisesFor(question));
    const shop = shopOf([deliveryOption()]);
    const own = { ...MUG, fulfillment_service: 'manual' };
    expect((await ask(shop, basket(own))).trace.rung).toBe('onestock');
    expect((await ask(shop, basket(MUG))).reasons.STANDARD).toBe('only_outside_lines');
    expect((await ask(shop, basket(own))).trace.rung).toBe('memory');
  });

  it('promise nothing where the shop says so: each delivery is shown without a date, and no collection', async () => {
    const shop = shopOf(OPTIONS, { outsideLines: 'no_promise' });
    const { questions, rates, reasons, trace } = await askFor(basket({}, MUG), shop);
    expect(questions).toEqual([]);
    expect(codesOf({ rates })).toEqual(['STANDARD', 'EXPRESS']);
    expect(rates.some(({ min_delivery_date }) => min_delivery_date)).toBe(false);
    expect(reasons).toEqual({
      STANDARD: 'outside_lines_present',
      EXPRESS: 'outside_lines_present',
      'COLLECT:store_capitole': 'outside_lines_present, store_unknown',
      'COLLECT:store_purpan': 'outside_lines_present, store_unknown',
    });
    expect(trace.failure).toBeNull();
    expect((await askFor(basket({}, GIFT_CARD), shop)).reasons.STANDARD).toBe('promised');
    expect((await askFor(basket({}, { ...MUG, quantity: 0 }), shop)).reasons.STANDARD).toBe('promised');
  });
});

describe('goods that OneStock does not have, alone', () => {
  it.each([
    ['of another fulfillment service', [MUG]],
    ['of a custom line', [ENGRAVING]],
    ['of both, beside a gift card and a line of quantity 0', [MUG, ENGRAVING, GIFT_CARD, { quantity: 0 }]],
  ])('are shown each delivery under its name without a date, whatever its fallback: %s', async (_, lines) => {
    const late = deliveryOption({
      handle: 'POST',
      fallback: { policy: 'lead_time', minDays: 2, maxDays: 4 },
    });
    const { status, questions, rates, reasons, trace, shown } = await askFor(
      basket(...lines),
      shopOf([...OPTIONS, late]),
    );
    expect([status, questions]).toEqual([200, []]);
    expect(codesOf({ rates })).toEqual(['STANDARD', 'EXPRESS', 'POST']);
    expect(new Set(rates.map(({ service_name }) => service_name))).toEqual(new Set(['Livraison standard']));
    for (const rate of rates) {
      expect(rate).not.toHaveProperty('min_delivery_date');
      expect(rate.metafields.map(({ key }) => key)).toEqual(['quote_id']);
    }
    expect(reasons).toMatchObject({ STANDARD: 'only_outside_lines', EXPRESS: 'only_outside_lines' });
    expect(reasons['COLLECT:store_capitole']).toBe('only_outside_lines, store_unknown');
    expect(shown.map(({ rung, promise }) => [rung, promise])).toEqual(rates.map(() => ['fallback', null]));
    expect(trace).toMatchObject({ rung: 'fallback', failure: null });
  });

  it('of one origin of a basket cost nothing where the option is charged once', async () => {
    const shop = shopOf([deliveryOption({ chargeOnce: true })]);
    const from = async (origin: Record<string, unknown>) =>
      (await askFor(rateRequestJson({ items: items(MUG), origin }), shop)).rates;
    const own = await askFor(rateRequestJson(), shop);
    const [elsewhere] = await from(LYON);
    expect(elsewhere).toMatchObject({ total_price: '0', service_name: own.rates[0]?.service_name });
    expect((await from({}))[0]?.total_price).toBe('490');
  });

  it('are answered with a 503, never an empty list, only where no option can be shown without a date', async () => {
    const costed = deliveryOption({ price: { kind: 'onestock_cost', freeFrom: null } });
    const { status, rates, reasons } = await askFor(basket(MUG), shopOf([costed, collectOption()]));
    expect([status, rates]).toEqual([503, []]);
    expect(reasons).toMatchObject({
      STANDARD: 'only_outside_lines, cost_missing',
      'COLLECT:store_purpan': 'only_outside_lines, store_unknown',
    });
  });

  it('leave an option that never asks OneStock as its merchant made it', async () => {
    const plain = deliveryOption({
      fallbackOnly: true,
      fallback: { policy: 'lead_time', minDays: 2, maxDays: 4 },
    });
    const { rates, reasons } = await askFor(basket(MUG), shopOf([plain]));
    expect(reasons.STANDARD).toBe('fallback_only');
    expect(rates[0]).toHaveProperty('min_delivery_date');
  });

  it('are still kept from an option by the merchant’s own rules', async () => {
    const abroad = deliveryOption({ countries: ['GB'] });
    const { status, rates, reasons } = await askFor(basket(MUG), shopOf([abroad]));
    expect([status, rates, reasons.STANDARD]).toEqual([200, [], 'country_not_served']);
  });
});

describe('a line of the merchant’s own stock', () => {
  it.each<[string, object]>([
    ['says “manual”', { fulfillment_service: 'manual' }],
    ['says so in capitals', { fulfillment_service: ' MANUAL ' }],
    ['names no service', { fulfillment_service: null }],
    ['has no such field', { fulfillment_service: undefined }],
    ['has an empty one', { fulfillment_service: '' }],
    ['is a custom line with a SKU', { variant_id: null }],
  ])('is one that %s', (_what, change) => {
    const parsed = parseRateRequest(basket(change));
    if ('fault' in parsed) throw new Error(parsed.fault.code);
    expect(parsed.request.lines.map((line) => whyNotAsked(line, 'sku'))).toEqual([null]);
  });

  it('without an item id keeps its reason: what OneStock should know is not left out', async () => {
    const { questions, reasons } = await askFor(basket({}, { sku: '', variant_id: 12 }, MUG));
    expect(questions).toEqual([]);
    expect(reasons).toMatchObject({
      STANDARD: 'item_without_id',
      EXPRESS: 'item_without_id, fallback_hides',
    });
  });

  it('needs a variant where items are named by it', async () => {
    const shop = shopOf(OPTIONS, { itemIdSource: 'variant_id' });
    const { questions } = await askOnce(
      shop,
      (question) => promisesFor(question),
      basket({}, { variant_id: null }),
    );
    expect(questions[0]?.lines).toEqual([{ itemId: '11', quantity: 2 }]);
  });
});

it('no mixture of lines empties a checkout that OneStock does not refuse', async () => {
  const line = fc.constantFrom<object>(
    {},
    MUG,
    ENGRAVING,
    GIFT_CARD,
    { quantity: 0 },
    { ...MUG, quantity: 0 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { maxLength: 6 }),
      fc.constantFrom<'leave_out' | 'no_promise'>('leave_out', 'no_promise'),
      fc.subarray(OPTIONS, { minLength: 1 }),
      async (lines, outsideLines, options) => {
        const { status, rates, questions, trace } = await askFor(
          basket(...lines),
          shopOf(options, { outsideLines }),
        );
        expect(status === 200).toBe(rates.length > 0);
        const asked = questions.flatMap((question) => question.lines.map(({ itemId }) => itemId));
        expect(asked.every((itemId) => itemId === 'SKU-001')).toBe(true);
        expect(trace.options.every(({ reason }) => reason !== '')).toBe(true);
      },
    ),
  );
});
