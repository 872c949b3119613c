import { afterEach, expect, it, vi } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { asksUnderTest, parts } from './asks-under-test.ts';
import { shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const { kindOf, under } = await asksUnderTest(database);

const DAY_MS = 24 * 60 * 60_000;
const { fetch } = globalThis;

/** What Shopify says that the merchant granted. */
function grant(...scopes: string[]) {
  const accessScopes = scopes.map((handle) => ({ handle }));
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) =>
    String(init?.body).includes('GrantedScopes')
      ? Response.json({ data: { currentAppInstallation: { accessScopes } } })
      : fetch(input, init),
  );
}

afterEach(() => {
  vi.restoreAllMocks();
});

it('orders that lack the permission to be read for longer are looked at again once it is given, or when a person asks', async () => {
  grant('write_orders');
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
  grant('write_orders', 'read_all_orders');
  expect((await under.exports.handleScopesUpdate(event))._unsafeUnwrap()).toBe('noted');
  expect(await under.queued()).toEqual([orderId]);
  await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
  expect(await under.exports.lookAgain(under.shop, [orderId])).toBe(1);
  expect(await under.queued()).toEqual([orderId]);
  expect(await kindOf(orderId)).toBe('waiting');
  expect(await under.standing(orderId)).toEqual({});
});
