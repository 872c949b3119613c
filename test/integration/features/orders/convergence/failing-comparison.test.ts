import { describe, expect, it } from 'vitest';
import { convergenceKey, orderSubject } from '#app/features/orders/shape.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest } from './convergence-under-test.ts';
import { lines, shippingLine, toldInShopify } from './told-in-shopify.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const { converge } = toldInShopify(under);

describe('a comparison that fails by a fault of the app', () => {
  const failing = {
    ...under.gateway,
    readOrder: () => {
      throw new TypeError('a bug');
    },
  };

  it('is tried again, and given up with its reason after the last attempt, until one succeeds', async () => {
    const { orderId } = await under.export({ lines, shippingLine });
    const broken = under.convergenceBy(failing);
    await expect(broken.converge(under.shop, orderId, 9)).rejects.toThrow('a bug');
    expect(await under.standing(orderId)).toEqual({});
    expect((await broken.converge(under.shop, orderId, 10))._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'comparison_failed_inside' },
    });
    expect(await under.obstacles.of(under.shop, orderSubject(orderId))).toMatchObject([
      {
        ...{ source: 'comparison', severity: 'critical', attempts: 10, remedies: ['retry', 'open'] },
        causes: [{ code: 'comparison_failed_inside' }],
      },
    ]);
    const compareAt = (await under.record(orderId))?.compareAt;
    expect(compareAt?.getTime()).toBeGreaterThan(under.now().getTime());
    expect(await under.facts(orderId, 'blocked')).toEqual([
      { causes: [{ code: 'comparison_failed_inside' }] },
    ]);

    expect(await converge(orderId)).toMatchObject({ kind: 'converged' });
    expect(await under.standing(orderId)).toEqual({});
  });

  it('is given up with its reason when each attempt ended its worker, and does nothing any more', async () => {
    const { orderId } = await under.export({ lines, shippingLine });
    const broken = under.convergenceBy(failing);
    expect((await broken.converge(under.shop, orderId, 11))._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'comparison_stopped_half_way' },
    });
    expect(await under.standing(orderId)).toEqual({
      comparison: [{ code: 'comparison_stopped_half_way' }],
    });
  });

  it('keeps its attempts when its order is due for comparison meanwhile', async () => {
    const { id } = await under.export({ lines, shippingLine });
    const job = { shop: under.shop, oneStockOrderId: id };
    await createJobs(database.pool).enqueue('converge-order', job, { jobKey: convergenceKey(job) });
    await database.pool.query(`update graphile_worker._private_jobs set attempts = 9 where key = $1`, [
      convergenceKey(job),
    ]);
    under.pass(16 * 60);
    expect(await under.convergence.compareDue()).toBe(0);
    const { rows } = await database.pool.query('select attempts from graphile_worker.jobs where key = $1', [
      convergenceKey(job),
    ]);
    expect(rows).toEqual([{ attempts: 9 }]);
  });
});

describe('orders that are due for comparison', () => {
  it('get one job each, those of shops that synchronize, and are due again should it be lost', async () => {
    await under.export({ lines, shippingLine });
    expect(await under.convergence.compareDue()).toBe(0);
    under.pass(16 * 60);
    expect(await under.convergence.compareDue()).toBe(1);
    expect(await under.convergence.compareDue()).toBe(0);
    const { rows } = await database.pool.query(
      "select key from graphile_worker.jobs where task_identifier = 'converge-order'",
    );
    const kept = await database.prisma.orderDelivery.findFirstOrThrow({ orderBy: { exportedAt: 'desc' } });
    expect(rows).toEqual([{ key: `converge:${under.shop}:${kept.oneStockOrderId}` }]);

    await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
    under.pass(61 * 60);
    await under.configure({ syncsOrders: false });
    expect(await under.convergence.compareDue()).toBe(0);
    await under.configure({ syncsOrders: true });
    expect(await under.convergence.compareDue()).toBe(1);
  });
});
