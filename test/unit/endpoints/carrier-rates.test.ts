import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { carrierRates } from '#app/endpoints/carrier-rates.ts';
import type { DeliveryPromises, RateAnswer, ShopSnapshot } from '#app/features/promise/index.ts';
import { rateCall } from '#test/support/checkout-door.ts';
import { deliveryOption, rateRequestJson, SHOP, snapshot } from '#test/support/rate-requests.ts';

const TOKEN = 'path-token';
const silent = pino({ level: 'silent' });

function sign(body: string | Uint8Array, secret = 'current'): string {
  return createHmac('sha256', secret).update(body).digest('base64');
}

function door(change: { shop?: Partial<ShopSnapshot['shop']>; answer?: number | Error } = {}) {
  const { answer = 200 } = change;
  const promises = {
    snapshots: {
      byCarrierToken: async (token: string) =>
        token === TOKEN ? snapshot([deliveryOption()], change.shop) : null,
    },
    answerRates: vi.fn(async () => {
      if (answer instanceof Error) throw answer;
      return { prepared: { status: answer }, body: '{"rates":[]}' } as unknown as RateAnswer;
    }),
    refuseRates: vi.fn(),
    record: vi.fn(),
    noteSignature: vi.fn(),
    noteRefusal: vi.fn(),
  };
  const answerRates = carrierRates({
    promises: promises as unknown as DeliveryPromises,
    secrets: ['current', 'previous'],
    clock: { now: () => new Date('2026-11-21T10:00:00Z') },
    log: silent,
  });
  const ask = (
    given: { body?: string | Uint8Array; headers?: Record<string, string>; token?: string } = {},
  ) => {
    const { body = JSON.stringify(rateRequestJson()), headers = {}, token = TOKEN } = given;
    const all = { 'x-shopify-hmac-sha256': sign(body), 'x-shopify-shop-domain': SHOP, ...headers };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    return answerRates(rateCall(body, { headers: sent, token }));
  };
  return { ask, answerRates, promises };
}

describe('a rate request', () => {
  it('GIVEN a signature of the raw body, THEN it is answered and recorded after the answer', async () => {
    const { ask, promises } = door();
    const response = await ask();
    expect(response.status).toBe(200);
    expect(JSON.parse(response.body)).toEqual({ rates: [] });
    await vi.waitFor(() => expect(promises.record).toHaveBeenCalledOnce());
  });

  it('GIVEN letters beyond ASCII, THEN the signature is that of the bytes', async () => {
    const { ask } = door();
    const body = JSON.stringify(rateRequestJson({ destination: { name: 'Łukasz 東京 Ünsal' } }));
    expect((await ask({ body })).status).toBe(200);
  });

  it('GIVEN the previous secret, while it is rotated, THEN it is answered', async () => {
    const body = JSON.stringify(rateRequestJson());
    expect((await door().ask({ headers: { 'x-shopify-hmac-sha256': sign(body, 'previous') } })).status).toBe(
      200,
    );
  });

  it.each([
    ['no signature', 401, 'signature_invalid', { headers: { 'x-shopify-hmac-sha256': '' } }],
    [
      'a signature of another secret',
      401,
      'signature_invalid',
      { headers: { 'x-shopify-hmac-sha256': sign('x', 'other') } },
    ],
    ['a signature of odd length', 401, 'signature_invalid', { headers: { 'x-shopify-hmac-sha256': 'abc' } }],
    ['an unknown token', 404, 'unknown_carrier_service', { token: 'guessed' }],
    [
      'another shop in the header',
      404,
      'unknown_shop',
      { headers: { 'x-shopify-shop-domain': 'other.myshopify.com' } },
    ],
    ['no shop in the header', 404, 'unknown_shop', { headers: { 'x-shopify-shop-domain': '' } }],
    ['what is not JSON', 400, 'not_json', { body: '{"rate":' }],
    ['bytes that are no text', 400, 'not_json', { body: Uint8Array.of(0xff, 0xfe, 0x00) }],
    ['another shape', 400, 'not_a_rate_request', { body: '{"rates":[]}' }],
    ['more than 1 MB', 413, 'too_large', { body: ' '.repeat(1024 * 1024 + 1) }],
  ])('GIVEN %s, THEN it is refused with %i', async (_name, status, error, given) => {
    const { ask, promises } = door();
    const response = await ask(given as Parameters<typeof ask>[0]);
    expect(response.status).toBe(status);
    expect(JSON.parse(response.body)).toEqual({ error, message: expect.stringMatching(/\w/) });
    expect(promises.answerRates).not.toHaveBeenCalled();
  });

  it.each([
    [{ code: 'not_json' }, '{"rate":'],
    [{ code: 'not_a_rate_request', params: { field: 'rate' } }, '{"rates":[]}'],
  ])('GIVEN it is signed but %j, THEN the merchant can read so in its trace', async (fault, body) => {
    const { ask, promises } = door();
    await ask({ body });
    expect(promises.refuseRates).toHaveBeenCalledWith(expect.anything(), fault, expect.anything());
    await vi.waitFor(() => expect(promises.record).toHaveBeenCalledOnce());
  });

  it('GIVEN a shop that only reports failing signatures, THEN it is answered and the failure is noted', async () => {
    const { ask, promises } = door({ shop: { signatureMode: 'report' } });
    expect((await ask({ headers: { 'x-shopify-hmac-sha256': 'wrong' } })).status).toBe(200);
    await vi.waitFor(() => expect(promises.noteSignature).toHaveBeenCalledWith(SHOP, false));
  });

  it('GIVEN nothing to show, THEN it answers 503, on which Shopify shows its backup rates', async () => {
    expect((await door({ answer: 503 }).ask()).status).toBe(503);
  });

  it('GIVEN a fault of our own, THEN it answers 503 and says nothing of it', async () => {
    const response = await door({ answer: new Error('secret detail') }).ask();
    expect(response.status).toBe(503);
    expect(response.body).not.toContain('secret detail');
  });

  it('GIVEN a fault of our own, THEN it is counted', async () => {
    const { ask, promises } = door({ answer: new Error('secret detail') });
    await ask();
    expect(promises.noteRefusal).toHaveBeenCalledExactlyOnceWith('internal_error');
  });

  it('GIVEN that Shopify hangs up within the body, THEN that is counted, and is no fault of ours', async () => {
    const { answerRates, promises } = door();
    const { status } = await answerRates({
      ...rateCall('', { headers: {}, token: TOKEN }),
      readBody: async () => 'broken_off',
    });
    expect(status).toBe(400);
    expect(promises.noteRefusal).toHaveBeenCalledExactlyOnceWith('broken_off');
  });
});
