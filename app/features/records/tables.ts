import { TABLES as DELIVERY_OPTION_TABLES } from '#app/features/delivery-options/index.ts';
import { TABLES as INBOX_TABLES } from '#app/features/inbox/index.ts';
import { TABLES as OBSTACLE_TABLES } from '#app/features/obstacles/index.ts';
import { TABLES as ACCOUNT_TABLES } from '#app/features/onestock-account/index.ts';
import { TABLES as ORDER_TABLES } from '#app/features/orders/index.ts';
import { TABLES as PROMISE_TABLES } from '#app/features/promise/index.ts';
import { TABLES as RUN_TABLES } from '#app/features/runs/index.ts';
import { TABLES as SETTINGS_TABLES } from '#app/features/settings/index.ts';
import { TABLES as SHOP_TABLES } from '#app/features/shops/index.ts';
import { TABLES as SESSION_TABLES } from '#app/gateways/shopify/session-storage.ts';
import type { OwnedTable } from '#app/platform/database/owned-table.ts';
import { TABLES as JOB_TABLES } from '#app/platform/jobs/tables.ts';

/**
 * Every table of the app. A table stands before those that its rows lead to; what asked for all of a shop to go is in the inbox, which
 * therefore is emptied after the others.
 */
export const TABLES: readonly OwnedTable[] = [
  ...SHOP_TABLES,
  ...ACCOUNT_TABLES,
  ...SESSION_TABLES,
  ...SETTINGS_TABLES,
  ...DELIVERY_OPTION_TABLES,
  ...ORDER_TABLES,
  ...PROMISE_TABLES,
  ...RUN_TABLES,
  ...INBOX_TABLES,
  ...OBSTACLE_TABLES,
  ...JOB_TABLES,
];
