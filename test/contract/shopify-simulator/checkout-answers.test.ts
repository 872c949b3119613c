import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { answerJson, answerRates, carrierRate, startCheckout } from './checkout-harness.ts';

const { carrier, control, open, shopify } = await startCheckout();

const backup = expect.objectContaining({
  title: 'Backup shipping',
  code: 'backup-shipping',
  currency: 'EUR',
});

describe('an answer that Shopify takes', () => {
  test('gives the buyer its rates, cheapest first, dates in the offset that the carrier gave', async () => {
    const metafield = { namespace: 'onestock', key: 'quote_id', type: 'single_line_text_field', value: 'q1' };
    carrier.answer = answerRates(
      carrierRate({ service_code: 'EXPRESS', total_price: '1290' }),
      carrierRate({
        min_delivery_date: '2026-11-24 00:00:00 +0100',
        max_delivery_date: '2026-11-25 23:59:59 +0100',
        metafields: [metafield],
      }),
    );

    const { rates, source } = await open();

    expect(source).toBe('carrier');
    expect(rates).toEqual([
      {
        handle: expect.stringMatching(/^[0-9a-f]{32}$/),
        title: 'Standard delivery',
        code: 'STANDARD',
        description: 'At home',
        price: 490,
        currency: 'EUR',
        minDeliveryDate: '2026-11-24T00:00:00+01:00',
        maxDeliveryDate: '2026-11-25T23:59:59+01:00',
        metafields: [metafield],
        carrierServiceId: 'gid://shopify/DeliveryCarrierService/9',
      },
      expect.objectContaining({ code: 'EXPRESS', price: 1290, minDeliveryDate: null, metafields: [] }),
    ]);
  });

  test('keeps one of two rates of one code and one price', async () => {
    carrier.answer = answerRates(
      carrierRate(),
      carrierRate({ service_name: 'Lost' }),
      carrierRate({ total_price: 500 }),
    );

    const { rates } = await open();

    expect(rates.map(({ title, price }) => [title, price])).toEqual([
      ['Standard delivery', 490],
      ['Standard delivery', 500],
    ]);
  });

  test('declines with an empty list: no rate, and no backup either', async () => {
    carrier.answer = answerRates();

    expect(await open()).toMatchObject({ rates: [], source: 'carrier' });
  });

  test('may be compressed', async () => {
    carrier.answer = (_callback, response) => {
      const body = gzipSync(JSON.stringify({ rates: [carrierRate()] }));
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(body);
    };

    expect(await open()).toMatchObject({ source: 'carrier', rates: [{ code: 'STANDARD' }] });
  });

  test('may come after a redirect on the same domain', async () => {
    const rates = answerRates(carrierRate());
    carrier.answer = (callback, response) => {
      if (callback.path === '/rates') response.writeHead(307, { Location: '/moved' }).end();
      else rates(callback, response);
    };

    expect(await open()).toMatchObject({ source: 'carrier', rates: [{ code: 'STANDARD' }] });
    expect(carrier.callbacks.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /rates',
      'POST /moved',
    ]);
  });
});

describe('an answer that makes Shopify show backup rates, after one attempt', () => {
  test.each([
    ['404', answerJson({}, 404)],
    ['503', answerJson({ rates: [carrierRate()] }, 503)],
    ['no JSON', ((_callback, response) => response.end('{"rates": [')) as typeof carrier.answer],
    ['no list of rates', answerJson({ rate: carrierRate() })],
    ['another currency', answerRates(carrierRate({ currency: 'USD' }))],
    ['no description', answerRates(carrierRate({ description: undefined }))],
    ['an empty code', answerRates(carrierRate({ service_code: '' }))],
    ['a price in units', answerRates(carrierRate({ total_price: '4.90' }))],
    ['a date of another form', answerRates(carrierRate({ min_delivery_date: '2026-11-24T10:00:00Z' }))],
    ['a day that is none', answerRates(carrierRate({ max_delivery_date: '2026-02-31 10:00:00 +0100' }))],
    ['one faulty rate of two', answerRates(carrierRate(), carrierRate({ service_name: undefined }))],
    ['a broken connection', ((_callback, response) => response.destroy()) as typeof carrier.answer],
  ])('%s', async (_what, answer) => {
    carrier.answer = answer;

    const checkout = await open();

    expect(checkout.source).toBe('backup');
    expect(checkout.rates).toEqual([backup]);
    expect(checkout.callbacks[0]?.problem).toEqual(expect.any(String));
    expect(carrier.callbacks).toHaveLength(1);
  });

  test('a redirect to another domain, even where rates wait', async () => {
    const rates = answerRates(carrierRate());
    carrier.answer = (callback, response) => {
      const elsewhere = carrier.url.replace('127.0.0.1', 'localhost');
      if (callback.path === '/rates') response.writeHead(307, { Location: `${elsewhere}/moved` }).end();
      else rates(callback, response);
    };

    expect((await open()).source).toBe('backup');
    expect(carrier.callbacks).toHaveLength(1);
  });

  test('no answer within the time limit, which the control door shortens', async () => {
    await control({ carrierTimeScale: 50 });
    carrier.answer = () => {};

    const checkout = await open();

    expect(checkout.source).toBe('backup');
    expect(checkout.callbacks[0]?.problem).toBe('no answer within 200 ms');
    expect(carrier.callbacks[0]?.headers['x-shopify-timeout']).toBe('200');
  });

  test('nobody there', async () => {
    const [service] = shopify.store.carrierServices.values();
    if (!service) throw new Error('no carrier service');
    const { callbackUrl } = service;
    service.callbackUrl = 'http://127.0.0.1:1/rates';
    const checkout = await open();
    service.callbackUrl = callbackUrl;

    expect(checkout.source).toBe('backup');
  });
});

describe('what the control door changes', () => {
  test('faulty rates can be left out one by one', async () => {
    await control({ refuseFaultyRates: false });
    carrier.answer = answerRates(carrierRate(), carrierRate({ service_code: 'USD', currency: 'USD' }));

    expect(await open()).toMatchObject({ source: 'carrier', rates: [{ code: 'STANDARD' }] });
  });

  test('a merchant without backup rates leaves the buyer nothing', async () => {
    await control({ backupRates: [] });
    carrier.answer = answerJson({}, 500);

    expect(await open()).toMatchObject({ source: 'backup', rates: [] });
  });

  test('a carrier that the plan lacks is never asked', async () => {
    await control({ carrierCalculatedRates: false });
    await open();

    expect(carrier.callbacks).toHaveLength(0);
  });
});
