import { describe, expect, it } from 'vitest';
import { withLock } from '#app/platform/database/lock.ts';
import { SHOP } from '#test/integration/features/orders/orders-under-test.ts';
import { freshDatabase } from '#test/support/database.ts';
import { LAST, placing, shirts } from './placed-order.ts';

const { database } = await freshDatabase();
const placed = placing(database);

describe('writing', () => {
  it('reads again when somebody wrote in between, and ends in the same metafields', async () => {
    const { resolve, show, shopify, order } = await placed();
    await show([shirts], {});
    shopify.afterRead = () => {
      order.metafields.set('delivery_promise_source', 'theirs');
      shopify.afterRead = () => {};
    };
    expect((await resolve())._unsafeUnwrap()).toEqual({
      kind: 'resolved',
      source: 'checkout',
      changed: true,
    });
    expect(order.metafields.get('delivery_promise_source')).toBe('checkout');
  });

  it('gives up against somebody who always writes in between, and says so to the merchant', async () => {
    const { resolve, shopify, order, standing } = await placed();
    let times = 0;
    shopify.afterRead = () => {
      times += 1;
      order.metafields.set('delivery_promise_source', String(times));
    };
    expect((await resolve())._unsafeUnwrapErr()).toMatchObject({
      code: 'order_always_stale',
      retryable: true,
    });
    expect((await resolve(LAST))._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
    expect(await standing()).toMatchObject([{ source: 'promise', severity: 'critical' }]);
  });

  it('that Shopify refuses rests with Shopify’s words, and is put right by the next event', async () => {
    const { resolve, shopify, record, standing } = await placed();
    shopify.refusesMetafields = 'Value must be one of the choices.';
    expect((await resolve())._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'metafields_refused' },
    });
    expect(await standing()).toMatchObject([
      {
        source: 'promise',
        causes: [
          {
            code: 'metafields_refused',
            params: { order: expect.stringMatching(/^#\d+$/), said: 'Value must be one of the choices.' },
          },
        ],
        remedies: ['retry', 'dismiss', 'open'],
      },
    ]);
    shopify.refusesMetafields = null;
    await resolve();
    expect(await record()).toMatchObject({ state: 'resolved', causes: null });
    expect(await standing()).toEqual([]);
  });

  it('is tried again when Shopify fails, and rests after the last attempt', async () => {
    const { resolve, shopify, record } = await placed();
    shopify.failing.OrderForPromise = 'shopify_failed';
    expect((await resolve())._unsafeUnwrapErr()).toMatchObject({ code: 'shopify_failed', retryable: true });
    expect(await record()).toMatchObject({ state: 'waiting' });
    expect((await resolve(LAST))._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
  });

  it('rests at once when the app has lost its access', async () => {
    const { resolve, shopify, standing } = await placed();
    shopify.access = 'shopify_unauthorized';
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
    expect(await standing()).toMatchObject([
      { causes: [{ code: 'shopify_unauthorized' }, { code: 'promise_not_written' }], attempts: 1 },
    ]);
  });

  it('that a bug stops is tried again, and rests after the last attempt', async () => {
    const { resolve, shopify, standing } = await placed();
    shopify.afterRead = () => {
      throw new TypeError('a bug');
    };
    await expect(resolve()).rejects.toThrow('a bug');
    expect((await resolve(LAST))._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'order_failed_inside' },
    });
    expect(await standing()).toMatchObject([{ source: 'promise', severity: 'critical' }]);
  });

  it('that kills its worker each time rests with the reason, and is not tried again', async () => {
    const { resolve, shopify, standing } = await placed();
    shopify.afterRead = () => {
      throw new Error('nothing is read any more');
    };
    expect((await resolve(LAST + 1))._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'order_stopped_half_way' },
    });
    expect(await standing()).toMatchObject([{ causes: [{ code: 'order_stopped_half_way' }] }]);
  });

  it('whose worker dies after its promise was written keeps it, and nobody is told that it is missing', async () => {
    const { resolve, standing } = await placed();
    expect((await resolve())._unsafeUnwrap()).toMatchObject({ kind: 'resolved', changed: true });
    expect((await resolve(LAST + 1))._unsafeUnwrap()).toMatchObject({ kind: 'resolved', changed: false });
    expect(await standing()).toEqual([]);
  });

  it('that finds its lock held for ever rests as well', async () => {
    const { resolve, standing, order } = await placed();
    await withLock(database.pool, `order:${SHOP}:${order.id}`, async () => {
      expect((await resolve(LAST + 1))._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
    });
    expect(await standing()).toMatchObject([{ source: 'promise', severity: 'critical' }]);
  });

  it('has a job for one attempt more than it is tried, to come to rest in', async () => {
    await placed();
    const { rows } = await database.pool.query('select max_attempts from graphile_worker.jobs');
    expect(rows[0].max_attempts).toBeGreaterThan(LAST);
  });

  it('ends quietly when the order was deleted or the app uninstalled', async () => {
    const { resolve, shopify, order, installed, record } = await placed();
    shopify.orders.delete(order.id);
    expect((await resolve())._unsafeUnwrap()).toEqual({ kind: 'gone' });
    expect(await record()).toMatchObject({ state: 'resolved' });
    installed.shop = null;
    expect((await resolve())._unsafeUnwrap()).toEqual({ kind: 'gone' });
  });
});
