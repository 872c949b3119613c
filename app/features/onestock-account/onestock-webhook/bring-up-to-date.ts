import { err, ok, type Result } from 'neverthrow';
import type { OneStockError, OneStockWebhook } from '#app/gateways/onestock/index.ts';
import type { OneStockAccountDependencies } from '../dependencies.ts';
import { webhookUrl } from './address.ts';
import { recogniseWebhooks } from './recognise-webhooks.ts';
import type { WebhookSecrets } from './secrets.ts';
import type { WebhookRecord } from './webhook-record.ts';

/**
 * What OneStock tells this app: https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/620429319/Webhook+configuration
 */
const TOPICS = ['order_state_changed', 'parcel_state_changed', 'line_item_group_state_changed'] as const;

/** `paused`: OneStock keeps the messages, by itself while it tries one again, or because somebody asked for it. */
export type WebhookStatus = 'settled' | 'paused';

interface Settled {
  webhookId: string;
  status: WebhookStatus;
}

/**
 * Makes OneStock have the shop's one webhook as it should be, with the secrets that are given.
 *
 * @param isKeyDoubted whether OneStock may have lost the key, so that it is sent again
 */
export async function bringUpToDate(
  dependencies: Pick<OneStockAccountDependencies, 'database' | 'oneStock' | 'appUrl'>,
  { account, webhookId, secrets }: WebhookRecord & { secrets: WebhookSecrets },
  isKeyDoubted: boolean,
): Promise<Result<Settled, OneStockError>> {
  const { database, oneStock, appUrl } = dependencies;
  const { token, keys, isSent } = secrets;
  const wanted = { url: webhookUrl(appUrl, token), topics: TOPICS, hashKey: keys[0] ?? '' };
  const listed = await oneStock.listWebhooks(account);
  if (listed.isErr()) return err(listed.error);
  const { kept, leftovers } = await recogniseWebhooks(database, appUrl, listed.value, {
    id: webhookId,
    token,
  });

  let settled: Settled;
  if (kept === null) {
    const created = await oneStock.createWebhook(account, wanted);
    if (created.isErr()) return err(created.error);
    settled = { webhookId: created.value.id, status: 'settled' };
  } else {
    const mended = await mend(dependencies, account, kept, wanted, { isSent, isKeyDoubted });
    if (mended.isErr()) return err(mended.error);
    settled = mended.value;
  }
  for (const { id } of leftovers) {
    const deleted = await oneStock.deleteWebhook(account, id);
    if (deleted.isErr()) return err(deleted.error);
  }
  return ok(settled);
}

/**
 * What stays as it is keeps its messages: a webhook is changed only where it has to be, and enabled after that, since OneStock then sends
 * what it has stored.
 */
async function mend(
  { oneStock }: Pick<OneStockAccountDependencies, 'oneStock'>,
  account: WebhookRecord['account'],
  webhook: OneStockWebhook,
  wanted: { url: string; topics: typeof TOPICS; hashKey: string },
  { isSent, isKeyDoubted }: { isSent: boolean; isKeyDoubted: boolean },
): Promise<Result<Settled, OneStockError>> {
  let { id } = webhook;
  if (!isSent || isKeyDoubted || !isAsWanted(webhook, wanted)) {
    const updated = await oneStock.updateWebhook(account, id, wanted);
    if (updated.isErr()) return err(updated.error);
    id = updated.value.id;
  }
  // One that took the place of another is enabled from the start.
  const status = id === webhook.id ? webhook.status : 'enabled';
  const isPaused = status === 'paused';
  // With its key back it need not wait for the next try of the message that was refused.
  if (status === 'disabled' || (isPaused && isKeyDoubted)) {
    const enabled = await oneStock.setWebhookStatus(account, id, 'enabled');
    if (enabled.isErr()) return err(enabled.error);
  }
  return ok({ webhookId: id, status: isPaused && !isKeyDoubted ? 'paused' : 'settled' });
}

/** What the site does not tell counts as right. */
function isAsWanted(
  { url, topics }: OneStockWebhook,
  wanted: { url: string; topics: typeof TOPICS },
): boolean {
  if (url !== null && url !== wanted.url) return false;
  if (topics === null) return true;
  return topics.length === wanted.topics.length && wanted.topics.every((topic) => topics.includes(topic));
}
