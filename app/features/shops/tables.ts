import type { OwnedTable } from '#app/platform/database/owned-table.ts';

/** A shop that uninstalled the app keeps its settings until Shopify asks for their deletion, so that a merchant who comes back finds them. */
export const TABLES: readonly OwnedTable[] = [
  {
    name: 'shop',
    expiry: null,
    customer: null,
    shop: { how: 'root', column: 'domain', grantedAt: 'installed_at' },
  },
];
