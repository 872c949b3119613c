import { describe, expect, it } from 'vitest';
import { basketFingerprint, destinationFingerprint } from '#app/features/promise/index.ts';
import { askOnce, promise } from '#test/support/promises.ts';
import { deliveryOption, rateItemJson, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

const shop = snapshot([deliveryOption()]);
const SALT = shop.shop.fingerprintSalt;
const shownFor = async (change: Parameters<typeof rateRequestJson>[0]) =>
  (await askOnce(shop, [promise()], rateRequestJson(change))).shown[0];

describe('the fingerprint of a basket that is recorded', () => {
  it('is of the lines that need shipping alone', async () => {
    const items = [
      rateItemJson({ quantity: 1 }),
      rateItemJson({ quantity: 2 }),
      rateItemJson({ variant_id: 12, requires_shipping: false }),
    ];
    expect((await shownFor({ items }))?.basketFingerprint).toBe(
      basketFingerprint([{ variantId: '11', quantity: 3 }], SALT),
    );
  });
});

describe('the fingerprint of a destination that is recorded', () => {
  it('is of country and postal code, whatever city and street', async () => {
    const here = { country: 'FR', zip: '31000', region: null };
    const shown = await shownFor({
      destination: { postal_code: ' 31 000 ', city: 'Tolosa', address1: '2 rue' },
    });
    expect(shown?.destinationFingerprint).toBe(destinationFingerprint(here, SALT));
  });
});
