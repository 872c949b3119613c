import type { Problems } from '#app/features/activity/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** Messages come to the secret address with signatures of no key of ours; the next look at the webhook sends the key again. */
export const SIGNATURE_PROBLEM = 'onestock_webhook_signature';

/** Takes note that a message to the shop's secret address was refused for its signature. */
export function reportSignature(problems: Problems, shop: ShopDomain): Promise<void> {
  return problems.raise(shop, {
    key: SIGNATURE_PROBLEM,
    severity: 'warning',
    message: MESSAGE,
    cause: { code: 'webhook_signature_unknown' },
  });
}

const MESSAGE =
  'Messages of OneStock about orders were refused, for they were not signed with a key of this app. Meanwhile shoppers hear later ' +
  'of what happens to their orders. The app gives OneStock its key again within the hour; if this message stays, ask OneStock ' +
  'how it signs the messages of its webhooks.';
