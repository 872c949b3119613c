import { describe, expect, it } from 'vitest';
import { checkoutDoor } from '#test/support/checkout-door.ts';
import { deliveryOption, rateItemJson, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

const options = [
  deliveryOption(),
  deliveryOption({ handle: 'EXPRESS', deliveryMethod: 'express', fallback: { policy: 'hide' } }),
];
const items = (...changes: object[]) =>
  rateRequestJson({ items: changes.map((change) => rateItemJson({ ...change })) });

describe('a rate request that is refused', () => {
  it.each<[string, number, string, string | Uint8Array, object]>([
    [
      'a wrong signature',
      401,
      'signature_invalid',
      JSON.stringify(rateRequestJson()),
      { headers: { 'x-shopify-hmac-sha256': 'd3Jvbmc=' } },
    ],
    [
      'a signature that is no base64',
      401,
      'signature_invalid',
      JSON.stringify(rateRequestJson()),
      { headers: { 'x-shopify-hmac-sha256': '%%%' } },
    ],
    [
      'an empty signature',
      401,
      'signature_invalid',
      JSON.stringify(rateRequestJson()),
      { headers: { 'x-shopify-hmac-sha256': '' } },
    ],
    [
      'an unknown token',
      404,
      'unknown_carrier_service',
      JSON.stringify(rateRequestJson()),
      { token: 'guessed' },
    ],
    [
      'another shop',
      404,
      'unknown_shop',
      JSON.stringify(rateRequestJson()),
      { headers: { 'x-shopify-shop-domain': 'other.myshopify.com' } },
    ],
    ['no JSON', 400, 'not_json', 'rate=1', {}],
    ['nothing', 400, 'not_json', '', {}],
    ['bytes that are no UTF-8', 400, 'not_json', Uint8Array.of(0x22, 0xc3, 0x28, 0x22), {}],
    ['JSON of another shape', 400, 'not_a_rate_request', '{"rates":[]}', {}],
    ['a list', 400, 'not_a_rate_request', '[{"rate":{}}]', {}],
    ['a thousand brackets', 400, 'not_a_rate_request', `${'['.repeat(1000)}${']'.repeat(1000)}`, {}],
    ['no lines', 400, 'not_a_rate_request', JSON.stringify(rateRequestJson({ rate: { items: null } })), {}],
    ['half an item', 400, 'not_a_rate_request', JSON.stringify(items({ quantity: 0.5 })), {}],
    ['a quantity that is none', 400, 'not_a_rate_request', JSON.stringify(items({ quantity: 'many' })), {}],
    [
      'over 1 MB',
      413,
      'too_large',
      JSON.stringify(rateRequestJson({ rate: { note: 'x'.repeat(1024 * 1024) } })),
      {},
    ],
  ])('for %s gets %i and the reason', async (_what, status, error, body, options) => {
    const { send, questions } = checkoutDoor();
    const answer = await send(body, options);
    expect([answer.status, answer.error]).toEqual([status, error]);
    expect(answer.text).toMatch(/"message":".+"/);
    expect(questions).toHaveLength(0);
  });
});

describe('a rate request that is odd', () => {
  it.each<[string, unknown]>([
    [
      'a destination of which only the country is known',
      { rate: { destination: { country: 'FR' }, items: [rateItemJson()], currency: 'EUR' } },
    ],
    [
      'every other field of the address null',
      rateRequestJson({
        destination: {
          postal_code: null,
          city: null,
          province: null,
          latitude: null,
          longitude: null,
          name: null,
          address1: null,
        },
      }),
    ],
    ['null properties', items({ properties: null })],
    ['no properties', items({ properties: undefined })],
    ['an empty list of properties', items({ properties: [] })],
    ['properties', items({ properties: { _bundle: 'a', engraving: 'Zoë' } })],
    [
      'totals as text',
      rateRequestJson({
        rate: { order_totals: { subtotal_price: '3998', total_price: '3998', discount_amount: '0' } },
      }),
    ],
    [
      'totals that are none',
      rateRequestJson({ rate: { order_totals: { subtotal_price: 'free', total_price: null } } }),
    ],
    ['no totals', rateRequestJson({ rate: { order_totals: null } })],
    ['prices in hundredths as text', items({ price: '1999' })],
    ['prices in major units, as old payloads had them', items({ price: '19.99' })],
    ['no price', items({ price: null })],
    ['a line of quantity 0', items({}, { sku: 'SKU-002', quantity: 0 })],
    ['one variant on two lines', items({ quantity: 1 }, { quantity: 2 })],
    [
      'five hundred lines',
      items(...Array.from({ length: 500 }, (_, line) => ({ sku: `SKU-${line}`, variant_id: line }))),
    ],
    ['names in Greek, Arabic, Japanese and emoji', items({ name: 'Πουκάμισο قميص シャツ 👕', vendor: '店' })],
    [
      'an address in Japanese',
      rateRequestJson({ destination: { city: '東京都', name: '山田太郎', address1: '千代田一丁目' } }),
    ],
    [
      'half a character',
      rateRequestJson({ destination: { city: 'Toul\ud83d' }, rate: { locale: 'fr\u0000' } }),
    ],
    ['no origin', rateRequestJson({ rate: { origin: null } })],
    ['a locale that is none', rateRequestJson({ rate: { locale: 'français, s’il vous plaît' } })],
    ['no locale', rateRequestJson({ rate: { locale: null } })],
    ['ids as text', items({ variant_id: '11', product_id: '1', quantity: '2', grams: '350' })],
    ['weights that are none', items({ grams: null }, { grams: -5 })],
    ['coordinates as text', rateRequestJson({ destination: { latitude: '43.6045', longitude: '1.444' } })],
    ['coordinates that cannot be', rateRequestJson({ destination: { latitude: 1e9, longitude: 'east' } })],
    ['fields that nobody knows', rateRequestJson({ rate: { note: { deep: [[{}]] }, __proto__: null } })],
  ])('gets its promises all the same: %s', async (_what, json) => {
    const { ask, questions, failures } = checkoutDoor({ shop: snapshot(options) });
    const { status, rates } = await ask(json);
    expect(status).toBe(200);
    expect(rates?.map(({ service_code }) => service_code)).toEqual(['STANDARD', 'EXPRESS']);
    expect(questions).toHaveLength(1);
    expect(failures).toEqual([]);
  });

  it.each([
    ['JPY', 1_000_000, '1000000'],
    ['KWD', '12500', '12500'],
  ])('in %s is read in hundredths', async (currency, subtotal_price, free) => {
    const priced = deliveryOption({
      currency,
      price: { kind: 'fixed', amount: 50_000, freeFrom: Number(free) },
    });
    const { ask } = checkoutDoor({ shop: snapshot([priced]) });
    const at = (subtotal: unknown) =>
      ask(rateRequestJson({ rate: { currency, order_totals: { subtotal_price: subtotal } } }));
    expect((await at(subtotal_price)).rates?.[0]?.total_price).toBe('0');
    expect((await at(Number(free) - 1)).rates?.[0]?.total_price).toBe('50000');
  });

  it.each([
    ['a line without SKU', items({ sku: null }), 'item_without_id'],
    ['nothing to ship', items({ requires_shipping: false }), 'nothing_to_ship'],
    ['no line at all', rateRequestJson({ items: [] }), 'nothing_to_ship'],
    ['nothing but quantities of 0', items({ quantity: 0 }), 'nothing_to_ship'],
  ])(
    'that OneStock cannot be asked about gets the fallback of each option: %s',
    async (_what, json, reason) => {
      const { ask, trace, questions } = checkoutDoor({ shop: snapshot(options) });
      const { status, rates } = await ask(json);
      expect([status, rates?.map(({ service_code }) => service_code)]).toEqual([200, ['STANDARD']]);
      expect(trace().options.map((option) => option.reason)).toEqual([reason, `${reason}, fallback_hides`]);
      expect(questions).toHaveLength(0);
    },
  );

  it('in a currency that no option is priced in gets a 503, never an empty list', async () => {
    const { ask, trace } = checkoutDoor({ shop: snapshot(options) });
    const { status, rates } = await ask(rateRequestJson({ rate: { currency: 'CHF' } }));
    expect([status, rates]).toEqual([503, null]);
    expect(trace().options.map(({ reason }) => reason)).toEqual(['currency_mismatch', 'currency_mismatch']);
  });
});
