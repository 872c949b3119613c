import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { GRANTED_SCOPES } from '#app/gateways/shopify/operations/scopes.ts';
import type { Wait } from '../deliveries/types.ts';
import type { ExportRun } from './export-run.ts';
import type { ShopOrder } from './types.ts';

/** An app sees orders of this age and below without a permission of its own (https://shopify.dev/docs/api/usage/access-scopes). */
export const READABLE_MS = 60 * 24 * 60 * 60_000;
const ALL_ORDERS = 'read_all_orders';

/**
 * Whether something of an order opens when the app may no longer read the order: more than 60 days after it was placed, or on a day that Shopify does
 * not name, while the permission to read all orders is missing.
 */
export async function opensUnreadably(
  { visit }: Pick<ExportRun, 'visit'>,
  { createdAt }: Pick<ShopOrder, 'createdAt'>,
  waits: readonly Wait[],
): Promise<Result<boolean, ShopifyError>> {
  const readableUntil = createdAt.getTime() + READABLE_MS;
  const isLate = waits.some(
    ({ cause, until }) =>
      cause.code === 'opens_later' || (cause.code === 'opens_on' && (until?.getTime() ?? 0) > readableUntil),
  );
  if (!isLate) return ok(false);
  const client = await visit.client();
  if (client.isErr()) return err(client.error);
  return (await readsAllOrders(client.value)).map((isGranted) => !isGranted);
}

/** Whether the app may read orders of any age. */
export async function readsAllOrders(client: AdminClient): Promise<Result<boolean, ShopifyError>> {
  const granted = await client.request(GRANTED_SCOPES, {});
  return granted.map(({ currentAppInstallation: { accessScopes } }) =>
    accessScopes.some(({ handle }) => handle === ALL_ORDERS),
  );
}
