import type { Database } from '#app/platform/database/client.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Small enough that no statement holds locks, or the worker, for long. */
const BATCH_SIZE = 5_000;

interface Retention {
  table: string;
  days: number;
  /** The rows that have lived long enough at the moment `$1`. */
  expired: string;
}

/**
 * How long records are kept. An order is resolved from `shown_rate`, a person looks back at `callback`. A settled event is kept
 * as long as a shown rate, far beyond the four hours in which Shopify repeats a webhook, so that a repeat is known as one
 * (https://shopify.dev/changelog/updates-to-webhook-retry-mechanism).
 */
const RETENTIONS: readonly Retention[] = [
  { table: 'shown_rate', days: 30, expired: 'shown_at < $1' },
  { table: 'callback', days: 7, expired: 'received_at < $1' },
  { table: 'inbox_event', days: 30, expired: `state in ('done', 'dismissed') and handled_at < $1` },
  { table: 'problem', days: 30, expired: `severity = 'info' and seen_at < $1` },
];

/**
 * Deletes what has outlived its use: shown rates and settled events after 30 days, traces after 7, notices 30 days after they
 * were last raised. Works in batches; stopped half-way, the next run goes on.
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
    const batch = `delete from ${table} where ctid in (
      select ctid from ${table} where ${expired} limit ${BATCH_SIZE} for update skip locked)`;
    let count = 0;
    let total = 0;
    do {
      count = (await pool.query(batch, [before])).rowCount ?? 0;
      total += count;
    } while (count === BATCH_SIZE);
    deleted[table] = total;
  }
  return deleted;
}
