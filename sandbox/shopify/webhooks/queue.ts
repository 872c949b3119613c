import type { Control } from '../control/control.ts';
import type { Timers } from '../timers.ts';
import type { Delivery } from './delivery.ts';
import type { Send } from './retries.ts';

/** A webhook that waits to be overtaken leaves by itself after this long. */
const overtakenWithinMs = 1000;

/** Lets deliveries go as they come, unless the control door holds them back or mixes them up. */
export function createQueue(control: Control, timers: Timers, send: Send): (delivery: Delivery) => void {
  const { settings } = control;
  const held: Delivery[] = [];
  let waiting: Delivery | null = null;

  const sendOneByOne = async (deliveries: Delivery[]): Promise<void> => {
    for (const delivery of deliveries) await send(delivery);
  };

  const sendOvertaken = (delivery: Delivery): void => {
    if (waiting) {
      const overtaken = waiting;
      waiting = null;
      void sendOneByOne([delivery, overtaken]);
      return;
    }
    waiting = delivery;
    timers.after(overtakenWithinMs, () => {
      if (waiting !== delivery) return;
      waiting = null;
      void send(delivery);
    });
  };

  control.onChange((changed) => {
    if (!changed.has('holdWebhooks') || settings.holdWebhooks) return;
    const released = held.splice(0);
    if (settings.reorderWebhooks) void sendOneByOne(released.reverse());
    else for (const delivery of released) void send(delivery);
  });

  return (delivery) => {
    if (settings.holdWebhooks) {
      delivery.status = 'held';
      held.push(delivery);
    } else if (settings.reorderWebhooks) sendOvertaken(delivery);
    else void send(delivery);
  };
}
