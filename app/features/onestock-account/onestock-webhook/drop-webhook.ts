import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from '../dependencies.ts';
import { removeWebhook } from './remove-webhook.ts';
import { readRecord } from './webhook-record.ts';

/**
 * Removes the webhook of a shop that has left, where OneStock lets it; that of a shop that is back by now stays. One that is left behind
 * does no harm and is logged: its address leads to no shop, and OneStock disables a webhook whose messages nobody takes
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration). Waits for OneStock, a minute at the most
 * each time that it is asked, and for the job `ensure-webhook`, which makes a new one after this for a shop that comes back.
 */
export async function dropWebhook(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
): Promise<void> {
  const { database, log } = dependencies;
  try {
    const code = await withLock(database.pool, `onestock-webhook:${shop}`, async () => {
      const record = await readRecord(dependencies, shop, 'left');
      const removed = record && (await removeWebhook(dependencies, record));
      return removed?.isErr() ? removed.error.code : null;
    });
    if (code) log.warn({ shop, code }, LEFT_BEHIND);
  } catch (error) {
    // Such as a password that cannot be opened any more: the shop has left all the same.
    log.warn({ shop, err: error }, LEFT_BEHIND);
  }
}

const LEFT_BEHIND = 'the webhook of a shop that left is left behind in OneStock';
