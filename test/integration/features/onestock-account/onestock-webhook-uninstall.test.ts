import { describe, expect, test, vi } from 'vitest';
import { withLock } from '#app/platform/database/lock.ts';
import { freshDatabase } from '#test/support/database.ts';
import { OTHER_SHOP, SHOP, waitingJobs } from '#test/support/ties-under-test.ts';
import { webhooksUnderTest } from './onestock-webhook-under-test.ts';

const { database } = await freshDatabase();
const { synchronizingShop, row } = await webhooksUnderTest(database);

describe('the webhook of a shop', () => {
  describe('of a shop that uninstalls the app', () => {
    const LATER = new Date('2026-11-22T00:00:00Z');

    test('is removed, that of another shop is not, and a shop that comes back has one again', async () => {
      const { ensure, connect, seen, shops } = await synchronizingShop();
      await connect(OTHER_SHOP);
      await ensure(OTHER_SHOP);
      await ensure();
      const [ofOther] = await seen();
      await shops.uninstall(SHOP, new Date('2026-11-01T00:00:00Z'));
      expect(await seen()).toHaveLength(2);
      await shops.uninstall(SHOP, LATER);
      expect(await seen()).toEqual([ofOther]);
      expect((await ensure()).isOk()).toBe(true);
      expect(await seen()).toEqual([ofOther]);

      await database.pool.query('delete from run; delete from graphile_worker._private_jobs');
      await shops.install(SHOP);
      expect(await waitingJobs(database)).toContain(`run:ensure_webhook:${SHOP}`);
      await database.pool.query('delete from run; delete from graphile_worker._private_jobs');
      await shops.install(SHOP);
      expect(await waitingJobs(database)).toEqual([`run:prepare_shop:${SHOP}`]);
    });

    test('keeps no shop while OneStock hangs, and is made anew for one that comes back meanwhile', async () => {
      const { ensure, tell, hang, listings, seen, shops } = await synchronizingShop();
      await ensure();
      const [before] = await seen();
      const answer = hang();
      const asked = listings();
      const uninstalling = shops.uninstall(SHOP, LATER);
      await vi.waitFor(() => expect(listings()).toBeGreaterThan(asked), { timeout: 10_000 });
      expect(await shops.shop(SHOP)).toBeNull();
      await database.pool.query('delete from run; delete from graphile_worker._private_jobs');
      await shops.install(SHOP);
      expect(await waitingJobs(database)).toContain(`run:ensure_webhook:${SHOP}`);
      const ensuring = ensure();
      answer();
      await uninstalling;
      (await ensuring)._unsafeUnwrap();
      const after = await seen();
      expect(after).toEqual([expect.objectContaining({ status: 'enabled' })]);
      expect(after[0]?.id).not.toBe(before?.id);
      expect(new Set(await tell('1'))).toEqual(new Set([202]));
    });

    test('stays as it is when the shop is back before it could be removed', async () => {
      const { ensure, seen, shops } = await synchronizingShop();
      await ensure();
      const before = await seen();
      const uninstalling = await withLock(database.pool, `onestock-webhook:${SHOP}`, async () => {
        const leaving = shops.uninstall(SHOP, LATER);
        await vi.waitFor(async () => expect(await shops.shop(SHOP)).toBeNull());
        await shops.install(SHOP);
        return { leaving };
      });
      await uninstalling.leaving;
      expect(await seen()).toEqual(before);
      expect((await row()).webhookId).toBe(before[0]?.id);
    });

    test('is removed when the job that makes it was still at work', async () => {
      const { ensure, hang, seen, shops } = await synchronizingShop();
      const answer = hang();
      const ensuring = ensure();
      await vi.waitFor(async () => expect((await row()).webhookTokenHash).not.toBeNull());
      const uninstalling = shops.uninstall(SHOP, LATER);
      await vi.waitFor(async () => expect(await shops.shop(SHOP)).toBeNull());
      answer();
      await Promise.all([ensuring, uninstalling]);
      expect(await seen()).toEqual([]);
    });

    test.each([
      ['500', 'onestock_failed'],
      ['reset', 'onestock_unreachable'],
    ])(
      'keeps no shop when OneStock answers %s, is believed no more, and is logged as left behind',
      async (failure, code) => {
        const { ensure, seen, oneStockAccounts, shops, site, log } = await synchronizingShop();
        await ensure();
        const token = (await seen())[0]?.url.split('/').at(-1) ?? '';
        await site.control({ failure });
        const warn = vi.spyOn(log, 'warn');
        await shops.uninstall(SHOP, LATER);
        expect(warn).toHaveBeenCalledExactlyOnceWith({ shop: SHOP, code }, expect.any(String));
        expect(await shops.shop(SHOP)).toBeNull();
        expect(await oneStockAccounts.webhookSender(token)).toBeNull();
      },
    );

    test('keeps no shop when its password cannot be opened', async () => {
      const { ensure, shops, log } = await synchronizingShop();
      await ensure();
      await database.prisma.oneStockConnection.update({ where: { shop: SHOP }, data: { password: 'lost' } });
      const warn = vi.spyOn(log, 'warn');
      await shops.uninstall(SHOP, LATER);
      expect(await shops.shop(SHOP)).toBeNull();
      expect(warn).toHaveBeenCalledOnce();
    });
  });
});
