import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { GRANTED_SCOPES } from '#app/gateways/shopify/operations/scopes.ts';
import type { Wait } from '../deliveries/types.ts';
import type { ExportRun } from './export-run.ts';
import type { ShopOrder } from './types.ts';

const DAY_MS = 24 * 60 * 60_000;
/** An app sees orders of this age and below without a permission of its own (https://shopify.dev/docs/api/usage/access-scopes). */
export const READABLE_MS = 60 * DAY_MS;
const ALL_ORDERS = 'read_all_orders';
/** So long before is said that an order may not open in time. */
const WARNED_BEFORE_MS = 7 * DAY_MS;

/**
 * Whether something of an order opens when the app may no longer read the order: more than 60 days after it was placed, or on a day that Shopify does
 * not name, while the permission to read all orders is missing; and whether what waits for anything else is about to.
 */
export async function opensUnreadably(
  { visit, clock }: Pick<ExportRun, 'visit' | 'clock'>,
  { createdAt }: Pick<ShopOrder, 'createdAt'>,
  waits: readonly Wait[],
): Promise<Result<boolean, ShopifyError>> {
  const readableUntil = createdAt.getTime() + READABLE_MS;
  const isNearlyOver = clock.now().getTime() > readableUntil - WARNED_BEFORE_MS;
  const isLate = waits.some(
    ({ cause, until }) =>
      cause.code === 'opens_later' || (until ? until.getTime() > readableUntil : isNearlyOver),
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
