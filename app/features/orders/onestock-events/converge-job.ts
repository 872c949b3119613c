import type { OrderId, ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';

/** The job that reads an order at OneStock again and makes Shopify's like it. */
export const CONVERGE_ORDER = 'converge-order';

/** The payload of that job. */
export interface ConvergeOrderPayload {
  shop: ShopDomain;
  orderId: OrderId;
}

/** Adds the order's job, or moves the one that waits: however many ask for it, one is done. */
export function enqueueConvergence(
  jobs: Jobs<typeof CONVERGE_ORDER>,
  { shop, orderId }: ConvergeOrderPayload,
  runAt: Date,
): Promise<void> {
  const payload: ConvergeOrderPayload = { shop, orderId };
  return jobs.enqueue(CONVERGE_ORDER, payload, { jobKey: `converge:${shop}:${orderId}`, runAt });
}
