import { randomUUID } from 'node:crypto';
import type { Database } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { SHOP } from './admin-pages.ts';
import { keepEvent } from './inbox.ts';
import { keepCallback, quoteIdOf } from './kept-activity.ts';
import { keepOrder } from './kept-orders.ts';

const MINUTE_MS = 60_000;
export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * MINUTE_MS);

/** GIVEN a shop in which everything has happened that the page can show. */
export async function aBusyShop(database: Database) {
  const { prisma, pool } = database;
  const timeout = {
    code: 'onestock_timeout',
    message: 'OneStock did not answer in time. Shoppers saw a fallback.',
  };
  const decided = [
    { code: 'OPTION-1', handle: 'OPTION-1', kept: true, reason: 'promised', rung: 'onestock' as const },
    { code: 'EXPRESS', handle: 'EXPRESS', kept: false, reason: 'country_not_served', rung: 'none' as const },
  ];
  const callbackId = await keepCallback(database, {
    shop: SHOP,
    receivedAt: minutesAgo(9),
    rates: 2,
    options: decided,
  });
  await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(8), rung: 'memory', rates: 2 });
  await keepCallback(database, {
    shop: SHOP,
    receivedAt: minutesAgo(7),
    rung: 'none',
    country: 'DE',
    status: 503,
    failure: timeout,
    options: [
      {
        code: 'EXPRESS',
        handle: 'EXPRESS',
        kept: false,
        reason: 'onestock_timeout, fallback_hides',
        rung: 'none',
      },
    ],
  });
  await keepCallback(database, { shop: SHOP, receivedAt: minutesAgo(6), rung: 'fallback', rates: 1 });
  const order = { shop: SHOP, firstSeenAt: minutesAgo(5) };
  await prisma.orderPromise.create({
    data: {
      ...order,
      orderId: 'gid://shopify/Order/1001',
      orderName: '#1001',
      state: 'resolved',
      source: 'checkout',
      groups: [{ quoteId: quoteIdOf(callbackId, 1) }],
    },
  });
  const refused = { code: 'metafields_refused', params: { order: '#1002', said: 'Not this type.' } };
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1002, seenAt: order.firstSeenAt, promiseState: 'waiting' },
    obstacles: [{ source: 'promise', causes: [refused], remedies: ['retry', 'dismiss', 'open'] }],
  });
  const event = { source: 'shopify', shop: SHOP, topic: 'orders/create', receivedAt: minutesAgo(5) };
  await prisma.inboxEvent.create({
    data: {
      ...event,
      messageId: randomUUID(),
      subject: 'gid://shopify/Order/1001',
      state: 'done',
      attempts: 1,
      handledAt: minutesAgo(5),
    },
  });
  const eventId = await keepEvent(database, {
    ...event,
    topic: 'fulfillment_orders/order_routing_complete',
    subject: 'gid://shopify/FulfillmentOrder/77',
    state: 'needs_attention',
    attempts: 10,
    facts: { locationId: '12' },
    failure: { code: 'shopify_unreachable' },
  });
  await prisma.run.createMany({
    data: [
      {
        shop: SHOP,
        kind: 'check_account',
        startedBy: 'schedule',
        askedAt: minutesAgo(4),
        startedAt: minutesAgo(4),
        finishedAt: minutesAgo(3.99),
        state: 'done',
      },
      {
        shop: SHOP,
        kind: 'prepare_shop',
        startedBy: 'event',
        askedAt: minutesAgo(3),
        startedAt: minutesAgo(3),
        finishedAt: minutesAgo(2.999),
        state: 'failed',
        causes: [{ code: 'shopify_throttled' }],
      },
    ],
  });
  const { id: runId } = await prisma.run.create({
    data: {
      shop: SHOP,
      kind: 'sweep_orders',
      startedBy: 'merchant',
      askedAt: minutesAgo(2),
      startedAt: minutesAgo(2),
      state: 'running',
      total: 400,
      done: 118,
      failed: 2,
      counts: { order_taken_up: 118, shopify_timeout: 2 },
      causes: [{ code: 'shopify_timeout' }],
      outcomes: {
        create: ['order_taken_up', 'shopify_timeout'].map((code, place) => ({
          number: place + 1,
          subject: `gid://shopify/Order/${1001 + place}`,
          code,
          hasFailed: place === 1,
        })),
      },
    },
  });
  await createJobs<'resolve-order'>(pool).enqueue(
    'resolve-order',
    { shop: SHOP, orderId: 'gid://shopify/Order/1001' },
    { runAt: minutesAgo(-5) },
  );
  return { callbackId, eventId, runId };
}
