import { err, ok, type Result } from 'neverthrow';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { enqueueResolution } from '../note-event.ts';
import { createOrderVisit } from '../order-visit.ts';
import type { OrderPromises } from '../promise/index.ts';
import type { Outcome } from '../promise/resolve-promise.ts';
import type { OrderError } from '../shape.ts';
import { workAlone } from '../work-alone.ts';
import { exportOrder } from './export-order.ts';
import type { ExportDependencies, ExportOutcome } from './export-run.ts';

/** `exported` is null when the order's turn has not come. */
export interface ProcessedOrder {
  resolved: Outcome;
  exported: ExportOutcome | null;
}

/**
 * The whole work of an order's job: finds its promise, exports it with what was found, as OneStock takes a promise at creation only, and then
 * writes on it what was found and what OneStock has of it. An order whose promise could not be written on it is exported all the same: somebody is
 * to prepare it. All is done under one lock and, unless somebody else writes in between, upon one reading of the order. While somebody else works on
 * the order, its job waits for a later run.
 *
 * @param attempt which try of the job this is; the first is 1. One that follows a failure may be cut off by the export too, and so writes what was
 *   found before it as well
 * @returns an error when the job is to come again
 */
export function processOrder(
  dependencies: ExportDependencies & { orders: Pick<OrderPromises, 'findDuring' | 'writeDuring'> },
  shop: ShopDomain,
  orderId: OrderId,
  attempt: number,
): Promise<Result<ProcessedOrder, OrderError>> {
  const { orders } = dependencies;
  const work = async (): Promise<Result<ProcessedOrder, OrderError>> => {
    const visit = createOrderVisit(dependencies, shop, orderId);
    const found = await orders.findDuring(visit, attempt);
    if (found.isErr()) return err(found.error);
    const isKept = found.value.kind === 'found';
    const early = isKept && attempt > 1 ? await orders.writeDuring(visit, attempt) : found;
    const begun = early.unwrapOr(found.value);
    if (begun.kind === 'waiting') return ok({ resolved: begun, exported: null });
    const exported = await exportOrder(dependencies, visit, attempt);
    if (mayHaveSent(exported)) visit.changed();
    const isToWrite = begun.kind === 'found' || (isKept && begun.kind === 'resolved');
    const resolved = isToWrite ? await orders.writeDuring(visit, attempt) : ok(begun);
    if (resolved.isErr()) return err(resolved.error);
    return exported.map((outcome) => ({ resolved: resolved.value, exported: outcome }));
  };
  return workAlone(dependencies, { shop, orderId }, attempt, work, async (until) => {
    await enqueueResolution(dependencies.jobs, { shop, orderId }, until);
    return ok({ resolved: { kind: 'waiting', until }, exported: null });
  });
}

/** Of several deliveries some may have been sent where another could not be. */
function mayHaveSent(exported: Result<ExportOutcome, OrderError>): boolean {
  return exported.isErr() || exported.value.kind === 'exported' || exported.value.kind === 'needs_attention';
}
