import { LRUCache } from 'lru-cache';
import type { OneStockAccounts, WebhookSender } from '#app/features/onestock-account/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { readOrderSettings } from '../../order-settings.ts';

/** Hundreds of events come in a second; a key that OneStock is given waits for none of them, for it signs with the former ones too. */
const REMEMBERED_MS = 10_000;
const MOST_SENDERS = 5_000;

/** Whose site sends to an address, and how its messages are known to be its own. */
export interface EventSender extends WebhookSender {
  /** What its signatures may cover. */
  signatureForm: 'body' | 'body_or_timestamp';
}

/** Finds senders by the path token, and remembers them for ten seconds. Says null of a token that belongs to no installed shop. */
export function createEventSenders(dependencies: {
  database: Pick<Database, 'prisma'>;
  oneStockAccounts: Pick<OneStockAccounts, 'webhookSender'>;
}): (token: string) => Promise<EventSender | null> {
  const { database, oneStockAccounts } = dependencies;
  const senders = new LRUCache<string, EventSender>({
    max: MOST_SENDERS,
    ttl: REMEMBERED_MS,
    async fetchMethod(token) {
      const sender = await oneStockAccounts.webhookSender(token);
      if (!sender) return undefined;
      const { oneStockSignatureForm } = await readOrderSettings(database, sender.shop);
      return {
        ...sender,
        signatureForm: oneStockSignatureForm === 'timestamp' ? 'body_or_timestamp' : 'body',
      };
    },
  });
  return async (token) => (await senders.fetch(token)) ?? null;
}
