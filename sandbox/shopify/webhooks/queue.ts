import type { Control } from '../control/control.ts';
import type { Timers } from '../timers.ts';
import type { Delivery } from './delivery.ts';

/** A webhook that waits to be overtaken leaves by itself after this long. */
const overtakenWithinMs = 1000;

/** Lets deliveries go as they come, unless the control door holds them back or mixes them up. */
export function createQueue(
  control: Control,
  timers: Timers,
  send: (delivery: Delivery) => void,
): (delivery: Delivery) => void {
  const { settings } = control;
  const held: Delivery[] = [];
  let waiting: Delivery | null = null;

  const sendOvertaken = (delivery: Delivery): void => {
    if (waiting) {
      const overtaken = waiting;
      waiting = null;
      send(delivery);
      send(overtaken);
      return;
    }
    waiting = delivery;
    timers.after(overtakenWithinMs, () => {
      if (waiting !== delivery) return;
      waiting = null;
      send(delivery);
    });
  };

  control.onChange((changed) => {
    if (!changed.has('holdWebhooks') || settings.holdWebhooks) return;
    const released = held.splice(0);
    for (const delivery of settings.reorderWebhooks ? released.reverse() : released) send(delivery);
  });

  return (delivery) => {
    if (settings.holdWebhooks) {
      delivery.status = 'held';
      held.push(delivery);
    } else if (settings.reorderWebhooks) sendOvertaken(delivery);
    else send(delivery);
  };
}
