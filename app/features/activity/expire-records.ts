import type { Database } from '#app/platform/database/client.ts';
import { deleteInBatches } from '#app/platform/database/delete-in-batches.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

interface Retention {
  table: string;
  days: number;
  /** The rows that have lived long enough at the moment `$1`. */
  expired: string;
}

/**
 * How long records are kept. An order is resolved from `shown_rate` and `showing`, a person looks back at `callback`. A settled event is kept
 * far beyond the four hours in which Shopify repeats a webhook, so that a repeat is known as one
 * (https://shopify.dev/changelog/updates-to-webhook-retry-mechanism).
 */
const RETENTIONS: readonly Retention[] = [
  { table: 'shown_rate', days: 30, expired: 'composed_at < $1' },
  { table: 'showing', days: 30, expired: 'shown_at < $1' },
  { table: 'promise_cache', days: 0, expired: 'usable_until < $1' },
  { table: 'callback', days: 7, expired: 'received_at < $1' },
  { table: 'rate_answer', days: 7, expired: 'composed_at < $1' },
  { table: 'answered_hour', days: 90, expired: 'hour < $1' },
  { table: 'run', days: 30, expired: 'finished_at < $1' },
  { table: 'inbox_event', days: 30, expired: `state in ('done', 'dismissed') and handled_at < $1` },
  {
    table: 'graphile_worker._private_jobs',
    days: 7,
    expired: 'attempts >= max_attempts and locked_at is null and updated_at < $1',
  },
  { table: 'obstacle', days: 30, expired: `severity = 'info' and seen_at < $1` },
];

/**
 * Deletes what has outlived its use at `now`: shown rates, settled events and runs that are over after 30 days, traces and jobs that were given up after 7, counts
 * after 90, notices 30 days after they were last raised.
 *
 * @returns the number of rows deleted, by table
 */
export async function expireRecords(
  { pool }: Pick<Database, 'pool'>,
  now: Date,
): Promise<Record<string, number>> {
  const deleted: Record<string, number> = {};
  for (const { table, days, expired } of RETENTIONS) {
    const before = new Date(now.getTime() - days * DAY_MS);
    deleted[table] = await deleteInBatches(pool, table, expired, [before]);
  }
  return deleted;
}
