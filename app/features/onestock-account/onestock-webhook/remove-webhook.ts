import { err, ok, type Result } from 'neverthrow';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { OneStockAccountDependencies } from '../dependencies.ts';
import { recogniseWebhooks } from './recognise-webhooks.ts';
import { SIGNATURE } from './report-signature.ts';
import { keepRecord, type WebhookRecord } from './webhook-record.ts';

/** Has OneStock tell this app nothing more of a shop's orders; its address leads nowhere from then on. */
export async function removeWebhook(
  dependencies: OneStockAccountDependencies,
  record: WebhookRecord,
): Promise<Result<'settled', OneStockError>> {
  const { database, oneStock, obstacles, appUrl } = dependencies;
  const { account, webhookId, secrets } = record;
  if (secrets === null) return ok('settled');
  const listed = await oneStock.listWebhooks(account);
  if (listed.isErr()) return err(listed.error);
  const { kept, leftovers } = await recogniseWebhooks(database, appUrl, listed.value, {
    id: webhookId,
    token: secrets.token,
  });
  for (const { id } of kept ? [kept, ...leftovers] : leftovers) {
    const deleted = await oneStock.deleteWebhook(account, id);
    if (deleted.isErr()) return err(deleted.error);
  }
  await keepRecord(dependencies, record, null);
  await obstacles.clear(record.shop, SIGNATURE);
  return ok('settled');
}
