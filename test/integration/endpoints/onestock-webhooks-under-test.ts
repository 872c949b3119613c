import { createHmac, randomUUID } from 'node:crypto';
import { okAsync } from 'neverthrow';
import { beforeEach } from 'vitest';
import type { OneStockEvents } from '#app/features/orders/index.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { startEventDoor } from '#test/support/event-door.ts';
import { ACCOUNT, OTHER_SHOP, SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

export const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
export const now = () => Math.floor(Date.now() / 1000);

/** A message of an order that was claimed. */
export const message = (fields: object = {}) =>
  JSON.stringify({ order_id: '1001', date: now(), old_state: 'created', new_state: 'claimed', ...fields });

/**
 * The door that OneStock calls, over real HTTP and a real database. Call it at the top of a test file: every test there begins with two shops
 * that have a webhook each and no message.
 */
export async function oneStockWebhooksUnderTest(database: Database) {
  const { prisma, pool } = database;
  const door = await startEventDoor(database);

  /** What OneStock was last asked to call, by shop, and with which key. */
  const asked: { url: string; hashKey: string }[] = [];
  const { oneStockAccounts, shops, obstacles } = tiesUnderTest(database, {
    appUrl: door.origin,
    oneStock: {
      listWebhooks: () => okAsync([]),
      createWebhook: (_, webhook) => {
        asked.push(webhook);
        return okAsync({ id: randomUUID() });
      },
    } as Partial<OneStockGateway> as OneStockGateway,
  });
  let events: OneStockEvents;

  async function synchronize(shop: ShopDomain) {
    await shops.install(shop);
    await prisma.shop.update({ where: { domain: shop }, data: { syncsOrders: true } });
    (await oneStockAccounts.saveAccount(shop, ACCOUNT))._unsafeUnwrap();
    (await oneStockAccounts.ensureWebhook(shop))._unsafeUnwrap();
  }

  beforeEach(async () => {
    await pool.query(
      'delete from shop; delete from obstacle; delete from inbox_event; delete from order_export; delete from graphile_worker._private_jobs',
    );
    asked.length = 0;
    await synchronize(SHOP);
    await synchronize(OTHER_SHOP);
    await pool.query('delete from graphile_worker._private_jobs');
    events = door.serve(oneStockAccounts);
  });

  function signature(body: string, { key = asked[0]?.hashKey ?? '', at = now() } = {}): string {
    return `t=${at},h0=${hmac(key, `${at}.${body}`)}`;
  }

  async function post(body: string, header: string | null = signature(body), url = asked[0]?.url ?? '') {
    const headers: Record<string, string> = header === null ? {} : { 'onestock-signature': header };
    const answer = await fetch(url, { method: 'POST', body, headers });
    const text = await answer.text();
    return { status: answer.status, code: text === '' ? null : JSON.parse(text).error };
  }

  async function waitingTasks(task: string): Promise<number> {
    const { rowCount } = await pool.query('select from graphile_worker.jobs where task_identifier = $1', [
      task,
    ]);
    return rowCount ?? 0;
  }

  return { door, asked, obstacles, events: () => events, signature, post, waitingTasks };
}
