import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import type { ConnectionDiagnosis } from '#app/features/connection/index.ts';
import { HANDLE_EVENT } from '#app/features/inbox/index.ts';
import { CONVERGE_ORDER, RESOLVE_ORDER, SWEEP_ORDERS } from '#app/features/orders/index.ts';
import { parseOrderId } from '#app/gateways/shopify/ids.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Task } from '#app/platform/jobs/task.ts';
import type { Logger } from '#app/platform/log.ts';
import { parseShopDomain, type ShopDomain } from '#app/platform/tenant.ts';
import type { Services } from './services.ts';

/**
 * What no event announces is looked for every five minutes, and accounts are tried; old records go, and shops are prepared anew, once a night; OneStock's stores
 * are read again every six hours, and its webhooks are looked at every hour, with a new
 * key every month. In UTC.
 */
export const CRONTAB = [
  '*/5 * * * * requeue-stranded-work',
  '*/5 * * * * sweep-all-orders',
  '*/5 * * * * compare-orders',
  '*/5 * * * * check-all-accounts',
  '17 2 * * * expire-records',
  '29 3 * * * prepare-all-shops',
  '41 */6 * * * mirror-all-endpoints',
  '13 * * * * ensure-all-webhooks',
  '53 4 1 * * rotate-all-webhook-keys',
].join('\n');

const shopDomain = z.string().transform((text, context) => parseShopDomain(text) ?? refuse(context));
const orderId = z.string().transform((text, context) => parseOrderId(text) ?? refuse(context));
const shopJob = z.object({ shop: shopDomain });
const orderJob = z.object({ shop: shopDomain, orderId });
const convergenceJob = z.object({ shop: shopDomain, oneStockOrderId: z.string() });
const eventJob = z.object({ eventId: z.uuid() });

/** What the worker does, by the name of the job. Each ends well or throws, and then the job comes again. */
export function createTasks(services: Services, log: Logger): Record<string, Task> {
  const { connection, orders, orderExports, orderConvergence, oneStockEvents, activity, inbox, records } =
    services;
  const clock = systemClock;
  /** Work for one shop, of which a record is kept for its merchant. It comes again where that can help. */
  const forShop =
    (task: string, work: (shop: ShopDomain) => Promise<Result<unknown, Failure>>): Task =>
    async (payload) => {
      const { shop } = shopJob.parse(payload);
      const outcome = await activity.recordRun({ shop, task }, () => work(shop));
      if (outcome.isErr() && outcome.error.retryable) throw new JobFailed(outcome.error);
    };
  return {
    [HANDLE_EVENT]: async (payload) => {
      const { eventId } = eventJob.parse(payload);
      const outcome = await inbox.handle(eventId);
      if (outcome.isErr()) throw new JobFailed(outcome.error);
    },
    [RESOLVE_ORDER]: async (payload, { attempt }) => {
      const job = orderJob.parse(payload);
      const outcome = await orderExports.process(job.shop, job.orderId, attempt);
      if (outcome.isErr()) throw new JobFailed(outcome.error);
    },
    [CONVERGE_ORDER]: async (payload, { attempt }) => {
      const { shop, oneStockOrderId } = convergenceJob.parse(payload);
      const orderId = await oneStockEvents.takeUp({ shop, oneStockOrderId });
      if (orderId === null) return;
      const outcome = await orderConvergence.converge(shop, orderId, attempt);
      if (outcome.isErr()) throw new JobFailed(outcome.error);
    },
    'compare-orders': async () => {
      await orderConvergence.compareDue();
    },
    [SWEEP_ORDERS]: forShop(SWEEP_ORDERS, (shop) => orderExports.sweep(shop)),
    'sweep-all-orders': () => orderExports.sweepAll(),
    'prepare-shop': forShop('prepare-shop', (shop) => connection.prepareShop(shop)),
    'mirror-endpoints': forShop('mirror-endpoints', (shop) => connection.mirrorEndpoints(shop)),
    'check-account': forShop('check-account', async (shop) =>
      (await connection.checkAccount(shop)).andThen(unlessFailing),
    ),
    'ensure-webhook': forShop('ensure-webhook', (shop) => connection.ensureWebhook(shop)),
    'ensure-all-webhooks': () => connection.ensureAllWebhooks(),
    'rotate-webhook-key': forShop('rotate-webhook-key', (shop) => connection.rotateWebhookKey(shop)),
    'rotate-all-webhook-keys': () => connection.rotateAllWebhookKeys(),
    'check-all-accounts': () => connection.checkAllAccounts(),
    'prepare-all-shops': () => connection.prepareAllShops(),
    'mirror-all-endpoints': () => connection.mirrorAllEndpoints(),
    'requeue-stranded-work': async () => {
      const strandedOrders = await orders.requeueStrandedOrders();
      const strandedEvents = await inbox.requeueStranded();
      const count = strandedOrders + strandedEvents;
      if (count > 0) log.warn({ count }, 'orders or events had waited without a job and were given one');
    },
    'expire-records': async () => {
      await records.expire(clock.now());
    },
  };
}

interface Failure {
  code: string;
  retryable: boolean;
}

/** An account that fails is looked at again within minutes: its job does not come again by itself. */
function unlessFailing({ state, fault }: ConnectionDiagnosis): Result<void, Failure> {
  return state === 'fails' ? err({ code: fault ?? 'onestock_failed', retryable: false }) : ok();
}

/** Puts a job back whose failure was foreseen; the log names it by its code. */
class JobFailed extends Error {
  readonly code: string;

  constructor({ code }: { code: string }) {
    super(code);
    this.name = 'JobFailed';
    this.code = code;
  }
}

function refuse(context: z.RefinementCtx<string>): never {
  context.addIssue({ code: 'custom', message: 'Not an id of Shopify.' });
  return z.NEVER;
}
