import { createHash } from 'node:crypto';
import { ResultAsync } from 'neverthrow';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import { withLock } from '#app/platform/database/lock.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { startEventDoor } from '#test/support/event-door.ts';
import { OTHER_SHOP, SHOP, tiesUnderTest, waitingJobs } from '#test/support/ties-under-test.ts';
import { gatewayTo, policyFor, simulatedSite } from './diagnosis-under-test.ts';

const { database } = await freshDatabase();
const door = await startEventDoor(database);

beforeEach(async () => {
  await database.pool.query(
    'delete from shop; delete from obstacle; delete from inbox_event; delete from run; delete from graphile_worker._private_jobs',
  );
});

const TOPICS = ['order_state_changed', 'parcel_state_changed', 'line_item_group_state_changed'];

interface SeenWebhook {
  id: string;
  url: string;
  topics: string[];
  status: string;
  hashKeys: number;
  waiting: number;
}

/** A shop whose orders are synchronized with a simulated site, which delivers to the real event door. */
async function synchronizingShop() {
  const site = await simulatedSite();
  const { host } = site.account;
  const gateway = gatewayTo(host);
  let slowness = Promise.resolve();
  let listings = 0;
  const listWebhooks: OneStockGateway['listWebhooks'] = (...question) => {
    listings++;
    return ResultAsync.fromSafePromise(slowness).andThen(() => gateway.listWebhooks(...question));
  };
  const log = createLogger('silent');
  const world = tiesUnderTest(database, {
    oneStock: { ...gateway, listWebhooks },
    log,
    hostPolicy: policyFor(host),
    appUrl: door.origin,
  });
  const { oneStockAccounts, shops } = world;
  const connect = async (shop: ShopDomain) => {
    await shops.install(shop);
    await database.prisma.shop.update({ where: { domain: shop }, data: { syncsOrders: true } });
    (await oneStockAccounts.saveAccount(shop, site.account))._unsafeUnwrap();
  };
  await connect(SHOP);
  door.serve(oneStockAccounts);
  const call = async (path: string, method = 'GET', body?: object) => {
    const answer = await fetch(`${host}/_control/${path}`, { method, body: body && JSON.stringify(body) });
    expect(answer.ok).toBe(true);
    return answer.json();
  };
  const order = {
    types: ['ffs'],
    date: 1_770_364_800,
    sales_channel: 'online_store',
    customer: { first_name: 'Élise', last_name: 'Moreau' },
    delivery: { type: 'standard', destination: { address: { city: 'Paris', zip_code: '75002' } } },
    pricing_details: { currency: 'EUR', price: 19.9 },
    order_items: [
      { id: 'line_1', item_id: 'SKU-001', quantity: 1, pricing_details: { price: 19.9, unit_price: 19.9 } },
    ],
    information: {},
  };
  return {
    ...world,
    site,
    gateway,
    log,
    call,
    connect,
    /** Has OneStock take its time to tell its webhooks; what is given back ends that. */
    hang(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      slowness = promise;
      return resolve;
    },
    /** How often OneStock was asked for its webhooks. */
    listings: () => listings,
    seen: async (): Promise<SeenWebhook[]> => (await call('webhooks')).webhooks,
    ensure: async (shop = SHOP) => oneStockAccounts.ensureWebhook(shop),
    /** Has the site tell of an order; answers the statuses that the app gave. */
    async tell(id: string): Promise<(number | null)[]> {
      (await gateway.createOrder(site.account, { id, ...order }))._unsafeUnwrap();
      await call(`orders/${id}/state`, 'POST', { to: 'removed' });
      await call('webhooks/settle', 'POST', {});
      const { deliveries } = (await call('webhooks')) as {
        deliveries: { orderId: string; status: number | null }[];
      };
      return deliveries.filter(({ orderId }) => orderId === id).map(({ status }) => status);
    },
  };
}

const row = () => database.prisma.oneStockConnection.findUniqueOrThrow({ where: { shop: SHOP } });

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

describe('the hash key', () => {
  test('rotates up to three deep, and no message is refused on the way', async () => {
    const { ensure, seen, tell, oneStockAccounts } = await synchronizingShop();
    await ensure();
    const token = (await seen())[0]?.url.split('/').at(-1) ?? '';
    const [first] = (await oneStockAccounts.webhookSender(token))?.keys ?? [];
    for (const id of ['1', '2', '3', '4']) {
      // The door remembers the keys of one or two rotations ago, as long as those take seconds.
      if (id === '3') door.serve(oneStockAccounts);
      expect(new Set(await tell(id))).toEqual(new Set([202]));
      (await oneStockAccounts.rotateWebhookKey(SHOP))._unsafeUnwrap();
    }
    const { keys = [] } = (await oneStockAccounts.webhookSender(token)) ?? {};
    expect(keys).toHaveLength(3);
    expect(keys).not.toContain(first);
    expect(await seen()).toEqual([expect.objectContaining({ hashKeys: 3 })]);
    door.serve(oneStockAccounts);
    expect(new Set(await tell('5'))).toEqual(new Set([202]));
  });

  test('that did not reach OneStock is sent again instead of pushing out the one that OneStock signs with', async () => {
    const { ensure, seen, tell, oneStockAccounts, site } = await synchronizingShop();
    await ensure();
    const token = (await seen())[0]?.url.split('/').at(-1) ?? '';
    await site.control({ failure: '500' });
    for (let times = 0; times < 4; times++)
      expect((await oneStockAccounts.rotateWebhookKey(SHOP)).isErr()).toBe(true);
    await site.control({ failure: 'none' });
    expect((await oneStockAccounts.webhookSender(token))?.keys).toHaveLength(2);
    door.serve(oneStockAccounts);
    expect(new Set(await tell('1'))).toEqual(new Set([202]));
    (await ensure())._unsafeUnwrap();
    expect(await seen()).toEqual([expect.objectContaining({ hashKeys: 2 })]);
  });

  test('that OneStock has lost is told to the merchant and given again', async () => {
    const { ensure, seen, tell, call, oneStockAccounts, obstacles, gateway, site } =
      await synchronizingShop();
    await ensure();
    const [webhook] = await seen();
    const { id = '', url = '' } = webhook ?? {};
    for (const hashKey of ['a', 'b', 'c'])
      await gateway.updateWebhook(site.account, id, { url, topics: TOPICS, hashKey });
    expect(await tell('1')).toEqual([401]);
    expect((await obstacles.list(SHOP)).map(({ source }) => source)).toEqual(['onestock_webhook_signature']);
    (await oneStockAccounts.ensureWebhook(SHOP))._unsafeUnwrap();
    expect(await obstacles.list(SHOP)).toEqual([]);
    await call('webhooks/settle', 'POST', {});
    expect(await database.prisma.inboxEvent.count()).toBe(2);
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

test('only the hash of the token can be searched by', async () => {
  const { ensure, seen } = await synchronizingShop();
  await ensure();
  const token = (await seen())[0]?.url.split('/').at(-1) ?? '';
  expect(token).toHaveLength(43);
  expect((await row()).webhookTokenHash).toBe(createHash('sha256').update(token).digest('hex'));
});
