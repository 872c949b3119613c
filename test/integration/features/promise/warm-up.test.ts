import { okAsync } from 'neverthrow';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeliveryOptions } from '#app/features/delivery-options/index.ts';
import { warmUp } from '#app/features/promise/index.ts';
import { createShopSnapshots } from '#app/features/promise/shop-snapshots.ts';
import { rehearse } from '#app/features/promise/warm-up/rehearse.ts';
import type { Database } from '#app/platform/database/client.ts';
import { freshDatabase } from '#test/support/database.ts';
import { ACCOUNT, OTHER_SHOP, SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

const { database } = await freshDatabase();
const log = pino({ enabled: false });
const opened: { close(): unknown }[] = [];

beforeEach(async () => {
  await database.pool.query('delete from shop');
  await database.pool.query('delete from answered_hour');
});
afterEach(() => {
  for (const each of opened.splice(0)) each.close();
});

/** A process that is about to listen, at ten o'clock, over `pool`. */
function startingProcess({ pool = database.pool }: { pool?: Pick<Database['pool'], 'query'> } = {}) {
  const ties = tiesUnderTest(database);
  const deliveryOptions = createDeliveryOptions(database, ties.clock);
  const shopByCarrierToken = vi.fn(ties.shops.shopByCarrierToken);
  const snapshots = createShopSnapshots({ ...ties, shops: { shopByCarrierToken }, deliveryOptions, log });
  opened.push(snapshots);
  const logIn = vi.fn(() => okAsync(undefined));
  const warn = vi.fn();
  const dependencies = {
    ...ties,
    deliveryOptions,
    database: { pool } as Database,
    oneStock: { logIn },
    promises: {
      snapshots,
      status: { remembered: { get: () => undefined }, heldBack: () => null },
      noteSignature: () => {},
    },
    log: { warn } as unknown as typeof log,
  };
  return {
    ...ties,
    snapshots,
    shopByCarrierToken,
    logIn,
    warn,
    dependencies,
    warmUp: () => warmUp(dependencies),
  };
}

async function answered(shop: string, hour: string, answers = 1): Promise<void> {
  await database.prisma.answeredHour.create({
    data: { shop, hour, rung: 'onestock', answers, promised: answers, failed: 0 },
  });
}

describe('a new web process, before it listens', () => {
  it('reads the configuration of shops whose checkouts asked lately, and logs in to their OneStock', async () => {
    const { shops, oneStockAccounts, carrierService, snapshots, ...starting } = startingProcess();
    await shops.install(SHOP);
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    await answered(SHOP, '2026-11-21T09:00:00Z');
    const [token = ''] = await carrierService.pathTokens([SHOP]);
    await starting.warmUp();
    expect(starting.logIn.mock.calls).toEqual([[expect.objectContaining({ siteId: ACCOUNT.siteId })]]);
    starting.shopByCarrierToken.mockClear();
    expect((await snapshots.byCarrierToken(token))?.shop.domain).toBe(SHOP);
    expect(starting.shopByCarrierToken).not.toHaveBeenCalled();
    expect(starting.warn).not.toHaveBeenCalled();
  });

  it('leaves out shops that did not ask lately, that are gone, and beyond the twenty that asked most', async () => {
    const { shops, carrierService, shopByCarrierToken, ...starting } = startingProcess();
    for (const shop of [SHOP, OTHER_SHOP]) await shops.install(shop);
    await answered(SHOP, '2026-11-21T10:00:00Z', 5);
    await answered(OTHER_SHOP, '2026-11-21T08:00:00Z', 50);
    await answered('gone.myshopify.com', '2026-11-21T10:00:00Z', 100);
    await starting.warmUp();
    expect(shopByCarrierToken.mock.calls.flat()).toEqual(await carrierService.pathTokens([SHOP]));
    for (let each = 0; each < 20; each++) await answered(`${each}.myshopify.com`, '2026-11-21T10:00:00Z', 6);
    shopByCarrierToken.mockClear();
    await starting.warmUp();
    expect(shopByCarrierToken).not.toHaveBeenCalled();
  });

  it('rehearses an answer with a promise, which leaves no trace and asks no OneStock', async () => {
    const { dependencies, logIn } = startingProcess();
    const { prepared } = await rehearse(dependencies);
    expect(prepared.trace).toMatchObject({ status: 200, rung: 'onestock', rateCount: 1 });
    for (const table of ['callback', 'rate_answer', 'shown_rate', 'promise_cache', 'answered_hour'])
      expect((await database.pool.query(`select * from ${table}`)).rows).toEqual([]);
    expect(logIn).not.toHaveBeenCalled();
  });

  it('does not wait for a database that does not answer', async () => {
    const query = vi.fn(() => new Promise<never>(() => {}));
    const { warmUp } = startingProcess({ pool: { query } as unknown as Database['pool'] });
    await warmUp();
    expect(query).toHaveBeenCalled();
  });

  it('starts all the same when a shop, or the database, fails', async () => {
    const { shops, ...starting } = startingProcess();
    await shops.install(SHOP);
    await answered(SHOP, '2026-11-21T10:00:00Z');
    starting.shopByCarrierToken.mockRejectedValue(new Error('refused'));
    await starting.warmUp();
    expect(starting.warn).toHaveBeenCalledOnce();
    const query = vi.fn().mockRejectedValue(new Error('unreachable'));
    const unreachable = startingProcess({ pool: { query } as unknown as Database['pool'] });
    await unreachable.warmUp();
    expect(unreachable.warn).toHaveBeenCalled();
  });
});
