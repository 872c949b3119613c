import { allDefaultsOf, formOf, GROUPS } from '#app/features/settings/shape.ts';
import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Language } from '#app/words/languages.ts';
import type { ConfigurationFacts } from './facts.ts';
import { listed, type OneStockLists, type ShopifyLists } from './lists.ts';

/** What the page shows at once, from our own database. */
export async function readFacts(
  {
    settings,
    oneStockAccounts,
    deliveryOptions,
  }: Pick<PageServices, 'oneStockAccounts' | 'deliveryOptions' | 'settings'>,
  shop: ShopDomain,
  language: Language,
): Promise<ConfigurationFacts> {
  const [saved, status, options] = await Promise.all([
    settings.read(shop),
    oneStockAccounts.accountStatus(shop),
    deliveryOptions.list(shop),
  ]);
  const values = saved?.values ?? allDefaultsOf(GROUPS);
  const endpointIds = values.mappings.locations.map(({ endpointId }) => endpointId);
  return {
    values: { ...formOf(GROUPS, values), version: saved?.version ?? 1 },
    savedAt: saved?.savedAt?.toISOString() ?? null,
    connection: { ...status, checkedAt: status.checkedAt?.toISOString() ?? null },
    keptSecrets: status.hasAccount ? ['account:password'] : [],
    options: options.map(({ handle, names }) => ({
      handle,
      name: names[language] ?? Object.values(names)[0] ?? handle,
    })),
    endpointNames: Object.fromEntries(await oneStockAccounts.endpointNames(shop, endpointIds)),
  };
}

export async function readOneStockLists(
  { oneStockAccounts }: Pick<PageServices, 'oneStockAccounts'>,
  shop: ShopDomain,
): Promise<OneStockLists> {
  const [salesChannels, rulesetChainings] = await Promise.all([
    oneStockAccounts.salesChannels(shop),
    oneStockAccounts.rulesetChainings(shop),
  ]);
  return { salesChannels: listed(salesChannels), rulesetChainings: listed(rulesetChainings) };
}

export async function readShopifyLists(
  { shops, carrierService }: Pick<PageServices, 'shops' | 'carrierService'>,
  shop: ShopDomain,
): Promise<ShopifyLists> {
  const [locations, rateNames] = await Promise.all([
    shops.shopifyLocations(shop),
    carrierService.shippingRateNames(shop),
  ]);
  return { locations: listed(locations), rateNames: listed(rateNames) };
}
