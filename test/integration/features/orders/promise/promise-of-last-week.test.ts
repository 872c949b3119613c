/** Orders that keep a rate of long ago, between the simulated Shopify and the simulated OneStock. */

import { describe, expect, it } from 'vitest';
import { basketFingerprint, destinationFingerprint } from '#app/features/promise/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { exportsUnderTest } from '#test/integration/features/orders/export/exports-under-test.ts';
import { freshDatabase } from '#test/support/database.ts';
import { snapshot } from '#test/support/rate-requests.ts';
import { datesOf, keepShownRates, shownRate } from '#test/support/shown-rates.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);
const { shop, shopify } = under;
const salt = snapshot([]).shop.fingerprintSalt;

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

const lyon = {
  firstName: 'Anne',
  lastName: 'Exemple',
  address1: '1 rue de la Paix',
  city: 'Lyon',
  zip: '69002',
  country: 'FR',
};
const shippingLine = { title: 'Livraison standard', code: 'STANDARD', source: 'OneStock', price: 490 };

/** What OneStock said `ago` before now: to order within two hours, delivered a day later. */
function promiseOf(ago: number): Record<string, unknown> {
  const seconds = Math.floor((Date.now() - ago) / 1000);
  return {
    delivery_method: 'standard',
    status: 'valid',
    destination: { location: { country: 'FR', zip_code: '69002' } },
    cutoff: seconds + 2 * 3600,
    eta_start: seconds + 24 * 3600,
    eta_end: seconds + 30 * 3600,
  };
}

/** Records that the basket and place of the order were shown the rate `ago`. */
async function shownBefore(ago: number, promise = promiseOf(ago)): Promise<Record<string, unknown>> {
  const variant = [...shopify.shopify.store.variants.values()].find(({ sku }) => sku === 'SKU-010');
  const variantId = variant?.id.slice(variant.id.lastIndexOf('/') + 1) ?? null;
  await database.pool.query('delete from shown_rate; delete from showing');
  const rate = shownRate({
    shop,
    shownAt: new Date(Date.now() - ago),
    postalPrefix: '69',
    name: 'Livraison standard',
    basketFingerprint: basketFingerprint([{ variantId, quantity: 1 }], salt),
    destinationFingerprint: destinationFingerprint({ country: 'FR', zip: '69002', region: null }, salt),
    promise,
  });
  await keepShownRates(database, [rate]);
  return promise;
}

/** Places the order with the dates that Shopify kept of the rate, and runs its job. */
async function placed(kept: Record<string, unknown> | null, change: object = {}) {
  const dates = kept && datesOf(kept);
  const deliveryMethod = {
    serviceCode: 'STANDARD',
    presentedName: 'Livraison standard',
    minDeliveryDateTime: dates?.min ?? null,
    maxDeliveryDateTime: dates?.max ?? null,
  };
  const [location] = shopify.shopify.store.locations.values();
  const orderId = await under.place({
    lines: [{ sku: 'SKU-010', quantity: 1 }],
    address: lyon,
    shippingLine,
    deliveries: [{ locationId: location?.id, lines: [{ line: 0, quantity: 1 }], deliveryMethod }],
    ...change,
  });
  await under.run(orderId);
  return { orderId, ...(await written(orderId)) };
}

async function written(orderId: OrderId) {
  const own = shopify.shopify.store.metafields
    .of(orderId)
    .filter(({ namespace }) => namespace === 'onestock');
  const values = Object.fromEntries(own.map(({ key, value }) => [key, value]));
  const { causes } = await database.prisma.orderPromise.findUniqueOrThrow({
    where: { shop_orderId: { shop, orderId } },
  });
  const [sent] = await under.ofOneStock();
  return {
    source: values.delivery_promise_source,
    promises: JSON.parse(values.delivery_promise ?? '[]') as Record<string, unknown>[],
    causes,
    sent: sent?.delivery_promise as { original_delivery_option: Record<string, unknown> } | undefined,
  };
}

const TOO_LONG_AGO = { code: 'shown_too_long_ago', params: { hours: 24 } };

describe('a renewal that keeps last week’s rate', () => {
  it.each([
    ['with the dates that Shopify kept', true],
    ['and no dates in Shopify', false],
  ])('is asked for anew, and OneStock gets a promise that can still be kept: %s', async (_, keepsDates) => {
    const lastWeek = await shownBefore(7 * DAY_MS);
    const { source, promises, causes, sent } = await placed(keepsDates ? lastWeek : null);
    expect(source).toBe('recomputed');
    expect(promises).toHaveLength(1);
    expect(Number(promises[0]?.eta_end) * 1000).toBeGreaterThan(Date.now());
    expect(Number(promises[0]?.cutoff) * 1000).toBeGreaterThan(Date.now());
    expect(sent?.original_delivery_option).toMatchObject({ eta_end: promises[0]?.eta_end });
    expect(causes).toEqual([TOO_LONG_AGO]);
  });

  it('is asked for anew though its window is still ahead: nobody was told it for this order', async () => {
    const lastWeek = { ...promiseOf(0), cutoff: Math.floor((Date.now() + 9 * DAY_MS) / 1000), cost: 77 };
    await shownBefore(7 * DAY_MS, lastWeek);
    const { source, promises } = await placed(lastWeek);
    expect(source).toBe('recomputed');
    expect(promises).not.toEqual([lastWeek]);
  });

  it('is sent without a promise, with the reason, where OneStock cannot be asked', async () => {
    const lastWeek = await shownBefore(7 * DAY_MS);
    under.connected.account = null;
    const { source, promises, causes } = await placed(lastWeek);
    expect(source).toBe('none');
    expect(promises).toEqual([]);
    expect(causes).toEqual([TOO_LONG_AGO]);
  });
});

describe('an order of today', () => {
  it('gets the promise that the shopper saw ten minutes ago', async () => {
    const shown = await shownBefore(10 * 60 * 1000);
    const { source, promises, causes, sent } = await placed(shown);
    expect(source).toBe('checkout');
    expect(promises).toEqual([shown]);
    expect(sent?.original_delivery_option).toEqual(shown);
    expect(causes).toBeNull();
  });

  it('made from a draft that is paid after its cut-off is asked for anew', async () => {
    const shown = await shownBefore(3 * HOUR_MS);
    const { source, promises, causes } = await placed(shown, { draft: true });
    expect(source).toBe('recomputed');
    expect(promises).not.toEqual([shown]);
    expect(causes).toEqual([{ code: 'cutoff_passed_before_order' }]);
  });
});
