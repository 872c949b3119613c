import type { OwnedTable } from '#app/platform/database/owned-table.ts';

/** Runs that are over are kept for a month, so that a merchant can look back; their outcomes go with them. */
export const TABLES: readonly OwnedTable[] = [
  {
    name: 'run',
    expiry: { days: 30, expired: 'finished_at < $1' },
    customer: null,
    shop: { how: 'in_batches', column: 'shop' },
  },
  {
    name: 'run_outcome',
    expiry: null,
    customer: {
      async remove(client, shop, { order = [], subject = [] }) {
        await client.runOutcome.deleteMany({
          where: { run: { shop }, subject: { in: [...order, ...subject] } },
        });
      },
    },
    shop: { how: 'cascades' },
  },
];
