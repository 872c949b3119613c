import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import type { RunBeginning, RunFailure, RunKind, Runs, WrittenPage } from '#app/features/runs/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { CHANGED_ORDERS } from '#app/gateways/shopify/operations/order-export.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { ENQUEUE_RESOLUTIONS } from '../note-event.ts';
import { AWAITS_PAYMENT, EXPORT_GIVEN_UP } from '../row-conditions.ts';
import type { RESOLVE_ORDER } from '../shape.ts';
import { type FoundOrder, type KnownToSweep, needsWork } from './needs-work.ts';
import { takeUpOrders } from './take-up-orders.ts';
import { isPaid } from './to-shop-order.ts';

/** The run that sweeps one shop. */
export const SWEEP_ORDERS = 'sweep_orders';

export interface SweepDependencies {
  database: Database;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  adminClients: AdminClients;
  clock: Clock;
}

/** The first page takes up all orders of a shop that OneStock is not done with. */
const TAKE_UP_TIMEOUT_MS = 60_000;

/** Shopify's search lags behind its orders, by seconds as a rule: what is swept twice is done once. */
const OVERLAP_MS = 10 * 60_000;

/** The sweep that a run makes: since when the shop synchronizes orders, and which page of Shopify's answer is the next. */
const cursor = z.object({
  startedAt: z.coerce.date(),
  /** Orders that changed since then. */
  from: z.coerce.date(),
  /** Orders that were placed since then. */
  since: z.coerce.date(),
  /** The shop's own value of that, by which a change of the switch is known. */
  switchedOnAt: z.coerce.date().nullable(),
  isFirst: z.boolean(),
  after: z.string().nullable(),
});
type Cursor = z.infer<typeof cursor>;

/** Starts a sweep of every shop that synchronizes orders and is not being swept. */
export async function sweepAllOrders(
  { database }: Pick<SweepDependencies, 'database'>,
  runs: Pick<Runs, 'startAll'>,
): Promise<void> {
  const shops = await database.prisma.shop.findMany({
    where: { uninstalledAt: null, syncsOrders: true },
    select: { domain: true },
  });
  const asked = { kind: SWEEP_ORDERS, by: 'schedule' as const };
  await runs.startAll(
    asked,
    shops.map(({ domain }) => domain as ShopDomain),
  );
}

/**
 * Looks for orders that no event announced, or whose change no event told: those changed since the last sweep, with an overlap, and placed
 * since the shop synchronizes orders. Each that has something left to do is given a job. The
 * first sweep after the switch was turned on takes up the orders of an earlier time too. A sweep that fails half-way goes on at its page, or,
 * once it was given up, is made again from
 * where the last whole one began (https://shopify.dev/docs/apps/build/webhooks/best-practices asks for such a reconciliation).
 *
 * Done are the orders that were given a job.
 */
export function sweepRun(dependencies: SweepDependencies): RunKind<Cursor> {
  return {
    kind: SWEEP_ORDERS,
    givenUpCode: 'sweep_orders_given_up',
    writeTimeoutMs: TAKE_UP_TIMEOUT_MS,
    cursor,
    start: ({ shop }) => start(dependencies, shop),
    read: async ({ shop, cursor }) => {
      const client = await dependencies.adminClients.forShop(shop);
      if (client.isErr()) return err(toFailure(client.error));
      const { from, since, after } = cursor;
      const query = `updated_at:>='${toSecond(from)}' AND created_at:>='${toSecond(since)}'`;
      const answer = await client.value.request(CHANGED_ORDERS, { query, after });
      if (answer.isErr()) return err(toFailure(answer.error));
      return ok((transaction) => writePage(dependencies, transaction, shop, cursor, answer.value.orders));
    },
  };
}

async function start(
  { database, clock }: SweepDependencies,
  shop: ShopDomain,
): Promise<Result<RunBeginning<Cursor> | null, RunFailure>> {
  const row = await database.prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null, syncsOrders: true },
    select: { syncsOrdersSince: true, installedAt: true, ordersSweptTo: true },
  });
  if (!row) return ok(null);
  const { syncsOrdersSince: switchedOnAt, ordersSweptTo } = row;
  const since = switchedOnAt ?? row.installedAt;
  const from = new Date(Math.max(since.getTime(), (ordersSweptTo?.getTime() ?? 0) - OVERLAP_MS));
  const isFirst = ordersSweptTo === null;
  return ok({
    cursor: { startedAt: clock.now(), from, since, switchedOnAt, isFirst, after: null },
    total: null,
  });
}

/** The orders of a page get their jobs; the last page tells up to when the shop is swept. */
async function writePage(
  { jobs, clock }: SweepDependencies,
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  cursor: Cursor,
  { nodes, pageInfo }: Page,
): Promise<WrittenPage<Cursor>> {
  const isFirstPage = cursor.isFirst && cursor.after === null;
  const known = isFirstPage ? await takeUpKnownOrders(transaction, shop) : 0;
  const lacking = await findLacking(transaction, shop, nodes.map(toFoundOrder), clock.now());
  if (lacking.length > 0) await takeUpOrders(jobs, transaction, shop, lacking, clock.now());
  const outcomes = lacking.map((subject) => ({ subject, cause: TAKEN_UP, hasFailed: false }));
  const done = known + lacking.length;
  if (pageInfo.hasNextPage && pageInfo.endCursor !== null)
    return { next: { ...cursor, after: pageInfo.endCursor }, done, outcomes };
  await transaction.shop.updateMany({
    where: { domain: shop, syncsOrders: true, syncsOrdersSince: cursor.switchedOnAt },
    data: { ordersSweptTo: cursor.startedAt },
  });
  return { next: null, done, outcomes };
}

/** What a sweep tells of an order that it found. */
const TAKEN_UP = { code: 'order_taken_up' };

function toFailure({ code, retryable }: ShopifyError): RunFailure {
  return { code, retryable };
}

/**
 * Gives a job to every order that OneStock is not done with. While orders were not synchronized, nobody listened to what became of
 * those that had been sent before: one cancelled in Shopify would be prepared all the same, and a parcel that left would be missing there. So
 * they are due for comparison too.
 */
async function takeUpKnownOrders(transaction: Prisma.TransactionClient, shop: ShopDomain): Promise<number> {
  const [taken] = await transaction.$queryRaw<{ count: number }[]>`
    with taken as (
      update order_export set compare_at = now()
      where shop = ${shop} and (state = 'waiting' or exported_at is not null and state <> 'closed')
      returning shop, order_id
    )
    select ${ENQUEUE_RESOLUTIONS} as count from taken`;
  return taken?.count ?? 0;
}

interface Node {
  id: string;
  createdAt: string;
  cancelledAt: string | null;
  updatedAt: string;
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
    updatedAt: new Date(node.updatedAt),
    isPaid: isPaid(node.displayFinancialStatus),
  };
}

/** Those of the found orders that have something left to do, in the order of their ids. */
async function findLacking(
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  found: readonly FoundOrder[],
  now: Date,
): Promise<OrderId[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ orderId }) => orderId);
  const rows = await transaction.$queryRaw<(KnownToSweep & { orderId: string })[]>`
    select ids.id as "orderId", export.state, exported_at as "exportedAt", ${AWAITS_PAYMENT} as "awaitsPayment", ${EXPORT_GIVEN_UP} as "isGivenUp",
      promise.updated_at as "readAt",
      has_job('order:' || ${shop} || ':' || ids.id) as "hasJob"
    from unnest(${ids}::text[]) as ids(id)
    left join order_export as export on export.shop = ${shop} and export.order_id = ids.id
    left join order_promise as promise on promise.shop = ${shop} and promise.order_id = ids.id`;
  const known = new Map(rows.map((row) => [row.orderId, row]));
  const lacking = found.filter((order) => needsWork(order, known.get(order.orderId), now));
  return lacking.map(({ orderId }) => orderId).toSorted();
}

/** Shopify's times are cut to the second. */
function toSecond(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
