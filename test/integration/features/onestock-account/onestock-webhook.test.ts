import { describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { OTHER_SHOP, SHOP, tiesUnderTest, waitingJobs } from '#test/support/ties-under-test.ts';
import { gatewayTo, policyFor } from './diagnosis-under-test.ts';
import { TOPICS, webhooksUnderTest } from './onestock-webhook-under-test.ts';

const { database } = await freshDatabase();
const { door, synchronizingShop, row } = await webhooksUnderTest(database);

describe('the webhook of a shop', () => {
  test('is made once, with exactly our topics, and what OneStock sends is taken', async () => {
    const { ensure, seen, tell, clock } = await synchronizingShop();
    (await ensure())._unsafeUnwrap();
    (await ensure())._unsafeUnwrap();
    const webhooks = await seen();
    expect(webhooks).toEqual([expect.objectContaining({ topics: TOPICS, status: 'enabled', hashKeys: 1 })]);
    expect(new Set(await tell('1'))).toEqual(new Set([202]));
    const { webhookId, webhookToken, webhookKeys, webhookCheckedAt } = await row();
    expect(webhookId).toBe(webhooks[0]?.id);
    expect(webhookCheckedAt).toEqual(clock.time);
    const token = webhooks[0]?.url.split('/').at(-1) ?? '';
    expect(`${webhookToken} ${webhookKeys}`).not.toContain(token);
    expect(await database.prisma.inboxEvent.count({ where: { shop: SHOP, source: 'onestock' } })).toBe(2);
  });

  test('is enabled again after OneStock has disabled it, and what was stored meanwhile comes', async () => {
    const { ensure, seen, call, tell, oneStockAccounts, gateway, site } = await synchronizingShop();
    await ensure();
    const { webhookId } = await row();
    (await gateway.setWebhookStatus(site.account, webhookId ?? '', 'disabled'))._unsafeUnwrap();
    expect(await tell('1')).toEqual([]);
    (await oneStockAccounts.ensureWebhook(SHOP))._unsafeUnwrap();
    await call('webhooks/settle', 'POST', {});
    expect(await seen()).toEqual([
      expect.objectContaining({ id: webhookId, status: 'enabled', waiting: 0, hashKeys: 1 }),
    ]);
    expect(await database.prisma.inboxEvent.count()).toBe(2);
  });

  test('that somebody changed is put right, and one that somebody deleted is made again', async () => {
    const { ensure, seen, gateway, site } = await synchronizingShop();
    await ensure();
    const before = await seen();
    const changed = { url: 'https://elsewhere.example.com/x', topics: ['stock_changed'], hashKey: 'theirs' };
    (await gateway.updateWebhook(site.account, before[0]?.id ?? '', changed))._unsafeUnwrap();
    (await ensure())._unsafeUnwrap();
    expect(await seen()).toEqual([expect.objectContaining({ url: before[0]?.url, topics: TOPICS })]);
    (await gateway.deleteWebhook(site.account, before[0]?.id ?? ''))._unsafeUnwrap();
    (await ensure())._unsafeUnwrap();
    const after = await seen();
    expect(after.map(({ url }) => url)).toEqual([before[0]?.url]);
    expect((await row()).webhookId).toBe(after[0]?.id);
  });

  test('whose creation was never answered is found again instead of being made twice', async () => {
    const { ensure, seen, tell } = await synchronizingShop();
    await ensure();
    await database.prisma.oneStockConnection.update({ where: { shop: SHOP }, data: { webhookId: null } });
    (await ensure())._unsafeUnwrap();
    const webhooks = await seen();
    expect(webhooks).toHaveLength(1);
    expect((await row()).webhookId).toBe(webhooks[0]?.id);
    expect(new Set(await tell('1'))).toEqual(new Set([202]));
  });

  test('follows the app to another address', async () => {
    const { ensure, seen, site } = await synchronizingShop();
    await ensure();
    const [before] = await seen();
    const { host } = site.account;
    const moved = tiesUnderTest(database, {
      oneStock: gatewayTo(host),
      hostPolicy: policyFor(host),
      appUrl: 'https://moved.example.com',
    });
    (await moved.oneStockAccounts.ensureWebhook(SHOP))._unsafeUnwrap();
    const path = new URL(before?.url ?? '').pathname;
    expect(await seen()).toEqual([
      expect.objectContaining({ id: before?.id, url: `https://moved.example.com${path}` }),
    ]);
  });

  test('loses its duplicates and leftovers, while those of others and of another shop stay', async () => {
    const { ensure, connect, seen, gateway, site } = await synchronizingShop();
    await connect(OTHER_SHOP);
    await ensure(OTHER_SHOP);
    await ensure();
    const [ofOther, ours] = await seen();
    const make = async (url: string) =>
      (await gateway.createWebhook(site.account, { url, topics: TOPICS, hashKey: 'k' }))._unsafeUnwrap().id;
    const foreign = await make('https://elsewhere.example.com/webhooks/onestock');
    const alike = await make('https://app.example.org/webhooks/onestock/abc');
    await make(ours?.url ?? '');
    await make(`${door.origin}/webhooks/onestock/forgotten`);
    (await ensure())._unsafeUnwrap();
    expect((await seen()).map(({ id }) => id)).toEqual([ofOther?.id, ours?.id, foreign, alike]);
  });

  test('goes when synchronizing is turned off, and its address leads nowhere from then on', async () => {
    const { ensure, seen, oneStockAccounts, gateway, site } = await synchronizingShop();
    const elsewhere = {
      url: 'https://elsewhere.example.com/x',
      topics: TOPICS,
      hashKey: 'k',
    };
    await gateway.createWebhook(site.account, elsewhere);
    await ensure();
    const token = (await seen())[1]?.url.split('/').at(-1) ?? '';
    expect(await oneStockAccounts.webhookSender(token)).toMatchObject({ shop: SHOP });
    await database.prisma.shop.update({ where: { domain: SHOP }, data: { syncsOrders: false } });
    (await ensure())._unsafeUnwrap();
    expect((await seen()).map(({ url }) => url)).toEqual([elsewhere.url]);
    expect(await oneStockAccounts.webhookSender(token)).toBeNull();
    expect(await row()).toMatchObject({ webhookId: null, webhookToken: null, webhookKeys: null });
  });

  test('of another site is forgotten with its secrets, so that the former site is not believed any more', async () => {
    const { ensure, seen, oneStockAccounts, site } = await synchronizingShop();
    await ensure();
    const token = (await seen())[0]?.url.split('/').at(-1) ?? '';
    await oneStockAccounts.saveAccount(SHOP, { ...site.account, siteId: 's200' });
    expect(await oneStockAccounts.webhookSender(token)).toBeNull();
    expect(await row()).toMatchObject({ webhookId: null });
  });
});

describe('what is wrong', () => {
  test('with the webhook is told while it lasts, and may be tried again where that helps', async () => {
    const { ensure, obstacles, site } = await synchronizingShop();
    await site.control({ refusedResources: ['webhooks'] });
    expect((await ensure())._unsafeUnwrapErr()).toMatchObject({
      code: 'onestock_forbidden',
      retryable: false,
    });
    expect(await obstacles.list(SHOP)).toEqual([
      expect.objectContaining({
        source: 'onestock_webhook',
        severity: 'warning',
        causes: [{ code: 'onestock_forbidden' }],
      }),
    ]);
    await site.control({ refusedResources: [] });
    (await ensure())._unsafeUnwrap();
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test('a paused webhook is left as somebody wanted it, and told', async () => {
    const { ensure, seen, obstacles, gateway, site } = await synchronizingShop();
    await ensure();
    const { webhookId } = await row();
    await gateway.setWebhookStatus(site.account, webhookId ?? '', 'paused');
    (await ensure())._unsafeUnwrap();
    expect((await obstacles.list(SHOP)).map(({ source }) => source)).toEqual(['onestock_webhook']);
    expect(await seen()).toEqual([expect.objectContaining({ status: 'paused' })]);
  });
});

describe('the job', () => {
  test('is asked for when an account is saved whose orders are synchronized, and every hour', async () => {
    const { oneStockAccounts, connect } = await synchronizingShop();
    expect(await waitingJobs(database)).toContain(`run:ensure_webhook:${SHOP}`);
    await connect(OTHER_SHOP);
    await database.prisma.shop.update({ where: { domain: OTHER_SHOP }, data: { syncsOrders: false } });
    await database.pool.query('delete from run; delete from graphile_worker._private_jobs');
    await oneStockAccounts.ensureAllWebhooks();
    expect(await waitingJobs(database)).toEqual([`run:ensure_webhook:${SHOP}`]);
  });

  test('is asked for when a merchant turns synchronizing off', async () => {
    const { ensure, settings } = await synchronizingShop();
    await ensure();
    const saveWith = async (syncsOrders: boolean) => {
      const { version = 0 } = (await settings.read(SHOP)) ?? {};
      const synchronization = { syncsOrders, syncMoment: 'created' } as const;
      (await settings.save(SHOP, { version, values: { synchronization } }))._unsafeUnwrap();
    };
    await saveWith(true);
    await database.pool.query('delete from run; delete from graphile_worker._private_jobs');
    await saveWith(false);
    expect(await waitingJobs(database)).toEqual([`run:ensure_webhook:${SHOP}`]);
  });

  test('comes for a shop that turned synchronizing off, until its webhook is gone', async () => {
    const { ensure, oneStockAccounts } = await synchronizingShop();
    await ensure();
    await database.prisma.shop.update({ where: { domain: SHOP }, data: { syncsOrders: false } });
    const asked = async () => {
      await database.pool.query('delete from run; delete from graphile_worker._private_jobs');
      await oneStockAccounts.ensureAllWebhooks();
      return waitingJobs(database);
    };
    expect(await asked()).toEqual([`run:ensure_webhook:${SHOP}`]);
    await ensure();
    expect(await asked()).toEqual([]);
  });
});
