import { describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { healthUnderTest, MINUTE_MS, NOW, OTHER_SHOP, ofAccount, SHOP } from './health-under-test.ts';

const { database } = await freshDatabase();
const { prisma } = database;
const { health, obstacles, keepShop, connect, keepCallback } = healthUnderTest(database);

describe('the report', () => {
  test('of a shop without a request has every hour and day, and no duration', async () => {
    const { day, week, oneStock } = await health().report(SHOP);
    expect(day.bars).toHaveLength(24);
    expect(week.bars).toHaveLength(7);
    expect(day).toMatchObject({ answers: 0, failures: 0, rungs: [], durationMs: null, oneStockMs: null });
    expect(oneStock).toEqual({ state: 'not_connected', lastHour: { asked: 0, failed: 0 } });
  });

  test('counts by the hour and by the shop’s own day', async () => {
    await keepShop();
    await keepCallback({ minutesAgo: 5 });
    // 23:30 in Paris, the day before.
    await keepCallback({ minutesAgo: 12 * 60, rung: 'fallback', failure: 'onestock_late' });
    await keepCallback({ minutesAgo: 3 * 24 * 60 });
    const { day, week } = await health().report(SHOP);
    expect(day.answers).toBe(2);
    expect(day.bars.at(-1)).toMatchObject({ from: '2026-11-21T10:00:00.000Z', promised: 1 });
    expect(week.bars.map(({ promised, fallback }) => [promised, fallback])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
    expect(week).toMatchObject({ answers: 3, failures: 1 });
  });

  test('measures answers, and of OneStock’s time only where it was waited for', async () => {
    await keepShop();
    for (const durationMs of [2, 4, 6]) await keepCallback({ minutesAgo: 30, rung: 'memory', durationMs });
    await keepCallback({ minutesAgo: 20, durationMs: 100, oneStockMs: 90 });
    await keepCallback({
      minutesAgo: 20,
      rung: 'fallback',
      durationMs: 350,
      oneStockMs: 340,
      failure: 'onestock_late',
    });
    await keepCallback({
      minutesAgo: 20,
      rung: 'fallback',
      durationMs: 1,
      oneStockMs: 0.1,
      failure: 'onestock_breaker_open',
    });
    await keepCallback({ minutesAgo: 2 * 24 * 60, durationMs: 900, oneStockMs: 890 });
    const { day, week } = await health().report(SHOP);
    expect(day.durationMs?.p50).toBe(5);
    expect(day.oneStockMs).toEqual({ p50: 215, p95: expect.closeTo(327.5) });
    expect(week.oneStockMs?.p50).toBe(340);
  });

  test('says that OneStock fails while it fails shoppers, whatever an older check said, and that it works again', async () => {
    await keepShop();
    const checkedAt = new Date(NOW.getTime() - 4 * MINUTE_MS);
    await connect({ checkedAt });
    await keepCallback({ minutesAgo: 50, rung: 'memory' });
    await keepCallback({ minutesAgo: 40 });
    await keepCallback({ minutesAgo: 3, rung: 'fallback', failure: 'onestock_late' });
    expect((await health().report(SHOP)).oneStock).toMatchObject({ state: 'works' });
    await keepCallback({ minutesAgo: 2, rung: 'fallback', failure: 'onestock_breaker_open' });
    expect((await health().report(SHOP)).oneStock).toEqual({
      state: 'fails',
      siteId: 's100',
      salesChannel: 'web',
      checkedAt: checkedAt.toISOString(),
      obstacle: undefined,
      lastHour: { asked: 3, failed: 2 },
    });
    await prisma.oneStockConnection.updateMany({ data: { checkedAt: NOW } });
    expect((await health().report(SHOP)).oneStock).toMatchObject({ state: 'works' });
    await prisma.oneStockConnection.updateMany({ data: { checkedAt } });
    await keepCallback({ minutesAgo: 1 });
    expect((await health().report(SHOP)).oneStock).toMatchObject({
      state: 'works',
      lastHour: { asked: 4, failed: 2 },
    });
  });

  test('has what the last check found when that failed, and no secret', async () => {
    await keepShop();
    await connect();
    const refused = ofAccount('onestock_access');
    await obstacles.raise(SHOP, refused);
    const limited = await health().report(SHOP);
    const { source, causes } = refused;
    expect(limited.oneStock).toMatchObject({ state: 'limited', obstacle: { source, causes } });
    expect(JSON.stringify(limited)).not.toContain('sealed-password');
    await obstacles.raise(SHOP, ofAccount('onestock_connection'));
    expect((await health().report(SHOP)).oneStock).toMatchObject({
      state: 'fails',
      obstacle: { source: 'onestock_connection' },
    });
  });

  test('has nothing of another shop', async () => {
    await keepShop();
    await keepCallback({ shop: OTHER_SHOP, minutesAgo: 1, failure: 'onestock_late' });
    const { week, oneStock } = await health().report(SHOP);
    expect(week).toMatchObject({ answers: 0, durationMs: null });
    expect(oneStock.lastHour).toEqual({ asked: 0, failed: 0 });
  });
});
