import { ok, type Result } from 'neverthrow';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Orders } from '../promise/index.ts';
import type { Outcome } from '../promise/resolve-promise.ts';
import type { OrderError } from '../shape.ts';
import { exportOrder, leaveOutGone } from './export-order.ts';
import type { ExportDependencies, ExportOutcome } from './export-run.ts';

/** `exported` is null when the order's turn has not come, or there is no order any more. */
export interface ProcessedOrder {
  resolved: Outcome;
  exported: ExportOutcome | null;
}

/**
 * The whole work of an order's job: resolves its promise, then exports it with what was found, as OneStock takes a promise at creation only. An
 * order whose promise could not be written on it is exported all the same: somebody is to prepare it.
 *
 * @param attempt which try of the job this is; the first is 1
 * @returns an error when the job is to come again
 */
export async function processOrder(
  dependencies: ExportDependencies & { orders: Pick<Orders, 'resolvePromise'> },
  shop: ShopDomain,
  orderId: OrderId,
  attempt: number,
): Promise<Result<ProcessedOrder, OrderError>> {
  const resolved = await dependencies.orders.resolvePromise(shop, orderId, attempt);
  if (resolved.isErr()) return resolved.map((outcome) => ({ resolved: outcome, exported: null }));
  const { kind } = resolved.value;
  if (kind === 'gone') await leaveOutGone(dependencies, shop, orderId);
  if (kind === 'gone' || kind === 'waiting') return ok({ resolved: resolved.value, exported: null });
  const exported = await exportOrder(dependencies, shop, orderId, attempt);
  return exported.map((outcome) => ({ resolved: resolved.value, exported: outcome }));
}
