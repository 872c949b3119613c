import { type OwnedTable, WITH_ITS_SHOP } from '#app/platform/database/owned-table.ts';

export const TABLES: readonly OwnedTable[] = [
  { name: 'onestock_connection', ...WITH_ITS_SHOP },
  { name: 'onestock_endpoint', ...WITH_ITS_SHOP },
  { name: 'read_endpoint', ...WITH_ITS_SHOP },
];
