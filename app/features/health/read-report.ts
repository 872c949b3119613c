import type { Obstacle, ObstacleMessage } from '#app/features/obstacles/shape.ts';
import { type AccountSource, ONESTOCK_ACCOUNT } from '#app/features/onestock-account/shape.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { dayStarts, hourStarts } from './chart-starts.ts';
import { type CountedHour, countAnswers } from './count-answers.ts';
import type { HealthDependencies } from './dependencies.ts';
import { type Measures, measureAnswers } from './measure-answers.ts';
import { obstacleMessage } from './obstacle-message.ts';
import type { HealthReport, OneStockHealth } from './types.ts';

/**
 * Whether shoppers get promises: every rate request by hour and by day, how long answers took (see {@link measureAnswers}), and how
 * OneStock does. From our own tables: it waits for no outside system.
 */
export async function readReport(
  { database, obstacles, clock }: Pick<HealthDependencies, 'database' | 'obstacles' | 'clock'>,
  shop: ShopDomain,
): Promise<HealthReport> {
  const now = clock.now();
  const installed = await database.prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null },
    select: {
      timezone: true,
      connection: { select: { siteId: true, salesChannel: true, checkedAt: true } },
    },
  });
  const hours = hourStarts(now);
  const days = dayStarts(now, installed?.timezone ?? 'UTC');
  const [dayFrom = now, weekFrom = now] = [hours[0], days[0]];
  const [counted, measures, found] = await Promise.all([
    database.prisma.answeredHour.findMany({ where: { shop, hour: { gte: weekFrom, lte: now } } }),
    measureAnswers(database, shop, { now, dayFrom, weekFrom }),
    obstacles.of(shop, ONESTOCK_ACCOUNT),
  ]);
  const rows = counted.map((row) => ({ ...row, rung: row.rung as CountedHour['rung'] }));
  return {
    day: { ...countAnswers(rows, hours), ...measures.day },
    week: { ...countAnswers(rows, days), ...measures.week },
    oneStock: oneStockHealth(installed?.connection ?? null, found, measures),
  };
}

interface Account {
  siteId: string;
  salesChannel: string | null;
  checkedAt: Date | null;
}

function oneStockHealth(
  account: Account | null,
  found: readonly Obstacle[],
  { lastHour, oneStockFailedAt }: Measures,
): OneStockHealth {
  if (!account) return { state: 'not_connected', lastHour };
  const failing = messageOf(found, 'onestock_connection');
  const limited = messageOf(found, 'onestock_access');
  const { siteId, salesChannel, checkedAt } = account;
  return {
    state: stateOf(),
    siteId,
    salesChannel: salesChannel ?? undefined,
    checkedAt: checkedAt?.toISOString(),
    obstacle: failing ?? limited,
    lastHour,
  };

  function stateOf(): OneStockHealth['state'] {
    if (failing) return 'fails';
    // A check that worked after it asks the same and is newer.
    if (oneStockFailedAt && !(checkedAt && checkedAt > oneStockFailedAt)) return 'fails';
    if (!checkedAt) return 'not_checked';
    return limited ? 'limited' : 'works';
  }
}

function messageOf(found: readonly Obstacle[], wanted: AccountSource): ObstacleMessage | undefined {
  const obstacle = found.find(({ source }) => source === wanted);
  return obstacle && obstacleMessage(obstacle);
}
