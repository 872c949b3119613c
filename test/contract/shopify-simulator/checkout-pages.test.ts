import { describe, expect, test } from 'vitest';
import { answerJson, answerRates, carrierRate, startCheckout } from './checkout-harness.ts';
import { createVisitor, firstHandle, typedAddress, visitId } from './checkout-visitor.ts';

const { carrier, shopify } = await startCheckout();
const { store } = shopify;
const visitor = createVisitor(shopify);

describe('the checkout’s pages, without a script', () => {
  test('lead from a bag to an order whose metafields appear when the app writes them', async () => {
    carrier.answer = answerRates(
      carrierRate({
        min_delivery_date: '2026-11-24 00:00:00 +0100',
        max_delivery_date: '2026-11-25 23:59:59 +0100',
      }),
    );
    const visit = await visitor.fillBag(['SKU-001', 'SKU-001']);
    const delivery = await visitor.submit(`${visit}/address`, typedAddress);
    expect(delivery.path).toBe(`${visit}/delivery`);
    expect(delivery.text).toContain('€4.90');
    expect(delivery.text).toMatch(/Tuesday, November 24\s–\sWednesday, November 25/);

    const thanks = await visitor.submit(`${visit}/delivery`, { 'group-1': firstHandle(delivery) });

    expect(thanks.path).toBe(`${visit}/thank-you`);
    expect(thanks.text).toContain('Thank you, Zoé!');
    const order = [...store.orders.values()].at(-1);
    if (!order) throw new Error('no order');
    expect(thanks.text).toContain(order.name);
    expect(order.lines).toMatchObject([{ sku: 'SKU-001', quantity: 2 }]);
    const promise = `/orders/${order.id.split('/').at(-1)}/promise`;
    expect((await visitor.get(promise)).text).not.toContain('data-settled');
    const write = (key: string, type: string, value: string) =>
      store.metafields.write({ ownerId: order.id, namespace: 'onestock', key, type, value });
    write('delivery_promise', 'json', '[{"delivery_method":"standard"}]');
    write('delivery_promise_source', 'single_line_text_field', 'checkout');
    const settled = (await visitor.get(promise)).text;
    expect(settled).toContain('data-settled');
    expect(settled).toContain('&quot;delivery_method&quot;: &quot;standard&quot;');
  });

  test('tell the carrier the buyer’s language and, for a known postal code, the coordinates', async () => {
    const visit = await visitor.fillBag(['SKU-001'], 'fr');
    const delivery = await visitor.submit(`${visit}/address`, typedAddress);

    expect(delivery.text).toContain('<html lang="fr">');
    expect(delivery.text).toContain('Comment souhaitez-vous être livré');
    expect(carrier.callbacks[0]?.rate).toMatchObject({
      locale: 'fr',
      destination: { latitude: 43.6045, longitude: 1.4442, name: 'Zoé Martin' },
    });
  });

  test('ask again in another language, which Shopify answers from its cache', async () => {
    const visit = await visitor.fillBag(['SKU-001']);
    await visitor.submit(`${visit}/address`, typedAddress);

    const german = await visitor.get(`${visit}/delivery?locale=de`);

    expect(german.text).toContain('Wie möchten Sie Ihre Bestellung erhalten?');
    expect(german.text).toContain('from Shopify’s cache');
    expect(carrier.callbacks).toHaveLength(1);
  });

  test('ask the carrier again on request', async () => {
    const visit = await visitor.fillBag(['SKU-001']);
    await visitor.submit(`${visit}/address`, typedAddress);
    await visitor.submit(`${visit}/quote`, { ask: 'carrier' });

    expect(carrier.callbacks).toHaveLength(2);
  });

  test('let a buyer choose for each parcel of a split bag', async () => {
    const visit = await visitor.fillBag(['SKU-001', 'SKU-050']);
    const lyon = store.locations.find(({ name }) => name === 'Lyon')?.id ?? '';
    const fields = { visit: visitId(visit), variantId: visitor.variantId('SKU-050') };
    await visitor.submit('/checkout/bag', { ...fields, quantity: '3', location: lyon });
    await visitor.submit(`${visit}/address`, typedAddress);

    const split = await visitor.submit(`${visit}/quote`, { ask: 'split' });

    expect(split.text).toContain('Parcel 1, from Paris warehouse');
    expect(split.text).toContain('Parcel 2, from Lyon');
    expect(split.text).toContain('name="group-2"');
  });

  test('name every field that is missing, and keep what was typed', async () => {
    const visit = await visitor.fillBag(['SKU-001']);

    const again = await visitor.submit(`${visit}/address`, { country: 'FR', city: 'Toulouse' });

    expect(again.status).toBe(422);
    expect(again.text).toContain('value="Toulouse"');
    for (const name of ['email', 'lastName', 'address1', 'zip'])
      expect(again.text).toContain(`${name}-error`);
    expect(again.text).not.toContain('city-error');
    expect(carrier.callbacks).toHaveLength(0);
  });

  test('offer no order where nothing can be delivered', async () => {
    carrier.answer = answerRates();
    const visit = await visitor.fillBag(['SKU-001']);

    const { text } = await visitor.submit(`${visit}/address`, typedAddress);

    expect(text).toContain('We cannot deliver this bag to this address.');
    expect(text).not.toContain('Place order');
  });

  test('place an order of a gift card, which is not delivered', async () => {
    const visit = await visitor.fillBag(['GIFT-50']);
    const delivery = await visitor.submit(`${visit}/address`, typedAddress);
    expect(delivery.text).toContain('Nothing in your bag needs a delivery.');

    const thanks = await visitor.submit(`${visit}/delivery`, {});

    expect(thanks.path).toBe(`${visit}/thank-you`);
  });

  test('show a shopper backup rates without a word, and a developer the reason', async () => {
    carrier.answer = answerJson({}, 503);
    const visit = await visitor.fillBag(['SKU-001']);

    const { text } = await visitor.submit(`${visit}/address`, typedAddress);

    expect(text).toContain('Backup shipping');
    expect(text).toContain('Backup rates, because: HTTP 503');
  });

  test('keep an order placed, whatever the buyer goes back to', async () => {
    const visit = await visitor.fillBag(['SKU-001']);
    const delivery = await visitor.submit(`${visit}/address`, typedAddress);
    const choice = { 'group-1': firstHandle(delivery) };
    await visitor.submit(`${visit}/delivery`, choice);
    const ordersBefore = store.orders.size;

    const again = [
      await visitor.get(`${visit}/delivery?locale=de`),
      await visitor.submit(`${visit}/delivery`, choice),
      await visitor.submit(`${visit}/quote`, { ask: 'carrier' }),
    ];

    expect(again.map(({ path }) => path)).toEqual(again.map(() => `${visit}/thank-you`));
    expect(store.orders.size).toBe(ordersBefore);
  });

  test('escape whatever a carrier or a buyer writes', async () => {
    const hostile = '<script>alert("x")</script>';
    carrier.answer = answerRates(
      carrierRate({
        service_name: hostile,
        service_code: hostile,
        description: hostile,
        metafields: [{ namespace: 'n', key: hostile, type: 'single_line_text_field', value: hostile }],
      }),
    );
    const visit = await visitor.fillBag(['SKU-001']);
    const delivery = await visitor.submit(`${visit}/address`, {
      ...typedAddress,
      firstName: hostile,
      city: hostile,
    });
    const thanks = await visitor.submit(`${visit}/delivery`, { 'group-1': firstHandle(delivery) });
    const order = [...store.orders.values()].at(-1);
    const pages = [
      delivery,
      thanks,
      await visitor.get(`${visit}/address`),
      await visitor.get('/orders'),
      await visitor.get(`/orders/${order?.id.split('/').at(-1)}`),
      await visitor.get(`/checkout?q=${encodeURIComponent(hostile)}`),
    ];

    for (const { text } of pages) {
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toContain('<script>alert');
    }
  });

  test('begin again when the visit is unknown or its bag is empty', async () => {
    expect((await visitor.get('/checkout/visits/unknown/delivery')).path).toBe('/checkout');
    const visit = await visitor.fillBag(['SKU-001']);
    const fields = { visit: visitId(visit), variantId: visitor.variantId('SKU-001'), remove: '1' };
    await visitor.submit('/checkout/bag', fields);
    expect((await visitor.get(`${visit}/address`)).path).toBe('/checkout');
  });

  test('find products by name in the page’s language and by SKU', async () => {
    expect((await visitor.get('/checkout?q=Chemise', 'fr-FR,fr;q=0.9')).text).toContain('2 produits');
    expect((await visitor.get('/checkout?q=sku-050')).text).toContain('1 product');
  });
});
