import { type OwnedTable, WITH_ITS_SHOP } from '#app/platform/database/owned-table.ts';

/** A shop that uninstalled the app keeps its settings until Shopify asks for their deletion, so that a merchant who comes back finds them. */
export const TABLES: readonly OwnedTable[] = [
  {
    name: 'shop',
    expiry: null,
    customer: null,
    shop: { how: 'root', column: 'domain', grantedAt: 'installed_at' },
  },
  { name: 'onestock_connection', ...WITH_ITS_SHOP },
  { name: 'onestock_endpoint', ...WITH_ITS_SHOP },
  { name: 'read_endpoint', ...WITH_ITS_SHOP },
];
