import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { callbackPrefix } from './carrier-callback.ts';
import type { ConnectionTask, ShopJob } from './dependencies.ts';

/** Adds a job for a shop. However often it is asked for, one waits: every task brings the whole of their part up to date. */
export async function enqueueForShop(
  jobs: Jobs<ConnectionTask>,
  task: ConnectionTask,
  shop: string,
  transaction?: Prisma.TransactionClient,
): Promise<void> {
  const payload: ShopJob = { shop };
  await jobs.enqueue(task, payload, { jobKey: `${task}:${shop}` }, transaction);
}

/** Adds the job that makes or removes a shop's webhook, where there is anything for it to do. */
export async function enqueueWebhook(
  jobs: Jobs<ConnectionTask>,
  transaction: Prisma.TransactionClient,
  shop: string,
): Promise<void> {
  const concerned = await transaction.oneStockConnection.count({ where: { shop, ...HAS_OR_NEEDS_WEBHOOK } });
  if (concerned > 0) await enqueueForShop(jobs, 'ensure-webhook', shop, transaction);
}

const HAS_OR_NEEDS_WEBHOOK: Prisma.OneStockConnectionWhereInput = {
  OR: [{ owner: { syncsOrders: true } }, { webhookTokenHash: { not: null } }],
};

/** Asks for every installed shop to be prepared whose carrier service is not known to call this app at its present address. */
export async function repointCarrierServices(
  { prisma }: Database,
  jobs: Jobs<ConnectionTask>,
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
  for (const { domain } of elsewhere) await enqueueForShop(jobs, 'prepare-shop', domain);
}

/** Asks for every installed shop to be prepared: a plan that lost carrier-calculated rates, or a definition that was deleted, is found. */
export async function prepareAllShops({ prisma }: Database, jobs: Jobs<ConnectionTask>): Promise<void> {
  const installed = await prisma.shop.findMany({ where: { uninstalledAt: null }, select: { domain: true } });
  for (const { domain } of installed) await enqueueForShop(jobs, 'prepare-shop', domain);
}

/** Asks for the stores of every connected shop to be read again. */
export function mirrorAllEndpoints(database: Database, jobs: Jobs<ConnectionTask>): Promise<void> {
  return enqueueForConnectedShops(database, jobs, 'mirror-endpoints');
}

/** Asks for the account of every connected shop to be checked: a fault is found, or found to be gone, before a merchant looks. */
export function checkAllAccounts(database: Database, jobs: Jobs<ConnectionTask>): Promise<void> {
  return enqueueForConnectedShops(database, jobs, 'check-account');
}

/**
 * Asks for the webhook of every connected shop to be looked at whose orders are synchronized, or were and left one behind: OneStock disables
 * a webhook whose messages nobody acknowledged, and says so to people only.
 */
export function ensureAllWebhooks(database: Database, jobs: Jobs<ConnectionTask>): Promise<void> {
  return enqueueForConnectedShops(database, jobs, 'ensure-webhook', HAS_OR_NEEDS_WEBHOOK);
}

/** Asks for a new hash key of every webhook; OneStock goes on signing with the former ones too. */
export function rotateAllWebhookKeys(database: Database, jobs: Jobs<ConnectionTask>): Promise<void> {
  return enqueueForConnectedShops(database, jobs, 'rotate-webhook-key', { owner: { syncsOrders: true } });
}

async function enqueueForConnectedShops(
  { prisma }: Database,
  jobs: Jobs<ConnectionTask>,
  task: ConnectionTask,
  condition: Prisma.OneStockConnectionWhereInput = {},
): Promise<void> {
  const connected = await prisma.oneStockConnection.findMany({
    where: { AND: [{ owner: { uninstalledAt: null } }, condition] },
    select: { shop: true },
  });
  for (const { shop } of connected) await enqueueForShop(jobs, task, shop);
}
