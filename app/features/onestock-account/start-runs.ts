import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { callbackPrefix } from '#app/features/carrier-service/callback-address.ts';
import type { ConnectionDependencies, ConnectionRun } from './dependencies.ts';

type Starting = ConnectionDependencies['runs'];

/** Starts a run for a shop because of a change, with which it appears. However often it is asked for, one waits: each brings the whole of its part up to date. */
export async function startForShop(
  runs: Starting,
  kind: ConnectionRun,
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

/** Asks for every installed shop to be prepared whose carrier service is not known to call this app at its present address. */
export async function repointCarrierServices(
  { prisma }: Database,
  runs: Starting,
  appUrl: string,
): Promise<void> {
  const elsewhere = await prisma.shop.findMany({
    where: {
      uninstalledAt: null,
      OR: [
        { carrierCallbackUrl: null },
        { carrierCallbackUrl: { not: { startsWith: callbackPrefix(appUrl) } } },
      ],
    },
    select: { domain: true },
  });
  await startAll(runs, 'prepare_shop', elsewhere);
}

/** Asks for every installed shop to be prepared: a plan that lost carrier-calculated rates, or a definition that was deleted, is found. */
export async function prepareAllShops({ prisma }: Database, runs: Starting): Promise<void> {
  const installed = await prisma.shop.findMany({ where: { uninstalledAt: null }, select: { domain: true } });
  await startAll(runs, 'prepare_shop', installed);
}

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
  kind: ConnectionRun,
  condition: Prisma.OneStockConnectionWhereInput = {},
): Promise<void> {
  const connected = await prisma.oneStockConnection.findMany({
    where: { AND: [{ owner: { uninstalledAt: null } }, condition] },
    select: { shop: true },
  });
  await startAll(
    runs,
    kind,
    connected.map(({ shop }) => ({ domain: shop })),
  );
}

async function startAll(
  runs: Starting,
  kind: ConnectionRun,
  shops: readonly { domain: string }[],
): Promise<void> {
  await runs.startAll(
    { kind, by: 'schedule' },
    shops.map(({ domain }) => domain as ShopDomain),
  );
}
