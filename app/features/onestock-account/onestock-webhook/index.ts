import type { Result } from 'neverthrow';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from '../dependencies.ts';
import { ensureAllWebhooks, rotateAllWebhookKeys, startWebhook } from '../start-runs.ts';
import { dropWebhook } from './drop-webhook.ts';
import { ensureWebhook, rotateWebhookKey } from './ensure-webhook.ts';
import { readWebhookSender, type WebhookSender } from './read-webhook-sender.ts';
import { reportSignature } from './report-signature.ts';

export type { WebhookSender } from './read-webhook-sender.ts';
export { NO_WEBHOOK } from './webhook-record.ts';

/** What has OneStock tell of a shop's orders. */
export interface OrderWebhook {
  /** The job `ensure-webhook`; see {@link ensureWebhook}. */
  ensureWebhook(shop: ShopDomain): Promise<Result<void, OneStockError>>;
  /** See {@link startWebhook}. */
  startWebhook(transaction: Prisma.TransactionClient, shop: ShopDomain): Promise<void>;
  /** To be called when a shop has left; see {@link dropWebhook}. */
  dropWebhook(shop: ShopDomain): Promise<void>;
  /** To be called every hour; see {@link ensureAllWebhooks}. */
  ensureAllWebhooks(): Promise<void>;
  /** See {@link rotateWebhookKey}. */
  rotateWebhookKey(shop: ShopDomain): Promise<Result<void, OneStockError>>;
  /** To be called every month; see {@link rotateAllWebhookKeys}. */
  rotateAllWebhookKeys(): Promise<void>;
  /** See {@link readWebhookSender}. */
  webhookSender(token: string): Promise<WebhookSender | null>;
  /** See {@link reportSignature}. */
  reportWebhookSignature(shop: ShopDomain): Promise<void>;
}

export function createOrderWebhook(dependencies: OneStockAccountDependencies): OrderWebhook {
  const { database, runs, obstacles } = dependencies;
  return {
    ensureWebhook: (shop) => ensureWebhook(dependencies, shop),
    startWebhook: (transaction, shop) => startWebhook(runs, transaction, shop),
    dropWebhook: (shop) => dropWebhook(dependencies, shop),
    ensureAllWebhooks: () => ensureAllWebhooks(database, runs),
    rotateWebhookKey: (shop) => rotateWebhookKey(dependencies, shop),
    rotateAllWebhookKeys: () => rotateAllWebhookKeys(database, runs),
    webhookSender: (token) => readWebhookSender(dependencies, token),
    reportWebhookSignature: (shop) => reportSignature(obstacles, shop),
  };
}
