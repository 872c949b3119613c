import { err, ok, type Result } from 'neverthrow';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ConnectionDependencies } from '../dependencies.ts';
import { bringUpToDate, type WebhookStanding } from './bring-up-to-date.ts';
import { removeWebhook } from './remove-webhook.ts';
import { SIGNATURE_PROBLEM } from './report-signature.ts';
import { newSecrets, withNewKey } from './secrets.ts';
import { keepRecord, readRecord } from './webhook-record.ts';

/** OneStock does not tell of orders as it should. */
const PROBLEM = 'onestock_webhook';

/**
 * Sees to it that the shop's OneStock site tells this app what happens to orders: by one webhook, at the shop's own address, with exactly
 * our topics and a hash key of ours, enabled. What is missing is created, what differs is put right, what OneStock has disabled is enabled,
 * and what is left over of ours is removed; webhooks of others are not touched. Where orders are not synchronized, ours is removed.
 *
 * Keeps the problem `onestock_webhook` as long as this fails, and while the webhook is paused.
 */
export function ensureWebhook(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
): Promise<Result<void, OneStockError>> {
  return underLock(dependencies, shop, { withKey: 'known' });
}

/**
 * The same, with a new hash key. Until OneStock has it, and after, messages signed with the one or two before are taken as well, so that
 * none is lost on the way.
 */
export function rotateWebhookKey(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
): Promise<Result<void, OneStockError>> {
  return underLock(dependencies, shop, { withKey: 'new' });
}

interface Wanted {
  withKey: 'known' | 'new';
}

function underLock(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
  wanted: Wanted,
): Promise<Result<void, OneStockError>> {
  return withLock(dependencies.database.pool, `onestock-webhook:${shop}`, async () => {
    const standing = await ensure(dependencies, shop, wanted);
    await keepProblem(dependencies, shop, standing);
    return standing.map(() => undefined);
  });
}

async function ensure(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
  { withKey }: Wanted,
): Promise<Result<WebhookStanding, OneStockError>> {
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
  const open = await dependencies.problems.list(shop);
  const isKeyDoubted = open.some(({ key }) => key === SIGNATURE_PROBLEM);
  const settled = await bringUpToDate(dependencies, { ...record, secrets }, isKeyDoubted);
  if (settled.isErr()) return err(settled.error);
  const { webhookId, standing } = settled.value;
  await keepRecord(dependencies, record, { webhookId, secrets: { ...secrets, isSent: true } });
  if (isKeyDoubted) await dependencies.problems.clear(shop, SIGNATURE_PROBLEM);
  return ok(standing);
}

async function keepProblem(
  { problems }: ConnectionDependencies,
  shop: ShopDomain,
  standing: Result<WebhookStanding, OneStockError>,
): Promise<void> {
  const told = standing.match(
    (value) => (value === 'paused' ? { message: PAUSED, cause: { code: 'webhook_paused' } } : null),
    ({ code, message }) => ({
      message: `OneStock could not be asked to tell this app what happens to orders. ${message}`,
      cause: { code },
    }),
  );
  if (told === null) await problems.clear(shop, PROBLEM);
  else await problems.raise(shop, { key: PROBLEM, severity: 'warning', ...told });
}

const PAUSED =
  'The webhook of this app is paused in OneStock, which keeps its messages meanwhile: shoppers hear later of what happens to their ' +
  'orders. It goes on by itself when OneStock was only trying a message again. If somebody paused it, enable it in OneStock.';
