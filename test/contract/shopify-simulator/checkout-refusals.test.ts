import { describe, expect, test } from 'vitest';
import { startCheckout, toulouse } from './checkout-harness.ts';

const { open, post, shopify } = await startCheckout();
const { store } = shopify;

function complete(id: string, body: unknown) {
  return post(`/_control/checkouts/${id}/complete`, body);
}

describe('what the checkout refuses, saying why', () => {
  test('an unknown checkout', async () => {
    expect(await complete('nowhere', { handle: 'x' })).toEqual({
      status: 404,
      body: { error: 'unknown_checkout', message: 'There is no checkout nowhere.' },
    });
  });

  test('a second completion, which places no second order', async () => {
    const checkout = await open();
    const choice = { handle: checkout.rates[0]?.handle };
    await complete(checkout.id, choice);
    const ordersBefore = store.orders.size;

    const { status, body } = await complete(checkout.id, choice);

    expect([status, body.error]).toEqual([409, 'already_completed']);
    expect(store.orders.size).toBe(ordersBefore);
  });

  test.each([
    ['a handle of no rate', { handle: 'no-such-handle' }, 422, 'unknown_rate'],
    ['a group that is none', { handles: [{ group: 'group-7', handle: 'x' }] }, 422, 'unknown_rate'],
    ['no choice', {}, 422, 'rate_missing'],
    ['an unknown key', { handel: 'x' }, 400, 'invalid_body'],
  ])('%s', async (_what, choice, status, error) => {
    const { id } = await open();

    expect(await complete(id, choice)).toMatchObject({ status, body: { error } });
  });

  test.each([
    ['an unknown SKU', { lines: [{ sku: 'NONE' }] }, 422, 'unknown_variant'],
    ['an unknown variant', { lines: [{ variantId: 1 }] }, 422, 'unknown_variant'],
    ['an unknown location', { lines: [{ sku: 'SKU-001', location: 'Mars' }] }, 422, 'unknown_location'],
    ['no line', { lines: [] }, 400, 'invalid_body'],
    ['no country', { lines: [{ sku: 'SKU-001' }], address: {} }, 400, 'invalid_body'],
  ])('%s', async (_what, change, status, error) => {
    const answer = await post('/_control/checkouts', { address: toulouse, ...change });

    expect(answer).toMatchObject({ status, body: { error } });
  });

  test('a handle of another checkout', async () => {
    const [one, other] = [await open(), await open()];

    const { status } = await complete(one.id, { handle: other.rates[0]?.handle });

    expect(status).toBe(422);
  });
});
