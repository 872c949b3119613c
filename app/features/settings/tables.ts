import { type OwnedTable, WITH_ITS_SHOP } from '#app/platform/database/owned-table.ts';

/** The settings themselves stand on the shop's row. */
export const TABLES: readonly OwnedTable[] = [
  { name: 'ruleset_mapping', ...WITH_ITS_SHOP },
  { name: 'location_mapping', ...WITH_ITS_SHOP },
];
