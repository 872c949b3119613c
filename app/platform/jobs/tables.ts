import type { OwnedTable } from '../database/owned-table.ts';

/**
 * A job that was given up is kept for a week, for whoever looks into it. Of a shop and its customers jobs hold ids only, and they end by
 * themselves. Workers forget each other: see `beat`.
 */
export const TABLES: readonly OwnedTable[] = [
  {
    name: 'graphile_worker._private_jobs',
    expiry: { days: 7, expired: 'attempts >= max_attempts and locked_at is null and updated_at < $1' },
    customer: null,
    shop: null,
  },
  { name: 'worker_heartbeat', expiry: null, customer: null, shop: null },
];
