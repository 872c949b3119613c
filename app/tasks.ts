import { z } from 'zod';
import { HANDLE_INBOX_EVENT, handleInboxEvent } from '#app/features/activity/index.ts';
import { RESOLVE_ORDER } from '#app/features/orders/index.ts';
import { parseOrderId, parseShopDomain } from '#app/gateways/shopify/ids.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Task } from '#app/platform/jobs/task.ts';
import type { Logger } from '#app/platform/log.ts';
import type { Services } from './services.ts';

/**
 * What no event announces is looked for every five minutes, and accounts are tried; old records go, and shops are prepared anew, once a night; OneStock's stores
 * are read again every six hours. In UTC.
 */
export const CRONTAB = [
  '*/5 * * * * requeue-stranded-work',
  '*/5 * * * * check-all-accounts',
  '17 2 * * * expire-records',
  '29 3 * * * prepare-all-shops',
  '41 */6 * * * mirror-all-endpoints',
].join('\n');

const shopDomain = z.string().transform((text, context) => parseShopDomain(text) ?? refuse(context));
const orderId = z.string().transform((text, context) => parseOrderId(text) ?? refuse(context));
const shopJob = z.object({ shop: shopDomain });
const orderJob = z.object({ shop: shopDomain, orderId });
const eventJob = z.object({ eventId: z.uuid() });

/** What the worker does, by the name of the job. Each ends well or throws, and then the job comes again. */
export function createTasks(services: Services, log: Logger): Record<string, Task> {
  const { database, connection, orders, activity, inboxHandlers } = services;
  const clock = systemClock;
  return {
    [HANDLE_INBOX_EVENT]: async (payload) => {
      const { eventId } = eventJob.parse(payload);
      const outcome = await handleInboxEvent({ database, clock, log, handlers: inboxHandlers }, eventId);
      if (outcome.isErr()) throw new JobFailed(outcome.error);
    },
    [RESOLVE_ORDER]: async (payload, { attempt }) => {
      const job = orderJob.parse(payload);
      const outcome = await orders.resolvePromise(job.shop, job.orderId, attempt);
      if (outcome.isErr()) throw new JobFailed(outcome.error);
    },
    'prepare-shop': async (payload) => {
      const outcome = await connection.prepareShop(shopJob.parse(payload).shop);
      if (outcome.isErr() && outcome.error.retryable) throw new JobFailed(outcome.error);
    },
    'mirror-endpoints': async (payload) => {
      const outcome = await connection.mirrorEndpoints(shopJob.parse(payload).shop);
      if (outcome.isErr() && outcome.error.retryable) throw new JobFailed(outcome.error);
    },
    'check-account': async (payload) => {
      await connection.checkAccount(shopJob.parse(payload).shop);
    },
    'check-all-accounts': () => connection.checkAllAccounts(),
    'prepare-all-shops': () => connection.prepareAllShops(),
    'mirror-all-endpoints': () => connection.mirrorAllEndpoints(),
    'requeue-stranded-work': async () => {
      const strandedOrders = await orders.requeueStrandedOrders();
      const count = strandedOrders + (await activity.requeueStrandedEvents(clock.now()));
      if (count > 0) log.warn({ count }, 'orders or events had waited without a job and were given one');
    },
    'expire-records': async () => {
      await activity.expireRecords(clock.now());
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
