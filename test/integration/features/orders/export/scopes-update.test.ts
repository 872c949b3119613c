import { expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { asksUnderTest, parts } from './asks-under-test.ts';
import { shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const { kindOf, under } = await asksUnderTest(database);

const DAY_MS = 24 * 60 * 60_000;
const { shopify } = under.shopify;
const grant = (...more: string[]) => shopify.grantScopes([...SCOPES, ...more]);
const SCOPES = ['write_orders', 'read_products', 'write_merchant_managed_fulfillment_orders'];

it('orders that lack the permission to be read for longer are looked at again once it is given, or when a person asks', async () => {
  grant();
  const orderId = await under.place({
    lines: [{ sku: 'SKU-003', quantity: 1 }],
    shippingLine,
    deliveries: parts({ quantity: 1, fulfillAt: new Date(Date.now() + 90 * DAY_MS).toISOString() }),
  });
  expect(await kindOf(orderId)).toBe('waiting');
  expect(await under.standing(orderId)).toEqual({ waiting: [{ code: 'all_orders_not_readable' }] });
  const [obstacle] = await under.obstacles.list(under.shop);
  expect(obstacle?.remedies).toEqual(['retry', 'open']);

  await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
  const event = { shop: under.shop } as Parameters<typeof under.exports.handleScopesUpdate>[0];
  expect((await under.exports.handleScopesUpdate(event))._unsafeUnwrap()).toBe('ignored');
  expect(await under.queued()).toEqual([]);
  grant('read_all_orders');
  expect((await under.exports.handleScopesUpdate(event))._unsafeUnwrap()).toBe('noted');
  expect(await under.queued()).toEqual([orderId]);
  await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
  expect(await under.exports.lookAgain(under.shop, [orderId])).toBe(1);
  expect(await under.queued()).toEqual([orderId]);
  expect(await kindOf(orderId)).toBe('waiting');
  expect(await under.standing(orderId)).toEqual({});
});
