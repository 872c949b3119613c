import { describe, expect, it } from 'vitest';
import { checkoutDoor } from '#test/support/checkout-door.ts';
import { promisesFor } from '#test/support/promises.ts';
import {
  collectOption,
  deliveryOption,
  rateItemJson,
  rateRequestJson,
  snapshot,
} from '#test/support/rate-requests.ts';

const options = [
  deliveryOption(),
  deliveryOption({ handle: 'EXPRESS', deliveryMethod: 'express', fallback: { policy: 'hide' } }),
];

describe('Shopify’s service discovery, an ordinary request with made-up items', () => {
  const discovery = (...lines: object[]) =>
    rateRequestJson({
      items: lines.map((line) =>
        rateItemJson({ name: 'Sample', product_id: null, variant_id: null, ...line }),
      ),
      rate: { locale: 'en', order_totals: null },
    });

  it('of items without SKU lists what can be shown of the options', async () => {
    const { ask } = checkoutDoor({ shop: snapshot(options) });
    expect((await ask(discovery({ sku: null }, { sku: '' }))).rates).toHaveLength(1);
  });

  it('of items that OneStock does not know is refused by OneStock, and the trace says so', async () => {
    const { ask, trace } = checkoutDoor({
      shop: snapshot([...options, collectOption()]),
      reply: (question) =>
        promisesFor(question, () => ({
          status: 'none',
          cutoff: undefined,
          etaStart: undefined,
          etaEnd: undefined,
        })),
    });
    const { status, rates } = await ask(discovery({ sku: 'sample-1' }));
    expect([status, rates]).toEqual([200, []]);
    const { rung, options: traced } = trace();
    expect(rung).toBe('onestock');
    expect(new Set(traced.map(({ reason }) => reason))).toEqual(new Set(['status_none']));
  });
});
