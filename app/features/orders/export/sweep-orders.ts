import { err, ok, type Result } from 'neverthrow';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { CHANGED_ORDERS } from '#app/gateways/shopify/operations/order-export.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { AWAITS_PAYMENT, EXPORT_GIVEN_UP } from '../row-conditions.ts';
import { RESOLVE_ORDER } from '../shape.ts';
import { type FoundOrder, type KnownToSweep, needsWork } from './needs-work.ts';
import { takeUpOrders } from './take-up-orders.ts';
import { isPaid } from './to-shop-order.ts';

/** The job that sweeps one shop. */
export const SWEEP_ORDERS = 'sweep-orders';

export interface SweepDependencies {
  database: Database;
  jobs: Jobs<typeof RESOLVE_ORDER | typeof SWEEP_ORDERS>;
  adminClients: AdminClients;
  clock: Clock;
}

/** Shopify's search lags behind its orders, by seconds as a rule: what is swept twice is done once. */
const OVERLAP_MS = 10 * 60_000;

/** Asks for every shop that synchronizes orders to be swept. */
export async function sweepAllOrders({ database, jobs }: SweepDependencies): Promise<void> {
  const shops = await database.prisma.shop.findMany({
    where: { uninstalledAt: null, syncsOrders: true },
    select: { domain: true },
  });
  for (const { domain } of shops) {
    await jobs.enqueue(SWEEP_ORDERS, { shop: domain }, { jobKey: `${SWEEP_ORDERS}:${domain}` });
  }
}

/**
 * Looks for orders that no event announced, or whose change no event told: those changed since the last sweep, with an overlap, and placed
 * since the shop synchronizes orders. Each that has something left to do is given a job. The
 * first sweep after the switch was turned on takes up the orders of an earlier time too. A sweep that fails half-way is made again from
 * where the last whole one began (https://shopify.dev/docs/apps/build/webhooks/best-practices asks for such a reconciliation).
 *
 * @returns how many orders were given a job
 */
export async function sweepOrders(
  dependencies: SweepDependencies,
  shop: ShopDomain,
): Promise<Result<number, ShopifyError>> {
  const { database, adminClients, clock } = dependencies;
  const row = await database.prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null, syncsOrders: true },
    select: { syncsOrdersSince: true, installedAt: true, ordersSweptTo: true },
  });
  if (!row) return ok(0);
  const client = await adminClients.forShop(shop);
  if (client.isErr()) return err(client.error);
  const startedAt = clock.now();
  const since = row.syncsOrdersSince ?? row.installedAt;
  const sweptTo = row.ordersSweptTo?.getTime() ?? 0;
  const from = new Date(Math.max(since.getTime(), sweptTo - OVERLAP_MS));
  const query = `updated_at:>='${toSecond(from)}' AND created_at:>='${toSecond(since)}'`;
  let count = row.ordersSweptTo === null ? await takeUpStanding(database, shop) : 0;
  let after: string | null = null;
  do {
    const answer: Result<Page, ShopifyError> = await client.value
      .request(CHANGED_ORDERS, { query, after })
      .map(({ orders }) => orders);
    if (answer.isErr()) return err(answer.error);
    const { nodes, pageInfo }: Page = answer.value;
    count += await addJobs(dependencies, shop, nodes.map(toFoundOrder), startedAt);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  await database.prisma.shop.updateMany({
    where: { domain: shop, syncsOrders: true, syncsOrdersSince: row.syncsOrdersSince },
    data: { ordersSweptTo: startedAt },
  });
  return ok(count);
}

/**
 * Gives a job to every order that OneStock is not done with. While orders were not synchronized, nobody listened to what became of
 * those that had been sent before: one cancelled in Shopify would be prepared all the same, and a parcel that left would be missing there. So
 * they are due for comparison too.
 */
async function takeUpStanding({ pool }: Database, shop: ShopDomain): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(TAKE_UP_STANDING, [RESOLVE_ORDER, shop]);
  return rows[0]?.count ?? 0;
}

const TAKE_UP_STANDING = `
  with standing as (
    update order_export set compare_at = now()
    where shop = $2 and exported_at is not null and state <> 'closed'
    returning shop, order_id
  )
  select enqueue_jobs(jsonb_agg(jsonb_build_object(
    'task', $1::text, 'key', 'order:' || shop || ':' || order_id,
    'payload', jsonb_build_object('shop', shop, 'orderId', order_id)))) as count
  from standing`;

interface Node {
  id: string;
  createdAt: string;
  cancelledAt: string | null;
  edited: boolean;
  displayFinancialStatus: Parameters<typeof isPaid>[0];
  refunds: { id: string }[];
}

interface Page {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

function toFoundOrder(node: Node): FoundOrder {
  return {
    orderId: node.id as OrderId,
    createdAt: new Date(node.createdAt),
    isCancelled: node.cancelledAt !== null,
    isChanged: node.edited || node.refunds.length > 0,
    isPaid: isPaid(node.displayFinancialStatus),
  };
}

async function addJobs(
  { database, jobs }: SweepDependencies,
  shop: ShopDomain,
  found: readonly FoundOrder[],
  now: Date,
): Promise<number> {
  const ids = found.map(({ orderId }) => orderId);
  const rows = await database.prisma.$queryRaw<(KnownToSweep & { orderId: string })[]>`
    select ids.id as "orderId", state, exported_at as "exportedAt", ${AWAITS_PAYMENT} as "awaitsPayment", ${EXPORT_GIVEN_UP} as "isGivenUp",
      has_job('order:' || ${shop} || ':' || ids.id) as "hasJob"
    from unnest(${ids}::text[]) as ids(id)
    left join order_export as export on export.shop = ${shop} and export.order_id = ids.id`;
  const known = new Map(rows.map((row) => [row.orderId, row]));
  const lacking = found.filter((order) => needsWork(order, known.get(order.orderId), now));
  const orderIds = lacking.map(({ orderId }) => orderId).sort();
  await database.prisma.$transaction((transaction) => takeUpOrders(jobs, transaction, shop, orderIds, now));
  return lacking.length;
}

/** Shopify's times are cut to the second. */
function toSecond(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
