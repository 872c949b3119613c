import type { Settings } from '../settings.ts';
import { deliveryMethodsOf } from './delivery-methods.ts';

interface Named {
  id: string;
  name: string;
}

const salesChannels: readonly Named[] = [
  { id: 'online_store', name: 'Online store' },
  { id: 'stores', name: 'Stores' },
  { id: 'marketplace', name: 'Marketplaces' },
];

const rulesetChainings: readonly Named[] = [
  { id: 'respect_promise', name: 'Respect the delivery promise' },
  { id: 'warehouse_first', name: 'Warehouse first, then stores' },
  { id: 'collect_in_store', name: 'Collect in store' },
];

/**
 * The short lists of a site. Inferred: only the names of these resources are public
 * (https://extensions.onestock-retail.com/apps/shopify); each is taken to answer `{"<name>": [entry, …]}`, all of them at once.
 */
export const shortLists: Readonly<Record<string, (settings: Settings) => readonly object[]>> = {
  sales_channels: ({ listSizes }) => sized(salesChannels, listSizes.sales_channels, 'Sales channel'),
  delivery_configs: (settings) => deliveryMethodsOf(settings).map(({ id, name }) => ({ id, name })),
  rulesets: () => [
    { id: 'nearest_warehouse', name: 'Nearest warehouse' },
    { id: 'ship_from_store', name: 'Ship from store' },
  ],
  ruleset_chainings: ({ listSizes }) =>
    sized(rulesetChainings, listSizes.ruleset_chainings, 'Ruleset chaining'),
  requests: () => [{ name: 'online_stock_full' }, { name: 'online_stock_diff' }],
  translators: () => [
    { name: 'stock_csv', headers: ['item_id', 'quantity'], omit_headers: false, separator: ';' },
  ],
};

/** The first `size` of `own`, and made ones behind them where there are fewer; `own` as it is when no size is asked. */
function sized(own: readonly Named[], size: number | undefined, name: string): Named[] {
  return Array.from(
    { length: size ?? own.length },
    (_, at) => own[at] ?? { id: `made_${at + 1}`, name: `${name} ${at + 1}` },
  );
}
