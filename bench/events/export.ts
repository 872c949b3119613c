import { printFigure, rounded } from '../figure.ts';
import { query } from '../rates/rows.ts';
import { type Bench, tell } from './bench.ts';
import { call } from './call.ts';
import { exportedOrders, placeOrders } from './orders.ts';
import { drained, until } from './wait.ts';

const LATENCY_MS = 100;
const ANNOUNCED_WITHIN_MS = 120_000;

/**
 * Orders that were placed while the worker was stopped go to OneStock, which takes 100 ms for each answer. Counted from when the worker goes
 * on, with all events of Shopify in the inbox, to the last order's export.
 *
 * @returns the orders' ids in OneStock
 */
export async function exportBacklog({ sandbox, workers, meter }: Bench, orders: number): Promise<string[]> {
  const { onestock } = sandbox.ready;
  workers.stop();
  await placeOrders(sandbox, orders);
  const areAnnounced = await until(async () => {
    const [row] = await query<{ events: number }>(
      sandbox,
      `select count(*)::int as events from inbox_event
       where source = 'shopify' and topic in ('orders/create', 'fulfillment_orders/order_routing_complete')`,
    );
    return (row?.events ?? 0) >= 2 * orders;
  }, ANNOUNCED_WITHIN_MS);
  if (!areAnnounced)
    tell('Shopify has not announced every order twice; the rest is resolved when it is overdue.');

  await sandbox.controlOneStock({ latencyMs: LATENCY_MS });
  const askedBefore = await questions(onestock.control);
  const used = await meter();
  const startedAt = new Date();
  workers.go(1);
  const isDrained = await drained(sandbox);
  const use = await used();
  const asked = (await questions(onestock.control)) - askedBefore;
  await sandbox.controlOneStock({ latencyMs: 0 });

  const ids = await exportedOrders(sandbox);
  const [row] = await query<{ last: Date | null }>(
    sandbox,
    'select max(exported_at) as last from order_export',
  );
  const seconds = ((row?.last ?? startedAt).getTime() - startedAt.getTime()) / 1000;
  printFigure({
    figure: `orders exported by one worker process with OneStock at ${LATENCY_MS} ms`,
    value: rounded(ids.length / seconds, 1),
    unit: 'orders/s',
    vs_bare: null,
    target: 'all exported',
    pass: isDrained && ids.length === orders,
    orders: ids.length,
    seconds: rounded(seconds, 1),
    onestock_calls_an_order: rounded(asked / orders),
    ...use,
  });
  return ids;
}

async function questions(control: string): Promise<number> {
  const { requests } = await call<{ requests: Record<string, number> }>(control);
  return Object.values(requests).reduce((sum, count) => sum + count, 0);
}
