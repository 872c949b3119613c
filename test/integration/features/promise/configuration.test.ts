import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeliveryOptions } from '#app/features/delivery-options/index.ts';
import { createShopSnapshots } from '#app/features/promise/shop-snapshots.ts';
import { systemClock } from '#app/platform/clock.ts';
import { loadConfig } from '#app/platform/config/index.ts';
import { CONFIGURATION_CHANGED, listen } from '#app/platform/database/listen.ts';
import { createServices } from '#app/services.ts';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { freshDatabase } from '#test/support/database.ts';
import { SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

const { database, url } = await freshDatabase();
const log = pino({ enabled: false });
const opened: { close(): unknown }[] = [];

beforeEach(async () => {
  await database.pool.query('delete from shop');
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

describe('the configuration that rate requests are answered with', () => {
  it('follows what a merchant saves, by a notification, in every process that listens', async () => {
    const { shops, oneStockAccounts } = tiesUnderTest(database);
    await shops.install(SHOP);
    const deliveryOptions = createDeliveryOptions(database, systemClock);
    const processes = [1, 2].map(() => {
      const shopByCarrierToken = () => shops.shop(SHOP);
      const snapshots = createShopSnapshots({
        shops: { shopByCarrierToken },
        oneStockAccounts,
        deliveryOptions,
        log,
      });
      const heard = vi.fn(snapshots.renewAll);
      opened.push(snapshots, listen(url, CONFIGURATION_CHANGED, snapshots.renew, heard));
      return { snapshots, heard };
    });
    const seen = async () =>
      Promise.all(
        processes.map(async ({ snapshots }) => (await snapshots.byCarrierToken('token'))?.options.length),
      );
    expect(await seen()).toEqual([0, 0]);
    await vi.waitFor(() => {
      for (const { heard } of processes) expect(heard).toHaveBeenCalled();
    });
    const [option] = DEMO_OPTIONS;
    if (!option) throw new Error('The demo shop has options.');
    await deliveryOptions.save(SHOP, option);
    await vi.waitFor(async () => expect(await seen()).toEqual([1, 1]));
  });

  it('is read over connections of its own: pages and webhooks that hold all theirs keep no shopper waiting', async () => {
    const config = loadConfig(
      {
        NODE_ENV: 'test',
        SHOPIFY_API_KEY: 'key',
        SHOPIFY_API_SECRET: 'secret',
        SHOPIFY_APP_URL: 'https://app.example.com',
        DATABASE_URL: url,
        ENCRYPTION_KEYS: `one:${Buffer.alloc(32, 1).toString('base64')}`,
      },
      { role: 'web' },
    )._unsafeUnwrap();
    const services = createServices(config, { databaseUrl: url, poolSize: 1, log });
    opened.push(services);
    const held = await services.database.pool.connect();
    try {
      expect(await services.promises.snapshots.byCarrierToken('a token of nobody')).toBeNull();
    } finally {
      held.release();
    }
  });
});
