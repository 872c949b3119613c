import type { DeliveryPlan } from '../deliveries/types.ts';
import { enqueueResolution } from '../note-event.ts';
import { promiseTimes } from '../promise/promise-times.ts';
import { chosenDelivery } from './choice.ts';
import type { ExportRun } from './export-run.ts';
import type { Rest } from './rest-of-order.ts';
import type { ShopOrder } from './types.ts';

/** An order is sent so long before its cut-off at the latest, whatever else it waits for. */
const BEFORE_CUTOFF_MS = 2 * 60_000;

/**
 * Puts an order off that the shop wants to wait: fraud and upsell apps place their holds seconds or minutes after the order
 * (https://help.nosto.com, article 11573001). Never past the cut-off of its promise, and not once a person asked for it by name.
 *
 * @returns null when it is to be sent now
 */
export async function waitBeforeSending(
  run: ExportRun,
  order: ShopOrder,
  { asks, waits, leftOut }: DeliveryPlan,
): Promise<Rest | null> {
  const { waitMinutes } = run.plan.settings;
  if (waitMinutes === 0 || asks.length === 0 || (await run.visit.known()).wasAskedFor) return null;
  const groups = await run.visit.groups();
  const earlier = (await run.visit.known()).export?.deliveries ?? [];
  const cutoffs = asks.flatMap((ask) => {
    const { promise } = chosenDelivery(order, ask, groups, earlier);
    return (promise && promiseTimes(promise)?.cutoff?.getTime()) ?? [];
  });
  const latest = Math.min(...cutoffs.map((cutoff) => cutoff - BEFORE_CUTOFF_MS));
  const until = new Date(Math.min(order.createdAt.getTime() + waitMinutes * 60_000, latest));
  if (until <= run.clock.now()) return null;
  await enqueueResolution(run.jobs, run, until);
  const sentAt = { code: 'sent_at', params: { time: until.toISOString() } } as const;
  return {
    kind: 'waiting',
    causes: [sentAt, ...waits.map(({ cause }) => cause), ...leftOut],
    revisitAt: new Date(until.getTime() + 60_000),
  };
}
