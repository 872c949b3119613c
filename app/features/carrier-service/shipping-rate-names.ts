import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import { DELIVERY_PROFILES, SHIPPING_MODE } from '#app/gateways/shopify/operations/delivery-profiles.ts';
import { MARKETS } from '#app/gateways/shopify/operations/markets.ts';
import { MARKET_RATES, ZONE_RATES } from '#app/gateways/shopify/operations/shipping-rates.ts';
import { readAllPages } from '#app/gateways/shopify/read-all-pages.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { CarrierServiceDependencies } from './dependencies.ts';

/**
 * The names of the merchant's own shipping rates, each once, in order. Rates of carriers and other apps have their names from them at
 * checkout only.
 */
export async function readShippingRateNames(
  { adminClients }: Pick<CarrierServiceDependencies, 'adminClients'>,
  shop: ShopDomain,
): Promise<Result<string[], ShopifyError>> {
  const client = await adminClients.forShop(shop);
  if (client.isErr()) return err(client.error);
  const admin = client.value;
  const mode = await admin.request(SHIPPING_MODE, {});
  if (mode.isErr()) return err(mode.error);
  const names = mode.value.shop.features.marketDrivenShipping ? await inMarkets(admin) : await inZones(admin);
  return names.map((found) => [...new Set(found)].sort((one, other) => one.localeCompare(other)));
}

async function inZones(admin: AdminClient): Promise<Result<string[], ShopifyError>> {
  const profiles = await readAllPages(
    (after) => admin.request(DELIVERY_PROFILES, { after }),
    ({ deliveryProfiles }) => deliveryProfiles,
  );
  if (profiles.isErr()) return err(profiles.error);
  const names: string[] = [];
  for (const { id: profileId, profileLocationGroups } of profiles.value) {
    for (const { locationGroup } of profileLocationGroups) {
      const ids = { profileId, locationGroupId: locationGroup.id };
      const zones = await readAllPages(
        (after) => admin.request(ZONE_RATES, { ...ids, after }),
        ({ deliveryProfile }) => deliveryProfile?.profileLocationGroups[0]?.locationGroupZones,
      );
      if (zones.isErr()) return err(zones.error);
      names.push(
        ...zones.value.flatMap(({ methodDefinitions }) => methodDefinitions.nodes.map(({ name }) => name)),
      );
    }
  }
  return ok(names);
}

async function inMarkets(admin: AdminClient): Promise<Result<string[], ShopifyError>> {
  const markets = await readAllPages(
    (after) => admin.request(MARKETS, { after }),
    (answer) => answer.markets,
  );
  if (markets.isErr()) return err(markets.error);
  const names: string[] = [];
  for (const { id } of markets.value) {
    const options = await readAllPages(
      (after) => admin.request(MARKET_RATES, { id, after }),
      ({ market }) => market?.delivery.shipping?.optionDefinitions,
    );
    if (options.isErr()) return err(options.error);
    names.push(...options.value.flatMap((option) => ('name' in option ? option.name : [])));
  }
  return ok(names);
}
