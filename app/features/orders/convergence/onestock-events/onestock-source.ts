import type { EventSource } from '#app/features/inbox/index.ts';
import { convergenceAfter } from './converge-job.ts';
import { describeOneStockEvent } from './describe-event.ts';

/** The name of OneStock as a source of events. */
export const ONESTOCK = 'onestock';

/** OneStock as a source of events. Each is a hint that something happened to an order, which is read again once for all of them. */
export const oneStockSource: EventSource = {
  name: ONESTOCK,
  read: describeOneStockEvent,
  jobs: { kind: 'shared', jobOf: convergenceAfter },
};
