import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ConnectionDependencies } from '../dependencies.ts';
import { removeWebhook } from './remove-webhook.ts';
import { readRecord } from './webhook-record.ts';

/**
 * Removes the webhook of a shop that leaves, where OneStock lets it. One that stays behind does no harm: its address leads to no shop, and
 * OneStock disables a webhook whose messages nobody takes
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration).
 */
export async function dropWebhook(dependencies: ConnectionDependencies, shop: ShopDomain): Promise<void> {
  try {
    await withLock(dependencies.database.pool, `onestock-webhook:${shop}`, async () => {
      const record = await readRecord(dependencies, shop);
      if (record) await removeWebhook(dependencies, record);
    });
  } catch {
    // Whatever is wrong, such as a password that cannot be opened any more, keeps no shop from leaving.
  }
}
