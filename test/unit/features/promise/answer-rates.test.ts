import { describe, expect, it } from 'vitest';
import { askOnce, promise } from '#test/support/promises.ts';
import { deliveryOption, rateItemJson, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

describe('a promise that OneStock keeps', () => {
  it('becomes a rate with its window, in the buyer’s language, and carries the promise and a quote id', async () => {
    const { status, rates, shown, trace } = await askOnce(snapshot([deliveryOption()]), [promise()]);
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
    const { rates } = await askOnce(snapshot([deliveryOption()]), [promise()], json);
    expect(rates[0]?.description).toBe(
      'Delivered Tue 24 Nov – Wed 25 Nov, order before Sat 21 Nov, 16:00 CET',
    );
  });

  it('is never shown past its cut-off: the option falls back', async () => {
    const late = promise({ cutoff: new Date('2026-11-21T09:59:59Z') });
    const { rates, shown, reasons } = await askOnce(snapshot([deliveryOption()]), [late]);
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
    const { rates, reasons } = await askOnce(snapshot([deliveryOption({ nearCutoff })]), [near]);
    expect(reasons.STANDARD).toBe(reason);
    expect(rates).toHaveLength(count);
  });

  it('near its cut-off gives way to the next one where OneStock sent one', async () => {
    const near = promise({ cutoff: new Date('2026-11-21T10:14:00Z') });
    const next = promise({
      cutoff: new Date('2026-11-22T15:00:00Z'),
      option: { delivery_method: 'standard', eta_start: 2 },
    });
    const { shown, reasons } = await askOnce(snapshot([deliveryOption({ nearCutoff: 'next' })]), [
      near,
      next,
    ]);
    expect(reasons.STANDARD).toBe('next_promised');
    expect(shown[0]?.promise).toEqual(next.option);
  });
});

describe('what OneStock refuses', () => {
  it('is dropped with its status, and an empty answer is deliberate', async () => {
    const { status, rates, reasons } = await askOnce(snapshot([deliveryOption()]), [
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
    expect((await askOnce(snapshot([deliveryOption()]), partial)).reasons.STANDARD).toBe('status_partial');
    const generous = deliveryOption({ acceptedStatuses: ['valid', 'partial'] });
    expect((await askOnce(snapshot([generous]), partial)).reasons.STANDARD).toBe('promised');
  });
});

describe('when OneStock does not answer', () => {
  it('each option does as its fallback policy says', async () => {
    const options = [
      deliveryOption(),
      deliveryOption({ handle: 'EXPRESS', fallback: { policy: 'hide' } }),
      deliveryOption({ handle: 'POST', fallback: { policy: 'lead_time', minDays: 2, maxDays: 4 } }),
    ];
    const { status, rates, reasons, trace } = await askOnce(snapshot(options), 'onestock_timeout');
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
    const { status, rates } = await askOnce(snapshot([hidden]), 'onestock_unreachable');
    expect({ status, rates }).toEqual({ status: 503, rates: [] });
  });

  it('an answer that lacks the option is no refusal', async () => {
    const hidden = deliveryOption({ fallback: { policy: 'hide' } });
    expect((await askOnce(snapshot([hidden]), [])).status).toBe(503);
    expect((await askOnce(snapshot([deliveryOption()]), [])).reasons.STANDARD).toBe('promise_missing');
  });

  it('a line without SKU, or a shop without connection, is not asked about', async () => {
    const noSku = rateRequestJson({ items: [rateItemJson({ sku: '' }), rateItemJson()] });
    const first = await askOnce(snapshot([deliveryOption()]), [promise()], noSku);
    expect(first.reasons.STANDARD).toBe('item_without_id');
    expect(first.questions).toHaveLength(0);
    const unconnected = { ...snapshot([deliveryOption()]), connection: null };
    expect((await askOnce(unconnected, [promise()])).reasons.STANDARD).toBe('not_connected');
  });
});

describe('a promise that is broken beyond use', () => {
  it.each([
    ['no dates', { etaStart: undefined, etaEnd: undefined }, 'promise_without_date'],
    ['a cost that nobody pays', { cost: -1 }, 'cost_implausible'],
  ])('leaves the option out, and empties no checkout: %s', async (_what, change, reason) => {
    const costed = deliveryOption({
      price: { kind: 'onestock_cost', freeFrom: null },
      fallback: { policy: 'hide' },
    });
    const { status, reasons } = await askOnce(snapshot([costed]), [promise(change)]);
    expect(status).toBe(503);
    expect(reasons.STANDARD).toContain(reason);
  });
});
