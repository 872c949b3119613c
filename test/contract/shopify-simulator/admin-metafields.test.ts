import { beforeEach, describe, expect, it } from 'vitest';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
let ownerId: string;
beforeEach(async () => {
  ownerId = await shop.placeOrder();
});

const mutation = `mutation Set($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) {
  metafields { id key compareDigest ownerType } userErrors { field code message elementIndex } } }`;

function promise(change: Record<string, unknown> = {}) {
  return { ownerId, namespace: 'onestock', key: 'delivery_promise', type: 'json', value: '[]', ...change };
}

async function set(...metafields: Record<string, unknown>[]) {
  const { body } = await shop.graphql(mutation, { metafields });
  if (body.errors) throw new Error(body.errors[0].message);
  return body.data.metafieldsSet;
}

async function read(key = 'delivery_promise') {
  const query = `query Read($id: ID!, $key: String!) { order(id: $id) {
    metafield(namespace: "onestock", key: $key) { value jsonValue type compareDigest } } }`;
  return (await shop.graphql(query, { id: ownerId, key })).body.data.order.metafield;
}

describe('writing under a condition', () => {
  it('writes where nothing is when told that nothing must be there, and only once', async () => {
    expect((await set(promise({ compareDigest: null }))).userErrors).toEqual([]);
    const again = await set(promise({ value: '[1]', compareDigest: null }));
    expect(again).toMatchObject({
      metafields: [],
      userErrors: [{ code: 'STALE_OBJECT', field: ['metafields', '0'] }],
    });
    expect((await read()).jsonValue).toEqual([]);
  });

  it('writes over the version that was read, and over no other', async () => {
    await set(promise());
    const { compareDigest } = await read();
    expect(compareDigest).toMatch(/^[0-9a-f]{64}$/);
    expect((await set(promise({ value: '[1]', compareDigest }))).userErrors).toEqual([]);
    expect((await set(promise({ value: '[2]', compareDigest }))).userErrors[0].code).toBe('STALE_OBJECT');
    expect((await read()).jsonValue).toEqual([1]);
  });

  it('refuses the digest of something that is not there', async () => {
    const { userErrors } = await set(promise({ compareDigest: 'f'.repeat(64) }));
    expect(userErrors[0].code).toBe('INVALID_COMPARE_DIGEST');
  });

  it('writes over anything when no condition is given', async () => {
    await set(promise());
    const { metafields } = await set(promise({ value: '[2]' }));
    expect(metafields[0].compareDigest).toBe((await read()).compareDigest);
  });
});

describe('all or none', () => {
  it('writes none of them when one is refused, and says which', async () => {
    const { metafields, userErrors } = await set(
      promise(),
      promise({ key: 'endpoint_id', value: '{', type: 'json' }),
    );
    expect(metafields).toEqual([]);
    expect(userErrors).toEqual([
      {
        code: 'INVALID_VALUE',
        message: 'Value is invalid JSON.',
        field: ['metafields', '1', 'value'],
        elementIndex: null,
      },
    ]);
    expect(await read()).toBeNull();
  });

  it('takes 25 at once, and not one more', async () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => promise({ key: `key_${at}` }));
    expect((await set(...many(25))).metafields).toHaveLength(25);
    expect(await set(...many(26))).toMatchObject({
      metafields: null,
      userErrors: [{ code: 'LESS_THAN_OR_EQUAL_TO', field: ['metafields'] }],
    });
  });
});

describe('what may be written', () => {
  it.each([
    ['no type and no definition', { type: undefined }, 'BLANK', 'type'],
    ['text of two lines', { type: 'single_line_text_field', value: 'a\nb' }, 'INVALID_VALUE', 'value'],
    ['blank text', { type: 'single_line_text_field', value: ' ' }, 'INVALID_VALUE', 'value'],
    ['JSON over 128 KB', { value: `"${'x'.repeat(128 * 1024)}"` }, 'TOO_LONG', 'value'],
    [
      'text over 64 KB',
      { type: 'multi_line_text_field', value: 'x'.repeat(64 * 1024 + 1) },
      'TOO_LONG',
      'value',
    ],
    ['a key of one letter', { key: 'k' }, 'TOO_SHORT', 'key'],
    ['a namespace of two letters', { namespace: 'ns' }, 'TOO_SHORT', 'namespace'],
    ['a key of 65 letters', { key: 'k'.repeat(65) }, 'TOO_LONG', 'key'],
    ['an owner that is not there', { ownerId: 'gid://shopify/Order/1' }, 'INVALID', 'ownerId'],
  ])('refuses %s', async (_what, change, code, field) => {
    const { userErrors } = await set(promise(change));
    expect(userErrors).toEqual([expect.objectContaining({ code, field: ['metafields', '0', field] })]);
  });

  it('takes JSON of up to 128 KB', async () => {
    expect((await set(promise({ value: `"${'x'.repeat(128 * 1024 - 2)}"` }))).userErrors).toEqual([]);
  });

  it('keeps the app namespace apart from one of the same plain name', async () => {
    await set(promise({ namespace: '$app', key: 'endpoint_id', value: '"mine"' }));
    const { body } = await shop.graphql(
      `query Read($id: ID!) { order(id: $id) {
        mine: metafield(namespace: "$app", key: "endpoint_id") { namespace value }
        unnamed: metafield(key: "endpoint_id") { value }
        plain: metafield(namespace: "app", key: "endpoint_id") { value } } }`,
      { id: ownerId },
    );
    expect(body.data.order).toMatchObject({
      mine: { namespace: expect.stringMatching(/^app--\d+$/), value: '"mine"' },
      unnamed: { value: '"mine"' },
      plain: null,
    });
  });
});

it('deletes what is there, and shows null for what is not', async () => {
  await set(promise());
  const remove = `mutation Delete($metafields: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $metafields) {
    deletedMetafields { key } userErrors { message } } }`;
  const metafields = ['delivery_promise', 'endpoint_id'].map((key) => ({
    ownerId,
    namespace: 'onestock',
    key,
  }));
  const { body } = await shop.graphql(remove, { metafields });
  expect(body.data.metafieldsDelete).toEqual({
    deletedMetafields: [{ key: 'delivery_promise' }, null],
    userErrors: [],
  });
  expect(await read()).toBeNull();
});
