import { err, ok, type Result } from 'neverthrow';
import type { AdminClient, AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { LOCATIONS } from '#app/gateways/shopify/operations/locations.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** The names of the shop's active locations that fulfil online orders. */
export async function readOnlineLocations(
  adminClients: AdminClients,
  shop: ShopDomain,
): Promise<Result<string[], ShopifyError>> {
  const client = await adminClients.forShop(shop);
  if (client.isErr()) return err(client.error);
  const names: string[] = [];
  let after: string | null = null;
  do {
    const answer: Awaited<ReturnType<typeof requestPage>> = await requestPage(client.value, after);
    if (answer.isErr()) return err(answer.error);
    const { nodes, pageInfo } = answer.value.locations;
    names.push(...nodes.filter((each) => each.fulfillsOnlineOrders).map(({ name }) => name));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return ok(names);
}

function requestPage(admin: AdminClient, after: string | null) {
  return admin.request(LOCATIONS, { after });
}
