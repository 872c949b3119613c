import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { LINE, previewsUnderTest, reasons } from './previews-under-test.ts';

const { database } = await freshDatabase();
const { shopUnderPreview, store } = previewsUnderTest(database);

describe('the basket of a preview', () => {
  const items = ({ request }: { request: unknown }) =>
    (request as { rate: { items: Record<string, unknown>[] } }).rate.items;

  it('takes name, weight and price from Shopify, by SKU as by the variant that was picked', async () => {
    const { attempt } = shopUnderPreview();
    const variant = store().variants.find(({ sku }) => sku === 'SKU-001');
    if (!variant) throw new Error('The simulated shop sells SKU-001.');
    const known = { sku: 'SKU-001', grams: variant.grams, price: variant.price, requires_shipping: true };
    const bySku = await attempt();
    expect(items(bySku)).toMatchObject([known]);
    expect(bySku.warnings).toEqual([]);
    const picked = await attempt({ lines: [{ ...LINE, variantId: variant.id, sku: null }] });
    expect(items(picked)).toEqual(items(bySku));
  });

  it('takes what was typed before what Shopify says', async () => {
    const tried = await shopUnderPreview().attempt({ lines: [{ ...LINE, grams: 7, unitPrice: 100 }] });
    expect(items(tried)).toMatchObject([{ grams: 7, price: 100 }]);
  });

  it('may hold a SKU that Shopify does not know, of which it warns', async () => {
    const tried = await shopUnderPreview().attempt({ lines: [LINE, { ...LINE, sku: 'NO "SUCH" SKU' }] });
    expect(tried.warnings).toEqual([{ code: 'variant_unknown', sku: 'NO "SUCH" SKU' }]);
    expect(items(tried)[1]).toMatchObject({ sku: 'NO "SUCH" SKU', variant_id: null, grams: 0, price: 0 });
    expect(tried.rates.length).toBeGreaterThan(0);
  });

  it('may hold goods of another service and a custom line, and tells why OneStock was not asked about them', async () => {
    const { attempt, door, questions } = shopUnderPreview();
    const tried = await attempt({
      lines: [
        LINE,
        { ...LINE, kind: 'other_service', sku: 'SKU-002', quantity: 1 },
        { ...LINE, kind: 'custom', sku: null, quantity: 1 },
      ],
    });
    expect(questions.map(({ lines }) => lines)).toEqual([[{ itemId: 'SKU-001', quantity: 2 }]]);
    expect(tried.warnings).toEqual([]);
    expect(tried.lines).toEqual([
      { sku: 'SKU-001', quantity: 2 },
      { sku: 'SKU-002', quantity: 1, unasked: 'of_other_service', service: 'another-service' },
      { sku: null, quantity: 1, unasked: 'custom_line' },
    ]);
    await door.ask(tried.request);
    expect(door.trace()).toMatchObject({ lines: tried.lines, options: tried.options });
    const alone = await attempt({ lines: [{ ...LINE, kind: 'other_service' }] });
    expect(alone).toMatchObject({ status: 200, rung: 'fallback', failure: null, exchanges: [] });
    expect(reasons(alone)).toMatchObject({
      STANDARD: 'only_outside_lines',
      'COLLECT:store_capitole': 'only_outside_lines, store_unknown',
    });
  });

  it('is tried as it was typed while Shopify is out of reach, of which it warns', async () => {
    const { attempt, products } = shopUnderPreview();
    products.adminClients = { forShop: () => new Promise(() => {}) };
    const tried = await attempt();
    expect(tried.warnings).toEqual([{ code: 'products_unread' }]);
    expect(tried.rates.length).toBeGreaterThan(0);
  });
});
