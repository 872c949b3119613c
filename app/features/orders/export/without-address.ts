import type { DeliveryPlan, PlannedDelivery } from '../deliveries/types.ts';
import type { ExportRun } from './export-run.ts';
import type { Rest } from './rest-of-order.ts';
import type { ShopOrder } from './types.ts';

/** An event tells when the address comes; it is looked at in case that is lost. */
const AGAIN_AFTER_MS = 60 * 60_000;

/** Ways that lead to no address: the shopper comes, or nothing is sent. */
const NOWHERE = ['PICK_UP', 'NONE'];

/** Puts an order off of which something is to be sent to an address that it does not have, as orders of companies and drafts may; null for any other. */
export function withoutAddress(
  { clock }: Pick<ExportRun, 'clock'>,
  { shippingAddress }: Pick<ShopOrder, 'shippingAddress'>,
  { asks, waits, leftOut }: DeliveryPlan,
): Rest | null {
  if (shippingAddress !== null || !asks.some(needsAddress)) return null;
  return {
    kind: 'waiting',
    causes: [{ code: 'awaits_address' }, ...waits.map(({ cause }) => cause), ...leftOut],
    revisitAt: new Date(clock.now().getTime() + AGAIN_AFTER_MS),
  };
}

function needsAddress({ choice: { methodType, code } }: PlannedDelivery): boolean {
  // A collection names its store in the rate's code.
  return !NOWHERE.includes(methodType) && !(code?.includes(':') ?? false);
}
