import { beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { connectionUnderTest, OTHER_SHOP, SHOP, waitingJobs } from './connection-under-test.ts';

const { database } = await freshDatabase();

beforeEach(async () => {
  await database.pool.query('truncate shop, problem cascade; delete from graphile_worker._private_jobs');
});

describe('the settings of a shop', () => {
  test('change what is given, leave the rest, and touch no other shop', async () => {
    const { connection } = connectionUnderTest(database);
    await connection.install(SHOP);
    await connection.install(OTHER_SHOP);
    expect((await connection.saveSettings(SHOP, { itemIdSource: 'variant_id' })).isOk()).toBe(true);
    expect(await connection.shop(SHOP)).toMatchObject({ itemIdSource: 'variant_id', softDeadlineMs: 350 });
    expect(await connection.shop(OTHER_SHOP)).toMatchObject({ itemIdSource: 'sku' });
  });

  test.each([
    [{ softDeadlineMs: 10_000 }, /softDeadlineMs/],
    [{ signatureMode: 'off' as 'report' }, /signatureMode/],
    [{ domain: 'evil.myshopify.com' } as object, /domain/],
  ])('are refused as a whole when one is wrong: %j', async (settings, named) => {
    const { connection } = connectionUnderTest(database);
    await connection.install(SHOP);
    const refusal = (await connection.saveSettings(SHOP, settings))._unsafeUnwrapErr();
    expect(refusal).toMatchObject({ code: 'settings_refused', message: expect.stringMatching(named) });
    expect(await connection.shop(SHOP)).toMatchObject({ softDeadlineMs: 350, signatureMode: 'require' });
  });

  test('are not saved for a shop that does not have the app', async () => {
    const { connection } = connectionUnderTest(database);
    const refusal = (await connection.saveSettings(SHOP, { softDeadlineMs: 300 }))._unsafeUnwrapErr();
    expect(refusal.code).toBe('shop_not_installed');
  });
});

test('every installed shop is asked to be prepared, once', async () => {
  const { connection } = connectionUnderTest(database);
  await connection.install(SHOP);
  await connection.install(OTHER_SHOP);
  await connection.prepareAllShops();
  expect(await waitingJobs(database)).toEqual([`prepare-shop:${SHOP}`, `prepare-shop:${OTHER_SHOP}`]);
});
