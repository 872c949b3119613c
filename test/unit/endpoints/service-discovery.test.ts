import { describe, expect, it } from 'vitest';
import { checkoutDoor } from '#test/support/checkout-door.ts';
import { deliveryOption, rateItemJson, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

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
    expect((await ask(discovery({ sku: null }, { sku: '' }))).rates).toMatchObject([
      { service_code: 'STANDARD' },
      { service_code: 'EXPRESS' },
    ]);
  });

  it('of samples that OneStock does not know lists them too, and OneStock is not asked', async () => {
    const { ask, trace, questions } = checkoutDoor({ shop: snapshot(options) });
    expect((await ask(discovery({ sku: 'sample-1' }))).rates).toMatchObject([{ service_code: 'STANDARD' }]);
    expect(questions).toEqual([]);
    expect(trace().failure).toMatchObject({ code: 'no_product_of_shop' });
  });

  it('is told from a basket with one product of the shop, which OneStock is asked about', async () => {
    const { ask, questions } = checkoutDoor({ shop: snapshot(options) });
    await ask(discovery({ sku: 'sample-1' }, { sku: 'SKU-001', variant_id: 11 }));
    expect(questions).toHaveLength(1);
  });
});
