import { describe, expect, test } from 'vitest';
import { ensureMetafieldDefinitions } from '#app/features/shops/metafield-definitions.ts';
import { createFakeAdminShop, type FakeAdminShop } from '#test/support/fake-admin-shop.ts';

async function ensure(shop: FakeAdminShop) {
  return ensureMetafieldDefinitions((await shop.forShop('example.myshopify.com'))._unsafeUnwrap());
}

describe('the order metafield definitions', () => {
  test('are created in the merchant’s own namespace, without access settings', async () => {
    const shop = createFakeAdminShop();

    expect((await ensure(shop)).isOk()).toBe(true);
    expect(shop.definitions).toEqual([
      expect.objectContaining({ namespace: 'onestock', key: 'delivery_promise', type: 'json' }),
      expect.objectContaining({ key: 'endpoint_id', capabilities: { adminFilterable: { enabled: true } } }),
      expect.objectContaining({ key: 'delivery_promise_source', type: 'single_line_text_field' }),
      expect.objectContaining({ key: 'deliveries', type: 'json' }),
      expect.objectContaining({ key: 'quote_id', capabilities: { cartToOrderCopyable: { enabled: true } } }),
    ]);
    for (const definition of shop.definitions) expect(definition).not.toHaveProperty('access');
  });

  test('are created once, however often they are ensured', async () => {
    const shop = createFakeAdminShop();
    await ensure(shop);

    expect((await ensure(shop)).isOk()).toBe(true);
    expect(shop.changes).toHaveLength(5);
  });

  test('may have been made by another integrator a moment ago', async () => {
    const shop = createFakeAdminShop();
    shop.during = (operation) => {
      if (operation !== 'MetafieldDefinitionCreate' || shop.definitions.length > 0) return;
      shop.definitions.push({ namespace: 'onestock', key: 'delivery_promise', type: 'json' });
    };

    expect((await ensure(shop)).isOk()).toBe(true);
    expect(shop.definitions.map(({ key }) => key).sort()).toEqual([
      'deliveries',
      'delivery_promise',
      'delivery_promise_source',
      'endpoint_id',
      'quote_id',
    ]);
  });

  test('of another type are named, and the missing ones are created all the same', async () => {
    const shop = createFakeAdminShop();
    shop.definitions = [{ namespace: 'onestock', key: 'endpoint_id', type: 'number_integer' }];

    const conflict = (await ensure(shop))._unsafeUnwrapErr();

    expect(conflict).toEqual({
      code: 'definition_conflict',
      retryable: false,
      params: { metafields: 'onestock.endpoint_id (number_integer)' },
    });
    expect(shop.definitions).toHaveLength(5);
  });

  test('that Shopify refuses are reported in its words', async () => {
    const shop = createFakeAdminShop();
    shop.refuses.definition = 'The maximum of definitions is reached.';

    const refusal = (await ensure(shop))._unsafeUnwrapErr();

    expect(refusal).toMatchObject({
      code: 'definition_refused',
      params: { said: 'The maximum of definitions is reached.' },
    });
  });
});
