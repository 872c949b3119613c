import { err, ok, type Result } from 'neverthrow';
import { Temporal } from 'temporal-polyfill';
import { nextOccurrence } from './calendar.ts';
import type { Plan, PlanningTime, Supply } from './plan.ts';

/** Orders are taken until two hours before the store closes, and are ready within an hour. */
const hoursBeforeClosing = 2;
const preparationHours = 1;

/** Plans a collection in a store from its own stock, or says why there is none. */
export function planCollect(
  endpointId: string,
  endpoints: Supply['endpoints'],
  { now, forcedCutoff }: PlanningTime,
): Result<Plan, string> {
  const store = endpoints.find(({ id, kind }) => id === endpointId && kind === 'store');
  if (!store) return err(`endpoint ${endpointId} does not offer click and collect`);
  const lastOrders = store.opening.map(({ weekdays, closes }) => ({
    weekdays,
    time: Temporal.PlainTime.from(closes).subtract({ hours: hoursBeforeClosing }).toString(),
    timezone: store.timezone,
  }));
  const cutoff = forcedCutoff ?? nextOccurrence(now, lastOrders);
  return ok({
    cutoff,
    etaStart: cutoff.add({ hours: preparationHours }),
    etaEnd: cutoff.add({ hours: hoursBeforeClosing }),
    cost: 0,
    carbonFootprint: 0,
    carriers: [],
  });
}
