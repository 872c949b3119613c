import { ok, type Result } from 'neverthrow';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { enqueueResolution } from '../note-event.ts';
import { createOrderVisit } from '../order-visit.ts';
import type { OrderPromises } from '../promise/index.ts';
import type { Outcome } from '../promise/resolve-promise.ts';
import type { OrderError } from '../shape.ts';
import { workAlone } from '../work-alone.ts';
import { exportOrder, leaveOutGone } from './export-order.ts';
import type { ExportDependencies, ExportOutcome } from './export-run.ts';

/** `exported` is null when the order's turn has not come, or there is no order any more. */
export interface ProcessedOrder {
  resolved: Outcome;
  exported: ExportOutcome | null;
}

/**
 * The whole work of an order's job: resolves its promise, then exports it with what was found, as OneStock takes a promise at creation only. An
 * order whose promise could not be written on it is exported all the same: somebody is to prepare it. Both are done under one lock and
 * upon one reading of the order. While somebody else works on the order, its job waits for a later run.
 *
 * @param attempt which try of the job this is; the first is 1
 * @returns an error when the job is to come again
 */
export function processOrder(
  dependencies: ExportDependencies & { orders: Pick<OrderPromises, 'resolveDuring'> },
  shop: ShopDomain,
  orderId: OrderId,
  attempt: number,
): Promise<Result<ProcessedOrder, OrderError>> {
  const work = async (): Promise<Result<ProcessedOrder, OrderError>> => {
    const visit = createOrderVisit(dependencies, shop, orderId);
    const resolved = await dependencies.orders.resolveDuring(visit, attempt);
    if (resolved.isErr()) return resolved.map((outcome) => ({ resolved: outcome, exported: null }));
    const { kind } = resolved.value;
    if (kind === 'gone') await leaveOutGone(dependencies, shop, orderId);
    if (kind === 'gone' || kind === 'waiting') return ok({ resolved: resolved.value, exported: null });
    const exported = await exportOrder(dependencies, visit, attempt);
    return exported.map((outcome) => ({ resolved: resolved.value, exported: outcome }));
  };
  return workAlone(dependencies, { shop, orderId }, attempt, work, async (until) => {
    await enqueueResolution(dependencies.jobs, { shop, orderId }, until);
    return ok({ resolved: { kind: 'waiting', until }, exported: null });
  });
}
