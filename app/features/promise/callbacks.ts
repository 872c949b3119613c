import type pg from 'pg';
import type { CallbackTrace } from './types.ts';

const INSERT = `
  insert into callback (id, shop, received_at, country, postal_prefix, currency, locale, lines, status, rung, rate_count,
    duration_ms, phases_ms, options, failure, onestock_request_id)
  select "id", "shop", "receivedAt", "country", "postalPrefix", "currency", "locale", "lines", "status", "rung", "rateCount",
    "durationMs", "phasesMs", "options", "failure", "oneStockRequestId"
  from json_to_recordset($1::json) as row("id" uuid, "shop" text, "receivedAt" timestamptz, "country" text,
    "postalPrefix" text, "currency" text, "locale" text, "lines" jsonb, "status" int, "rung" text, "rateCount" int,
    "durationMs" float8, "phasesMs" json, "options" jsonb, "failure" jsonb, "oneStockRequestId" text)
  on conflict do nothing`;

/** Writes traces in one statement, however many. */
export async function insertCallbacks(pool: pg.Pool, traces: readonly CallbackTrace[]): Promise<void> {
  await pool.query({ name: 'insert-callbacks', text: INSERT, values: [JSON.stringify(traces)] });
}
