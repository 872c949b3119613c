import { ResultAsync } from 'neverthrow';
import { beforeEach, expect } from 'vitest';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { startEventDoor } from '#test/support/event-door.ts';
import { SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';
import { gatewayTo, policyFor, simulatedSite } from './diagnosis-under-test.ts';

export const TOPICS = ['order_state_changed', 'parcel_state_changed', 'line_item_group_state_changed'];

interface SeenWebhook {
  id: string;
  url: string;
  topics: string[];
  status: string;
  hashKeys: number;
  waiting: number;
}

/** The webhooks of shops over a real database. Call it at the top of a test file: every test there begins without shops. */
export async function webhooksUnderTest(database: Database) {
  const door = await startEventDoor(database);

  beforeEach(async () => {
    await database.pool.query(
      'delete from shop; delete from obstacle; delete from inbox_event; delete from run; delete from graphile_worker._private_jobs',
    );
  });

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

  /** What is kept of the shop's account and its webhook. */
  const row = () => database.prisma.oneStockConnection.findUniqueOrThrow({ where: { shop: SHOP } });

  return { door, synchronizingShop, row };
}
