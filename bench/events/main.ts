/**
 * `npm run bench:events`: what the event door does with 30,000 signed messages of OneStock about 3,000 orders at 500 a second, once with the
 * worker stopped and once with it running; that none is lost; and how long the worker takes for what has piled up. One JSON line a figure.
 *
 * `npm run bench:events -- 3000` sends fewer.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseShopDomain } from '#app/gateways/shopify/ids.ts';
import { loadConfig } from '#app/platform/config/index.ts';
import { createLogger } from '#app/platform/log.ts';
import { createServices } from '#app/services.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { printFigure, rounded } from '../figure.ts';
import { load } from '../rates/load.ts';
import { query } from '../rates/rows.ts';
import { oneStockOrderId, type Target, wireMessage } from './messages.ts';
import { processorSeconds } from './processor-time.ts';

const EVENTS = Number(process.argv[2] ?? 30_000);
const ORDERS = 3_000;
const PER_SECOND = 500;
const CONNECTIONS = 20;
const TARGET_MS = 50;
const POLL_MS = 250;
const PATIENCE_MS = 20 * 60_000;

let sent = 0;
const sandbox = await startSandboxProcess();
const { web, worker } = sandbox.ready.processes;
try {
  const target = await synchronize(sandbox);
  await keepOrders(sandbox);

  process.kill(worker, 'SIGSTOP');
  await acknowledged(target, 'the worker stopped');
  await noneLost();
  process.kill(worker, 'SIGCONT');
  await drained();
  await acknowledged(target, 'the worker running');
  await noneLost();
  await drained();
} finally {
  process.kill(worker, 'SIGCONT');
  await sandbox.stop();
}

/** Turns the synchronization of orders on, which makes the webhook. */
async function synchronize({ ready }: RunningSandbox): Promise<Target> {
  const shop = parseShopDomain(ready.shop);
  if (!shop) throw new Error('The sandbox names no shop.');
  await query(sandbox, 'update shop set syncs_orders = true where domain = $1', [shop]);
  const log = createLogger('fatal');
  const { databaseUrl, environment } = ready;
  const config = loadConfig(environment, { role: 'worker' });
  if (config.isErr()) throw new Error('The sandbox’s environment cannot be read.');
  const services = createServices(config.value, { databaseUrl, poolSize: 2, log });
  try {
    const made = await services.connection.ensureWebhook(shop);
    if (made.isErr()) throw new Error(made.error.message);
    const seen = await fetch(`${ready.onestock.control}/webhooks`);
    const { webhooks } = (await seen.json()) as { webhooks: { url: string }[] };
    const { pathname } = new URL(webhooks[0]?.url ?? '');
    const sender = await services.connection.webhookSender(pathname.split('/').at(-1) ?? '');
    return { path: pathname, hashKey: sender?.keys[0] ?? '' };
  } finally {
    await services.close();
  }
}

/** Orders that the messages are about, as if the app had created them in OneStock. */
async function keepOrders({ ready }: RunningSandbox): Promise<void> {
  const orders = Array.from({ length: ORDERS }, (_, order) => order);
  await query(
    sandbox,
    `insert into order_export (shop, order_id, onestock_order_id, state)
     select $1, 'gid://shopify/Order/' || 9000000 + "order", name, 'exported'
     from unnest($2::int[], $3::text[]) as kept ("order", name)`,
    [ready.shop, orders, orders.map(oneStockOrderId)],
  );
}

async function acknowledged(target: Target, circumstances: string): Promise<void> {
  const before = await processorSeconds(web);
  const { latencyUs, statuses, seconds, requestsPerSecond } = await load({
    port: Number(new URL(sandbox.ready.web).port),
    connections: CONNECTIONS,
    next: () => wireMessage(target, sent++, ORDERS),
    requests: EVENTS,
    perSecond: PER_SECOND,
  });
  const p99 = latencyUs.percentile(99) / 1000;
  const after = await processorSeconds(web);
  printFigure({
    figure: `acknowledgement at ${PER_SECOND} events/s with ${circumstances}, p99`,
    value: rounded(p99),
    unit: 'ms',
    vs_bare: null,
    target: `<= ${TARGET_MS} ms`,
    pass: p99 <= TARGET_MS,
    events: EVENTS,
    per_second: Math.round(requestsPerSecond),
    statuses,
    web_cpu: before === null || after === null ? null : rounded((after - before) / seconds),
  });
}

async function noneLost(): Promise<void> {
  const [row] = await query<{ kept: number }>(
    sandbox,
    "select count(*)::int as kept from inbox_event where source = 'onestock'",
  );
  const lost = sent - (row?.kept ?? 0);
  printFigure({
    figure: 'events acknowledged and not kept',
    value: lost,
    unit: 'events',
    vs_bare: null,
    target: '0',
    pass: lost === 0,
  });
}

/** Waits until no message is left to be handled, and tells how fast that went. */
async function drained(): Promise<void> {
  const waiting = async () => {
    const [row] = await query<{ events: number; orders: number }>(
      sandbox,
      `select (select count(*)::int from inbox_event where source = 'onestock' and state = 'waiting') as events,
         (select count(*)::int from graphile_worker.jobs where task_identifier = 'converge-order') as orders`,
    );
    return row ?? { events: 0, orders: 0 };
  };
  const startedAt = performance.now();
  const before = await processorSeconds(worker);
  const { events } = await waiting();
  let left = await waiting();
  while (left.events > 0) {
    if (performance.now() - startedAt > PATIENCE_MS) break;
    await pause(POLL_MS);
    left = await waiting();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const after = await processorSeconds(worker);
  printFigure({
    figure: 'backlog of events handled by one worker process',
    value: Math.round((events - left.events) / seconds),
    unit: 'events/s',
    vs_bare: null,
    target: 'none left',
    pass: left.events === 0,
    events,
    seconds: rounded(seconds, 1),
    orders_to_converge: left.orders,
    worker_cpu: before === null || after === null ? null : rounded((after - before) / seconds),
  });
}
