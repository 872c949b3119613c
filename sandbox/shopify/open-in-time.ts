import type { Settings } from './control/settings.ts';
import { openDueFulfillmentOrders } from './store/fulfillment/open.ts';
import type { Store } from './store/store.ts';
import type { Timers } from './timers.ts';

/** Beyond this, 24 days, Node's timers do not reach. What opens later is opened by the control door. */
const longestTimerMs = 2 ** 31 - 1;
/** A timer may fire in the millisecond before its time. */
const marginMs = 2;

/** Opens scheduled fulfillment orders when their time comes (https://shopify.dev/docs/api/admin-graphql/latest/objects/FulfillmentOrder, `fulfillAt`). */
export function openInTime(store: Store, timers: Timers, settings: Settings): void {
  store.events.on('orderRouted', ({ fulfillmentOrders }) => {
    for (const { isScheduled, fulfillAt } of fulfillmentOrders) {
      if (!isScheduled || fulfillAt === null) continue;
      const delayMs = fulfillAt.getTime() - store.now().getTime() + marginMs;
      if (delayMs > longestTimerMs) continue;
      timers.after(delayMs, () => openDueFulfillmentOrders(store, store.now(), settings));
    }
  });
}
