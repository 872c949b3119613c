import { describe, expect, it } from 'vitest';
import { startShop } from './shop-harness.ts';

const shop = await startShop();

async function define(change: Record<string, unknown> = {}) {
  const definition = {
    name: 'Quote',
    namespace: 'onestock',
    key: 'quote_id',
    ownerType: 'ORDER',
    type: 'single_line_text_field',
    ...change,
  };
  const { body } = await shop.graphql(
    `mutation Define($definition: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $definition) {
      createdDefinition { key namespace type { name } capabilities { cartToOrderCopyable { enabled } adminFilterable { enabled } } }
      userErrors { field code } } }`,
    { definition },
  );
  if (body.errors) throw new Error(body.errors[0].message);
  return body.data.metafieldDefinitionCreate;
}

describe('definitions', () => {
  it('are created once, and listed by owner and namespace', async () => {
    const { createdDefinition } = await define({
      key: 'listed',
      capabilities: { adminFilterable: { enabled: true } },
    });
    expect(createdDefinition).toMatchObject({
      key: 'listed',
      type: { name: 'single_line_text_field' },
      capabilities: { cartToOrderCopyable: { enabled: false }, adminFilterable: { enabled: true } },
    });
    expect((await define({ key: 'listed' })).userErrors).toEqual([
      { code: 'TAKEN', field: ['definition', 'key'] },
    ]);
    await define({ key: 'listed', namespace: 'elsewhere' });
    const { body } = await shop.graphql(
      '{ metafieldDefinitions(first: 5, ownerType: ORDER, namespace: "onestock", key: "listed") { nodes { namespace key } } }',
    );
    expect(body.data.metafieldDefinitions.nodes).toEqual([{ namespace: 'onestock', key: 'listed' }]);
  });

  it.each([
    [
      'an admin access on a merchant-owned namespace',
      { access: { admin: 'MERCHANT_READ' } },
      'ADMIN_ACCESS_INPUT_NOT_ALLOWED',
    ],
    [
      'copying from the cart to anything but an order',
      { ownerType: 'LOCATION', capabilities: { cartToOrderCopyable: { enabled: true } } },
      'INVALID_CAPABILITY',
    ],
    ['a key with a space', { key: 'two words' }, 'INVALID_CHARACTER'],
    ['a key of one letter', { key: 'k' }, 'TOO_SHORT'],
    ['no name', { name: ' ' }, 'BLANK'],
  ])('refuse %s', async (_what, change, code) => {
    const { createdDefinition, userErrors } = await define({ key: 'refused', ...change });
    expect(createdDefinition).toBeNull();
    expect(userErrors).toEqual([expect.objectContaining({ code })]);
  });

  it('may limit the admin where the app owns the namespace', async () => {
    const { userErrors } = await define({
      namespace: '$app',
      key: 'owned',
      access: { admin: 'MERCHANT_READ' },
    });
    expect(userErrors).toEqual([]);
  });

  it('give metafields their type, and refuse another', async () => {
    await define({ key: 'typed' });
    const ownerId = await shop.placeOrder();
    const set = async (change: Record<string, unknown>) => {
      const { body } = await shop.graphql(
        'mutation Set($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { type } userErrors { code field } } }',
        { m: [{ ownerId, namespace: 'onestock', key: 'typed', value: '"a"', ...change }] },
      );
      return body.data.metafieldsSet;
    };
    expect((await set({})).metafields).toEqual([{ type: 'single_line_text_field' }]);
    expect((await set({ type: 'json' })).userErrors).toEqual([
      { code: 'INVALID_TYPE', field: ['metafields', '0', 'type'] },
    ]);
  });

  it('name what the simulator does not model of them', async () => {
    await expect(define({ key: 'validated', validations: [{ name: 'max', value: '3' }] })).rejects.toThrow(
      'validations',
    );
  });
});

describe('from cart to order', () => {
  const cartMetafields = (type = 'single_line_text_field') => [
    { namespace: 'onestock', key: 'quote_id', type, value: 'q-1' },
  ];

  async function quoteOf(id: string) {
    const query =
      'query Quote($id: ID!) { order(id: $id) { metafield(namespace: "onestock", key: "quote_id") { value } } }';
    return (await shop.graphql(query, { id })).body.data.order.metafield;
  }

  it('copies a cart metafield only where the order definition says so, and only of its type', async () => {
    expect(await quoteOf(await shop.placeOrder({ cartMetafields: cartMetafields() }))).toBeNull();

    const { createdDefinition } = await define({ capabilities: { cartToOrderCopyable: { enabled: true } } });
    expect(createdDefinition.capabilities.cartToOrderCopyable.enabled).toBe(true);
    expect(await quoteOf(await shop.placeOrder({ cartMetafields: cartMetafields() }))).toEqual({
      value: 'q-1',
    });
    expect(await quoteOf(await shop.placeOrder({ cartMetafields: cartMetafields('json') }))).toBeNull();
  });
});
