import type { ObstacleKey } from '#app/features/obstacles/index.ts';
import { orderAddress } from './orders/order-address.ts';

/** Where a person looks at what an obstacle is about, or mends it. */
export function obstacleAddress({ subject: { kind, id }, source }: ObstacleKey): string {
  if (kind === 'order') return orderAddress(id);
  if (kind === 'event') return `/app/activity/events/${id}`;
  if (kind === 'run') return '/app/activity?list=jobs';
  if (kind === 'onestock_account') return '/app/configuration';
  if (kind === 'carrier_service') return '/app/checkout';
  return source === 'currency_mismatch' ? '/app/options' : '/app';
}
