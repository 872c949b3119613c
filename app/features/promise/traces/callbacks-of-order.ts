import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { parseQuoteId } from '../quote-id.ts';
import { isOrder } from './order-condition.ts';

/**
 * The ids of the rate requests whose promises an order carries, whether or not their traces are still kept.
 *
 * @param order its name (`#1001`, also without the mark) or its id
 */
export async function callbacksOfOrder(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  order: string,
): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ groups: KeptGroup[] }[]>`
    select groups from order_promise where shop = ${shop} and ${isOrder(order)}`;
  return rows.flatMap(({ groups }) => callbackIdsOf(groups));
}

/** What the resolution of an order keeps of a delivery group, as far as it is needed here. */
export interface KeptGroup {
  quoteId: string | null;
}

export function callbackIdsOf(groups: readonly KeptGroup[]): string[] {
  const ids = groups.flatMap(({ quoteId }) => (quoteId && parseQuoteId(quoteId)?.callbackId) || []);
  return [...new Set(ids)];
}
