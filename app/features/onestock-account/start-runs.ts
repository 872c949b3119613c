import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import type { AccountRun } from './shape.ts';

type Starting = OneStockAccountDependencies['runs'];

/** Starts a run for a shop because of a change, with which it appears. However often it is asked for, one waits: each brings the whole of its part up to date. */
export async function startForShop(
  runs: Starting,
  kind: AccountRun,
  shop: ShopDomain,
  transaction: Prisma.TransactionClient,
): Promise<void> {
  await runs.start({ shop, kind, by: 'event' }, transaction);
}

/** Starts the run that makes or removes a shop's webhook, where there is anything for it to do. */
export async function startWebhook(
  runs: Starting,
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
): Promise<void> {
  const concerned = await transaction.oneStockConnection.count({ where: { shop, ...HAS_OR_NEEDS_WEBHOOK } });
  if (concerned > 0) await startForShop(runs, 'ensure_webhook', shop, transaction);
}

const HAS_OR_NEEDS_WEBHOOK: Prisma.OneStockConnectionWhereInput = {
  OR: [{ owner: { syncsOrders: true } }, { webhookTokenHash: { not: null } }],
};

/** Asks for the stores of every connected shop to be read again. */
export function mirrorAllEndpoints(database: Database, runs: Starting): Promise<void> {
  return startForConnectedShops(database, runs, 'mirror_stores');
}

/** Asks for the account of every connected shop to be checked: a fault is found, or found to be gone, before a merchant looks. */
export function checkAllAccounts(database: Database, runs: Starting): Promise<void> {
  return startForConnectedShops(database, runs, 'check_account');
}

/**
 * Asks for the webhook of every connected shop to be looked at whose orders are synchronized, or were and left one behind: OneStock disables
 * a webhook whose messages nobody acknowledged, and says so to people only.
 */
export function ensureAllWebhooks(database: Database, runs: Starting): Promise<void> {
  return startForConnectedShops(database, runs, 'ensure_webhook', HAS_OR_NEEDS_WEBHOOK);
}

/** Asks for a new hash key of every webhook; OneStock goes on signing with the former ones too. */
export function rotateAllWebhookKeys(database: Database, runs: Starting): Promise<void> {
  return startForConnectedShops(database, runs, 'rotate_webhook_key', { owner: { syncsOrders: true } });
}

async function startForConnectedShops(
  { prisma }: Database,
  runs: Starting,
  kind: AccountRun,
  condition: Prisma.OneStockConnectionWhereInput = {},
): Promise<void> {
  const connected = await prisma.oneStockConnection.findMany({
    where: { AND: [{ owner: { uninstalledAt: null } }, condition] },
    select: { shop: true },
  });
  await runs.startAll(
    { kind, by: 'schedule' },
    connected.map(({ shop }) => shop as ShopDomain),
  );
}
