import { errAsync, okAsync } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { createAnswerRates } from '#app/features/promise/answer-rates.ts';
import { createAnswers } from '#app/features/promise/answers/find-answer.ts';
import { createGuardedOneStock } from '#app/features/promise/answers/guarded-onestock.ts';
import type { SharedAnswers } from '#app/features/promise/answers/shared-answers.ts';
import { parseRateRequest, type RateRequest, type ShopSnapshot } from '#app/features/promise/index.ts';
import type { Rate } from '#app/features/promise/types.ts';
import type {
  DeliveryPromise,
  DeliveryPromiseQuestion,
  OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import { startStopwatch } from '#app/platform/stopwatch.ts';
import {
  collectOption,
  deliveryOption,
  rateItemJson,
  rateRequestJson,
  snapshot,
} from '#test/support/rate-requests.ts';

const NOW = new Date('2026-11-21T10:00:00Z');

function promise(change: Partial<DeliveryPromise> = {}): DeliveryPromise {
  return {
    deliveryMethod: 'standard',
    status: 'valid',
    cutoff: new Date('2026-11-21T15:00:00Z'),
    etaStart: new Date('2026-11-24T07:00:00Z'),
    etaEnd: new Date('2026-11-25T17:00:00Z'),
    cost: 4.9,
    timezone: 'Europe/Paris',
    carriers: [{ name: 'Colissimo' }],
    option: { delivery_method: 'standard', eta_start: 1795503600 },
    ...change,
  };
}

/** Answers with `given`: promises, a failure's code, or what it makes of the question. */
async function answer(
  shop: ShopSnapshot,
  given: DeliveryPromise[] | string | ((question: DeliveryPromiseQuestion) => DeliveryPromise[]),
  json: unknown = rateRequestJson(),
) {
  const questions: DeliveryPromiseQuestion[] = [];
  const oneStock = {
    deliveryPromises: (_account: unknown, question: DeliveryPromiseQuestion) => {
      questions.push(question);
      if (typeof given === 'string') return errAsync({ code: given, retryable: true, message: given });
      return okAsync({ promises: typeof given === 'function' ? given(question) : given, requestId: 'abc' });
    },
  } as unknown as OneStockGateway;
  let number = 0;
  const clock = { now: () => NOW };
  const answerRates = createAnswerRates({
    answers: createAnswers({
      oneStock: createGuardedOneStock({ oneStock, clock }),
      shared: NOTHING_SHARED,
      clock,
    }),
    clock,
    newId: () => `00000000-0000-4000-8000-${String(number++).padStart(12, '0')}`,
  });
  const result = await answerRates(shop, parsed(json), { receivedAt: NOW, stopwatch: startStopwatch() });
  const { status, trace, shown, currencyMismatches } = result.prepared;
  return {
    status,
    trace,
    currencyMismatches,
    questions,
    rates: result.body ? (JSON.parse(result.body) as { rates: Rate[] }).rates : [],
    shown: shown.map((rate, index) => ({ ...rate, quoteId: result.quoteIds[index] })),
    reasons: Object.fromEntries(trace.options.map((option) => [option.code, option.reason])),
  };
}

const NOTHING_SHARED: SharedAnswers = { find: async () => null, keep: () => {} };

function parsed(json: unknown): RateRequest {
  const outcome = parseRateRequest(json);
  if ('fault' in outcome) throw new Error(outcome.fault);
  return outcome.request;
}

describe('a promise that OneStock keeps', () => {
  it('becomes a rate with its window, in the buyer’s language, and carries the promise and a quote id', async () => {
    const { status, rates, shown, trace } = await answer(snapshot([deliveryOption()]), [promise()]);
    expect(status).toBe(200);
    expect(rates).toEqual([
      {
        service_name: 'Livraison standard',
        service_code: 'STANDARD',
        description: 'Livré mar. 24 – mer. 25 nov.',
        currency: 'EUR',
        total_price: '490',
        min_delivery_date: '2026-11-24 08:00:00 +0100',
        max_delivery_date: '2026-11-25 18:00:00 +0100',
        metafields: [
          {
            namespace: 'onestock',
            key: 'quote_id',
            type: 'single_line_text_field',
            value: shown[0]?.quoteId,
          },
          {
            namespace: 'onestock',
            key: 'delivery_promise',
            type: 'json',
            value: JSON.stringify(promise().option),
          },
        ],
      },
    ]);
    expect(shown[0]).toMatchObject({
      code: 'STANDARD',
      price: 490,
      rung: 'onestock',
      promise: promise().option,
    });
    expect(trace).toMatchObject({ rung: 'onestock', rateCount: 1, oneStockRequestId: 'abc', failure: null });
  });

  it('says its cut-off with the zone of the destination', async () => {
    const json = rateRequestJson({ rate: { locale: 'en-GB' } });
    const { rates } = await answer(snapshot([deliveryOption()]), [promise()], json);
    expect(rates[0]?.description).toBe(
      'Delivered Tue 24 Nov – Wed 25 Nov, order before Sat 21 Nov, 16:00 CET',
    );
  });

  it('is never shown past its cut-off: the option falls back', async () => {
    const late = promise({ cutoff: new Date('2026-11-21T09:59:59Z') });
    const { rates, shown, reasons } = await answer(snapshot([deliveryOption()]), [late]);
    expect(reasons.STANDARD).toBe('cutoff_passed');
    expect(rates[0]).not.toHaveProperty('min_delivery_date');
    expect(shown[0]).toMatchObject({ rung: 'fallback', promise: null });
  });

  it.each([
    ['show', 'promised', 1],
    ['hide', 'cutoff_near', 0],
    ['next', 'cutoff_near', 1],
  ] as const)('near its cut-off follows the option’s policy: %s', async (nearCutoff, reason, count) => {
    const near = promise({ cutoff: new Date('2026-11-21T10:14:00Z') });
    const { rates, reasons } = await answer(snapshot([deliveryOption({ nearCutoff })]), [near]);
    expect(reasons.STANDARD).toBe(reason);
    expect(rates).toHaveLength(count);
  });

  it('near its cut-off gives way to the next one where OneStock sent one', async () => {
    const near = promise({ cutoff: new Date('2026-11-21T10:14:00Z') });
    const next = promise({
      cutoff: new Date('2026-11-22T15:00:00Z'),
      option: { delivery_method: 'standard', eta_start: 2 },
    });
    const { shown, reasons } = await answer(snapshot([deliveryOption({ nearCutoff: 'next' })]), [near, next]);
    expect(reasons.STANDARD).toBe('next_promised');
    expect(shown[0]?.promise).toEqual(next.option);
  });
});

describe('what OneStock refuses', () => {
  it('is dropped with its status, and an empty answer is deliberate', async () => {
    const { status, rates, reasons } = await answer(snapshot([deliveryOption()]), [
      promise({ status: 'none' }),
    ]);
    expect({ status, rates, reason: reasons.STANDARD }).toEqual({
      status: 200,
      rates: [],
      reason: 'status_none',
    });
  });

  it('is dropped when the status is not one that the option accepts', async () => {
    const partial = [promise({ status: 'partial' })];
    expect((await answer(snapshot([deliveryOption()]), partial)).reasons.STANDARD).toBe('status_partial');
    const generous = deliveryOption({ acceptedStatuses: ['valid', 'partial'] });
    expect((await answer(snapshot([generous]), partial)).reasons.STANDARD).toBe('promised');
  });
});

describe('when OneStock does not answer', () => {
  it('each option does as its fallback policy says', async () => {
    const options = [
      deliveryOption(),
      deliveryOption({ handle: 'EXPRESS', fallback: { policy: 'hide' } }),
      deliveryOption({ handle: 'POST', fallback: { policy: 'lead_time', minDays: 2, maxDays: 4 } }),
    ];
    const { status, rates, reasons, trace } = await answer(snapshot(options), 'onestock_timeout');
    expect(status).toBe(200);
    expect(rates.map((rate) => rate.service_code)).toEqual(['STANDARD', 'POST']);
    expect(reasons).toEqual({
      STANDARD: 'onestock_timeout',
      EXPRESS: 'onestock_timeout, fallback_hides',
      POST: 'onestock_timeout',
    });
    expect(rates[1]).toMatchObject({
      min_delivery_date: '2026-11-23 00:00:00 +0100',
      max_delivery_date: '2026-11-25 23:59:59 +0100',
    });
    expect(trace).toMatchObject({ rung: 'fallback', failure: { code: 'onestock_timeout' } });
  });

  it('an empty answer is never given: Shopify is told to show its backup rates', async () => {
    const hidden = deliveryOption({ fallback: { policy: 'hide' } });
    const { status, rates } = await answer(snapshot([hidden]), 'onestock_unreachable');
    expect({ status, rates }).toEqual({ status: 503, rates: [] });
  });

  it('an answer that lacks the option is no refusal', async () => {
    const hidden = deliveryOption({ fallback: { policy: 'hide' } });
    expect((await answer(snapshot([hidden]), [])).status).toBe(503);
    expect((await answer(snapshot([deliveryOption()]), [])).reasons.STANDARD).toBe('promise_missing');
  });

  it('a line without SKU, or a shop without connection, is not asked about', async () => {
    const noSku = rateRequestJson({ items: [rateItemJson({ sku: '' }), rateItemJson()] });
    const first = await answer(snapshot([deliveryOption()]), [promise()], noSku);
    expect(first.reasons.STANDARD).toBe('item_without_id');
    expect(first.questions).toHaveLength(0);
    const unconnected = { ...snapshot([deliveryOption()]), connection: null };
    expect((await answer(unconnected, [promise()])).reasons.STANDARD).toBe('not_connected');
  });
});

describe('the question', () => {
  it('is one call with quantities summed, the methods of every option and the near stores', async () => {
    const options = [deliveryOption(), deliveryOption({ handle: 'ALSO' }), collectOption()];
    const items = [
      rateItemJson({ quantity: 1 }),
      rateItemJson({ quantity: 2 }),
      rateItemJson({ sku: 'CARD', requires_shipping: false }),
    ];
    const { questions } = await answer(snapshot(options), [], rateRequestJson({ items }));
    expect(questions).toEqual([
      {
        salesChannel: 'web',
        lines: [{ itemId: 'SKU-001', quantity: 3 }],
        basketTotal: 39.98,
        options: [
          {
            kind: 'home',
            deliveryMethod: 'standard',
            location: { country: 'FR', zipCode: '31000', state: undefined },
          },
          { kind: 'collect', deliveryMethod: 'ckc', endpointId: 'store_capitole' },
          { kind: 'collect', deliveryMethod: 'ckc', endpointId: 'store_purpan' },
        ],
      },
    ]);
  });

  it('names variants where the shop says so', async () => {
    const shop = snapshot([deliveryOption()], { itemIdSource: 'variant_id' });
    expect((await answer(shop, [])).questions[0]?.lines).toEqual([{ itemId: '11', quantity: 2 }]);
  });

  it('is not asked for options that are only ever a fallback', async () => {
    const { questions, rates, reasons } = await answer(
      snapshot([deliveryOption({ fallbackOnly: true })]),
      'unused',
    );
    expect(questions).toHaveLength(0);
    expect(rates).toHaveLength(1);
    expect(reasons.STANDARD).toBe('fallback_only');
  });
});

describe('a collection', () => {
  it('is a rate a store, with the store in name and code, ready in the store’s own zone', async () => {
    const ready = (endpointId: string) =>
      promise({
        deliveryMethod: 'ckc',
        endpointId,
        option: { delivery_method: 'ckc', destination: { endpoint_id: endpointId } },
      });
    const json = rateRequestJson({ rate: { locale: 'en-GB' } });
    const { rates, shown } = await answer(
      snapshot([collectOption()]),
      [ready('store_purpan'), ready('store_capitole')],
      json,
    );
    expect(
      rates.map(({ service_code, service_name, description }) => ({
        service_code,
        service_name,
        description,
      })),
    ).toEqual([
      {
        service_code: 'COLLECT:store_capitole',
        service_name: 'Collect at Toulouse Capitole',
        description: 'Ready Tue 24 Nov, 08:00, Toulouse Capitole, Toulouse',
      },
      {
        service_code: 'COLLECT:store_purpan',
        service_name: 'Collect at Toulouse Purpan',
        description: 'Ready Tue 24 Nov, 08:00, Toulouse Purpan, Toulouse',
      },
    ]);
    expect(shown[0]?.endpointId).toBe('store_capitole');
  });

  it('is left out where no store is near, deliberately', async () => {
    const far = rateRequestJson({
      destination: { latitude: 47.2, longitude: -1.55, postal_code: '44000', city: 'Nantes' },
    });
    const { status, rates, reasons, questions } = await answer(snapshot([collectOption()]), [], far);
    expect({ status, rates, reason: reasons.COLLECT }).toEqual({
      status: 200,
      rates: [],
      reason: 'no_store_near',
    });
    expect(questions).toHaveLength(0);
  });
});

describe('the merchant’s rules', () => {
  it.each([
    ['country_not_served', { countries: ['DE'] }],
    ['basket_total_out_of_range', { basketTotal: { min: 4000, max: null } }],
    ['weight_out_of_range', { weightGrams: { min: null, max: 699 } }],
  ])('keep an option out: %s', async (reason, change) => {
    const { status, rates, reasons } = await answer(snapshot([deliveryOption(change)]), [promise()]);
    expect({ status, rates, reason: reasons.STANDARD }).toEqual({ status: 200, rates: [], reason });
  });

  it('never relabel a price: an option in another currency is dropped and reported', async () => {
    const shop = snapshot([deliveryOption({ currency: 'USD' })]);
    const { status, reasons, currencyMismatches } = await answer(shop, [promise()]);
    expect({ status, reason: reasons.STANDARD, currencyMismatches }).toEqual({
      status: 503,
      reason: 'currency_mismatch',
      currencyMismatches: ['STANDARD'],
    });
  });

  it('charge once: the full price from the main origin, nothing from the others', async () => {
    const shop = snapshot([deliveryOption({ chargeOnce: true })]);
    const from = (origin: object) =>
      answer(shop, [promise()], rateRequestJson({ origin: origin as Record<string, unknown> }));
    expect((await from({})).rates[0]?.total_price).toBe('490');
    expect((await from({ postal_code: '69002', city: 'Lyon' })).rates[0]?.total_price).toBe('0');
    expect((await from({ postal_code: null, city: null })).rates[0]?.total_price).toBe('490');
  });

  it('take the price from OneStock’s cost, and drop the option where there is none', async () => {
    const shop = snapshot([deliveryOption({ price: { kind: 'onestock_cost', freeFrom: null } })]);
    expect((await answer(shop, [promise({ cost: 9.95 })])).rates[0]?.total_price).toBe('995');
    const without = await answer(shop, [promise({ cost: undefined })]);
    expect({ status: without.status, reason: without.reasons.STANDARD }).toEqual({
      status: 503,
      reason: 'cost_missing',
    });
  });

  it('make it free from a basket total on', async () => {
    const json = rateRequestJson({ rate: { order_totals: { subtotal_price: '6000' } } });
    expect((await answer(snapshot([deliveryOption()]), [promise()], json)).rates[0]?.total_price).toBe('0');
  });

  it('a shop without options is not empty on purpose', async () => {
    expect((await answer(snapshot([]), [])).status).toBe(503);
  });
});
