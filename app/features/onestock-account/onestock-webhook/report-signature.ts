import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type AccountCause, ONESTOCK_ACCOUNT } from '../shape.ts';

/** Messages come to the secret address with signatures of no key of ours; the next look at the webhook sends the key again. */
export const SIGNATURE = { subject: ONESTOCK_ACCOUNT, source: 'onestock_webhook_signature' } as const;

/** Takes note that a message to the shop's secret address was refused for its signature. */
export function reportSignature(obstacles: Obstacles, shop: ShopDomain): Promise<void> {
  const cause: AccountCause<'onestock_webhook_signature'> = { code: 'webhook_signature_unknown' };
  return obstacles.raise(shop, { ...SIGNATURE, causes: [cause], severity: 'warning', remedies: ['open'] });
}
