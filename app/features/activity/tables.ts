import type { OwnedTable } from '#app/platform/database/owned-table.ts';

/** A notice goes 30 days after it was last raised; what is broken stands until it is cleared. */
export const TABLES: readonly OwnedTable[] = [
  {
    name: 'problem',
    expiry: { days: 30, expired: `severity = 'info' and seen_at < $1` },
    customer: null,
    shop: { how: 'at_once', column: 'shop' },
  },
  {
    name: 'job_run',
    expiry: { days: 7, expired: 'started_at < $1' },
    customer: null,
    shop: { how: 'in_batches', column: 'shop' },
  },
];
