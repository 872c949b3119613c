import type { Configuration, Connection } from '#app/features/connection/index.ts';
import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Language } from '#app/words/languages.ts';
import type { ConfigurationFacts } from './facts.ts';
import { formValues } from './form-values.ts';
import { listed, type OneStockLists, type ShopifyLists } from './lists.ts';

/** What the page shows at once, from our own database. */
export async function readFacts(
  services: Pick<PageServices, 'connection' | 'deliveryOptions' | 'orderSettings'>,
  shop: ShopDomain,
  language: Language,
): Promise<ConfigurationFacts> {
  const [configuration, options, orderSettings] = await Promise.all([
    services.connection.configuration(shop),
    services.deliveryOptions.list(shop),
    services.orderSettings.read(shop),
  ]);
  return {
    values: formValues(configuration, orderSettings),
    savedAt: configuration?.savedAt?.toISOString() ?? null,
    connection: {
      hasAccount: Boolean(configuration?.account),
      standing: configuration?.standing ?? 'none',
      fault: configuration?.fault ?? null,
      checkedAt: configuration?.checkedAt?.toISOString() ?? null,
    },
    options: options.map(({ handle, names }) => ({
      handle,
      name: names[language] ?? Object.values(names)[0] ?? handle,
    })),
    endpointNames: endpointNames(configuration),
  };
}

function endpointNames(configuration: Configuration | null): Record<string, string> {
  const named = (configuration?.locations ?? []).flatMap(({ endpointId, endpointName }) =>
    endpointName === null ? [] : [[endpointId, endpointName] as const],
  );
  return Object.fromEntries(named);
}

export async function readOneStockLists(connection: Connection, shop: ShopDomain): Promise<OneStockLists> {
  const [salesChannels, rulesetChainings] = await Promise.all([
    connection.salesChannels(shop),
    connection.rulesetChainings(shop),
  ]);
  return { salesChannels: listed(salesChannels), rulesetChainings: listed(rulesetChainings) };
}

export async function readShopifyLists(connection: Connection, shop: ShopDomain): Promise<ShopifyLists> {
  const [locations, rateNames] = await Promise.all([
    connection.shopifyLocations(shop),
    connection.shippingRateNames(shop),
  ]);
  return { locations: listed(locations), rateNames: listed(rateNames) };
}
