import { err, type Result } from 'neverthrow';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { LOCATIONS } from '#app/gateways/shopify/operations/locations.ts';
import { readAllPages } from '#app/gateways/shopify/read-all-pages.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** A place of the merchant's in Shopify. */
export interface ShopifyLocation {
  /** Shopify's global id. */
  id: string;
  name: string;
  city: string | null;
  /** It is the place of another fulfillment service. */
  isOfService: boolean;
}

/** The active locations of the shop, by name, as Shopify tells them now. */
export async function readShopifyLocations(
  { adminClients }: { adminClients: AdminClients },
  shop: ShopDomain,
): Promise<Result<ShopifyLocation[], ShopifyError>> {
  const client = await adminClients.forShop(shop);
  if (client.isErr()) return err(client.error);
  const admin = client.value;
  const read = await readAllPages(
    (after) => admin.request(LOCATIONS, { after }),
    ({ locations }) => locations,
  );
  return read.map((locations) =>
    locations.map(({ id, name, address, isFulfillmentService: isOfService }) => ({
      ...{ id, name, city: address.city, isOfService },
    })),
  );
}
