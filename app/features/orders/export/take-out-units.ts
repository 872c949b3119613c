import { err, ok, type Result } from 'neverthrow';
import type { OneStockConnection } from '#app/gateways/onestock/index.ts';
import type { KnownDelivery } from '../deliveries/types.ts';
import type { OrderError } from '../shape.ts';
import type { ExportRun } from './export-run.ts';
import { notCompared } from './one-stock-reads.ts';
import { groupOf, type UnitsToCome } from './units-to-come.ts';

/**
 * Takes units out of OneStock's preparation, as far as the site's workflow lets them go. Which were taken out is kept by the caller.
 *
 * @returns those that were taken out, and those that were not
 */
export async function takeOutUnits(
  { oneStock, plan, log, shop, orderId }: ExportRun,
  account: OneStockConnection,
  units: readonly UnitsToCome[],
  deliveries: readonly KnownDelivery[],
): Promise<Result<{ taken: UnitsToCome[]; kept: UnitsToCome[] }, OrderError>> {
  const taken: UnitsToCome[] = [];
  const kept: UnitsToCome[] = [];
  const removedState = plan.settings.removedGroupState;
  for (const { number, oneStockOrderId, items } of deliveries) {
    const own = units.filter(({ delivery }) => delivery === number);
    if (own.length === 0) continue;
    const groups = together(own).map((each) => groupOf(each, items));
    const removed = await oneStock.removeGroups(account, { orderId: oneStockOrderId, groups, removedState });
    if (removed.isErr()) return err(notCompared(removed.error));
    const refused = new Set(removed.value.kept.map(({ state }) => state));
    taken.push(...own.filter(({ group }) => !refused.has(group.state)));
    kept.push(...own.filter(({ group }) => refused.has(group.state)));
  }
  if (taken.length > 0) log.info({ shop, orderId, count: taken.length }, 'units were taken out of OneStock');
  return ok({ taken, kept });
}

/** Units of one line and group as one, so that no unit is named twice. */
function together(units: readonly UnitsToCome[]): UnitsToCome[] {
  return [...Map.groupBy(units, ({ group }) => group).values()].flatMap((ofGroup) =>
    [...Map.groupBy(ofGroup, ({ lineItemId }) => lineItemId).values()].flatMap((alike) => {
      const quantity = alike.reduce((sum, each) => sum + each.quantity, 0);
      return alike.slice(0, 1).map((first) => ({ ...first, quantity }));
    }),
  );
}
