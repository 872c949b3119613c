import type { Database } from '#app/platform/database/client.ts';
import { deleteInBatches } from '#app/platform/database/delete-in-batches.ts';
import type { OwnedTable } from '#app/platform/database/owned-table.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Deletes what has outlived its use at `now`, as the owners of the tables say.
 *
 * @returns the number of rows deleted, by table
 */
export async function expireRecords(
  { pool }: Pick<Database, 'pool'>,
  tables: readonly OwnedTable[],
  now: Date,
): Promise<Record<string, number>> {
  const deleted: Record<string, number> = {};
  for (const { name, expiry } of tables) {
    if (expiry === null) continue;
    const before = new Date(now.getTime() - expiry.days * DAY_MS);
    deleted[name] = await deleteInBatches(pool, name, expiry.expired, [before]);
  }
  return deleted;
}
