import { type OwnedTable, WITH_ITS_SHOP } from '#app/platform/database/owned-table.ts';

export const TABLES: readonly OwnedTable[] = [
  { name: 'delivery_option', ...WITH_ITS_SHOP },
  { name: 'shop_text', ...WITH_ITS_SHOP },
];
