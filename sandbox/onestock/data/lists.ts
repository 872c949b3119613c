/**
 * The short lists of a site. Inferred: only the names of these resources are public
 * (https://extensions.onestock-retail.com/apps/shopify); each is taken to answer `{"<name>": [entry, …]}`.
 */
export const shortLists: Readonly<Record<string, readonly object[]>> = {
  sales_channels: [
    { id: 'online_store', name: 'Online store' },
    { id: 'stores', name: 'Stores' },
    { id: 'marketplace', name: 'Marketplaces' },
  ],
  delivery_configs: [
    { id: 'standard', name: 'Standard home delivery' },
    { id: 'express', name: 'Express home delivery' },
    { id: 'ckc', name: 'Click and collect' },
  ],
  rulesets: [
    { id: 'nearest_warehouse', name: 'Nearest warehouse' },
    { id: 'ship_from_store', name: 'Ship from store' },
  ],
  ruleset_chainings: [
    { id: 'respect_promise', name: 'Respect the delivery promise' },
    { id: 'warehouse_first', name: 'Warehouse first, then stores' },
    { id: 'collect_in_store', name: 'Collect in store' },
  ],
  requests: [{ name: 'online_stock_full' }, { name: 'online_stock_diff' }],
  translators: [{ name: 'stock_csv', headers: ['item_id', 'quantity'], omit_headers: false, separator: ';' }],
};
