import type { Settings } from '../control/settings.ts';
import type { Timers } from '../timers.ts';
import type { Delivery, Sender } from './delivery.ts';

/**
 * Eight retries over four hours (https://shopify.dev/changelog/updates-to-webhook-retry-mechanism). The steps between
 * are inferred: quick at first, then longer, four hours in all.
 */
const retryDelaysSeconds = [10, 60, 180, 420, 900, 1800, 3600, 7430];

/** Sends a delivery, and resolves when its first attempt is over. */
export type Send = (delivery: Delivery) => Promise<void>;

/** Sends until the receiver acknowledges or the retries are used up; copies go beside, once each. */
export function createRetries(sender: Sender, timers: Timers, settings: Settings): Send {
  const attempt = async (delivery: Delivery, retriesDone: number): Promise<void> => {
    delivery.status = 'sending';
    if (await sender.send(delivery)) {
      delivery.status = 'delivered';
      return;
    }
    const delaySeconds = retryDelaysSeconds[retriesDone];
    delivery.status = delaySeconds === undefined ? 'failed' : 'retrying';
    if (delaySeconds === undefined) return;
    timers.after((delaySeconds * 1000) / settings.timeScale, () => void attempt(delivery, retriesDone + 1));
  };
  return (delivery) => {
    for (let copy = 0; copy < settings.duplicateWebhooks; copy += 1) void sender.send(delivery);
    return attempt(delivery, 0);
  };
}
