import type { Causes } from '#app/features/obstacles/index.ts';
import type { DeliveryNow } from '#app/features/orders/index.ts';

/** What OneStock says now of each delivery, or why it does not. */
export type NowAnswer = { isKnown: true; now: DeliveryNow[] } | { isKnown: false; causes?: Causes };
