import { err, ok, type Result } from 'neverthrow';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from '../dependencies.ts';
import { type AccountCause, ONESTOCK_ACCOUNT } from '../shape.ts';
import { bringUpToDate, type WebhookStatus } from './bring-up-to-date.ts';
import { removeWebhook } from './remove-webhook.ts';
import { SIGNATURE } from './report-signature.ts';
import { newSecrets, withNewKey } from './secrets.ts';
import { keepRecord, readRecord } from './webhook-record.ts';

/** OneStock does not tell of orders as it should. */
const WEBHOOK = { subject: ONESTOCK_ACCOUNT, source: 'onestock_webhook' } as const;

/**
 * Sees to it that the shop's OneStock site tells this app what happens to orders: by one webhook, at the shop's own address, with exactly
 * our topics and a hash key of ours, enabled. What is missing is created, what differs is put right, what OneStock has disabled is enabled,
 * and what is left over of ours is removed; webhooks of others are not touched. Where orders are not synchronized, ours is removed.
 *
 * Keeps the obstacle `onestock_webhook` as long as this fails, and while the webhook is paused.
 */
export function ensureWebhook(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
): Promise<Result<void, OneStockError>> {
  return underLock(dependencies, shop, { withKey: 'known' });
}

/**
 * The same, with a new hash key. Until OneStock has it, and after, messages signed with the one or two before are taken as well, so that
 * none is lost on the way.
 */
export function rotateWebhookKey(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
): Promise<Result<void, OneStockError>> {
  return underLock(dependencies, shop, { withKey: 'new' });
}

interface Wanted {
  withKey: 'known' | 'new';
}

function underLock(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
  wanted: Wanted,
): Promise<Result<void, OneStockError>> {
  return withLock(dependencies.database.pool, `onestock-webhook:${shop}`, async () => {
    const status = await ensure(dependencies, shop, wanted);
    await keepObstacle(dependencies, shop, status);
    return status.map(() => undefined);
  });
}

async function ensure(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
  { withKey }: Wanted,
): Promise<Result<WebhookStatus, OneStockError>> {
  const record = await readRecord(dependencies, shop);
  if (!record) return ok('settled');
  if (!record.syncsOrders) return removeWebhook(dependencies, record);

  const known = record.secrets ?? newSecrets();
  const secrets = withKey === 'new' ? withNewKey(known) : known;
  // Before OneStock has them, so that its first message is taken. An account changed meanwhile brings a job of its own.
  if (secrets !== record.secrets) {
    const { webhookId } = record;
    if (!(await keepRecord(dependencies, record, { webhookId, secrets }))) return ok('settled');
  }
  const found = await dependencies.obstacles.of(shop, ONESTOCK_ACCOUNT);
  const isKeyDoubted = found.some(({ source }) => source === SIGNATURE.source);
  const settled = await bringUpToDate(dependencies, { ...record, secrets }, isKeyDoubted);
  if (settled.isErr()) return err(settled.error);
  const { webhookId, status } = settled.value;
  await keepRecord(dependencies, record, { webhookId, secrets: { ...secrets, isSent: true } });
  if (isKeyDoubted) await dependencies.obstacles.clear(shop, SIGNATURE);
  return ok(status);
}

async function keepObstacle(
  { obstacles }: OneStockAccountDependencies,
  shop: ShopDomain,
  status: Result<WebhookStatus, OneStockError>,
): Promise<void> {
  const cause = status.match<AccountCause<'onestock_webhook'> | null>(
    (value) => (value === 'paused' ? { code: 'webhook_paused' } : null),
    ({ code }) => ({ code }),
  );
  if (cause === null) await obstacles.clear(shop, WEBHOOK);
  else await obstacles.raise(shop, { ...WEBHOOK, causes: [cause], severity: 'warning', remedies: ['open'] });
}
