import { z } from 'zod';
import { HANDLE_EVENT } from '#app/features/inbox/index.ts';
import { CONVERGE_ORDER, RESOLVE_ORDER } from '#app/features/orders/index.ts';
import { TAKE_RUN_STEP } from '#app/features/runs/shape.ts';
import { parseOrderId } from '#app/gateways/shopify/ids.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Task } from '#app/platform/jobs/task.ts';
import type { Logger } from '#app/platform/log.ts';
import { parseShopDomain } from '#app/platform/tenant.ts';
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
const orderJob = z.object({ shop: shopDomain, orderId });
const convergenceJob = z.object({ shop: shopDomain, oneStockOrderId: z.string() });
const eventJob = z.object({ eventId: z.uuid() });
const runStepJob = z.object({ runId: z.uuid(), step: z.number() });

/** What the worker does, by the name of the job. Each ends well or throws, and then the job comes again. */
export function createTasks(services: Services, log: Logger): Record<string, Task> {
  const { oneStockAccounts, shops, orders, inbox, records, runs, runSteps } = services;
  const clock = systemClock;
  return {
    [HANDLE_EVENT]: async (payload) => {
      const { eventId } = eventJob.parse(payload);
      const outcome = await inbox.handle(eventId);
      if (outcome.isErr()) throw new JobFailed(outcome.error);
    },
    [RESOLVE_ORDER]: async (payload, { attempt }) => {
      const job = orderJob.parse(payload);
      const outcome = await orders.export.process(job.shop, job.orderId, attempt);
      if (outcome.isErr()) throw new JobFailed(outcome.error);
    },
    [CONVERGE_ORDER]: async (payload, { attempt }) => {
      const { shop, oneStockOrderId } = convergenceJob.parse(payload);
      const orderId = await orders.convergence.takeUp({ shop, oneStockOrderId });
      if (orderId === null) return;
      const outcome = await orders.convergence.converge(shop, orderId, attempt);
      if (outcome.isErr()) throw new JobFailed(outcome.error);
    },
    'compare-orders': async () => {
      await orders.convergence.compareDue();
    },
    [TAKE_RUN_STEP]: async (payload, context) => {
      const outcome = await runSteps.take(runStepJob.parse(payload), context);
      if (outcome.isErr()) throw new JobFailed(outcome.error);
    },
    'sweep-all-orders': () => orders.export.sweepAll(runs),
    'ensure-all-webhooks': () => oneStockAccounts.ensureAllWebhooks(),
    'rotate-all-webhook-keys': () => oneStockAccounts.rotateAllWebhookKeys(),
    'check-all-accounts': () => oneStockAccounts.checkAllAccounts(),
    'prepare-all-shops': () => shops.prepareAllShops(),
    'mirror-all-endpoints': () => oneStockAccounts.mirrorAllEndpoints(),
    'requeue-stranded-work': async () => {
      const strandedOrders = await orders.promise.requeueStrandedOrders();
      const strandedEvents = await inbox.requeueStranded();
      const count = strandedOrders + strandedEvents + (await runs.requeueStranded());
      if (count > 0)
        log.warn({ count }, 'orders, events or runs had waited without a job and were given one');
    },
    'expire-records': async () => {
      await records.expire(clock.now());
    },
  };
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
