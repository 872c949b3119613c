import type pg from 'pg';
import type { GivenAnswer, PreparedAnswer } from './types.ts';

/**
 * Answers alike differ in their ids and times only. So what they share is sent once a batch, under the number of its
 * {@link PreparedAnswer}, and joined to the ids in the database. Both tables are written in one statement: an answer has its trace and
 * its rates, or neither.
 */
const INSERT = `
  with answer as (
    select * from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::timestamptz[], $5::float8[], $6::json[], $7::bool[], $13::bool[])
      with ordinality
      as answer (id, prepared, received_at, answered_at, duration_ms, phases_ms, was_aborted, is_traced, number)
  ), traced as (
    insert into callback (id, shop, received_at, country, postal_prefix, currency, locale, lines, status, rung, rate_count,
      duration_ms, phases_ms, was_aborted, options, failure, onestock_request_id)
    select answer.id, "shop", received_at, "country", "postalPrefix", "currency", "locale", "lines", "status", "rung",
      "rateCount", duration_ms, phases_ms, was_aborted, "options", "failure", "oneStockRequestId"
    from answer join json_to_recordset($8::json) as trace ("prepared" int, "shop" text, "country" text, "postalPrefix" text,
      "currency" text, "locale" text, "lines" jsonb, "status" int, "rung" text, "rateCount" int, "options" jsonb,
      "failure" jsonb, "oneStockRequestId" text) on trace."prepared" = answer.prepared
    where is_traced
  )
  insert into shown_rate (quote_id, callback_id, shown_at, shop, basket_fingerprint, destination_fingerprint, country,
    postal_prefix, code, name, price, currency, min_date, max_date, locale, rung, endpoint_id, promise)
  select quote.id, answer.id, answered_at, "shop", "basketFingerprint", "destinationFingerprint", "country",
    "postalPrefix", "code", "name", "price", "currency", "minDate", "maxDate", "locale", rate."rung", "endpointId", "promise"
  from unnest($9::uuid[], $10::int[], $11::int[]) as quote (id, answer, rate)
  join answer on answer.number = quote.answer
  join json_to_recordset($12::json) as rate ("prepared" int, "rate" int, "shop" text, "basketFingerprint" text,
    "destinationFingerprint" text, "country" text, "postalPrefix" text, "code" text, "name" text, "price" int,
    "currency" text, "minDate" timestamptz, "maxDate" timestamptz, "locale" text, "rung" text, "endpointId" text,
    "promise" json) on rate."prepared" = answer.prepared and rate."rate" = quote.rate`;

/** Writes what was shown and why, in one statement for any number of answers. */
export async function insertAnswers(pool: pg.Pool, given: readonly GivenAnswer[]): Promise<void> {
  const numbers = new Map<PreparedAnswer, number>();
  for (const { answer } of given) {
    if (!numbers.has(answer.prepared)) numbers.set(answer.prepared, numbers.size);
  }
  const quotes = given.flatMap(({ answer: { quoteIds } }, index) =>
    quoteIds.map((id, rate) => ({ id, answer: index + 1, rate })),
  );
  const traces = [...numbers].map(([{ trace }, prepared]) => ({ prepared, ...trace }));
  const rates = [...numbers].flatMap(([{ shown }, prepared]) =>
    shown.map((recorded, rate) => ({ prepared, rate, ...recorded })),
  );
  await pool.query({
    name: 'insert-answers',
    text: INSERT,
    values: [
      plainArray(given, ({ answer }) => answer.id),
      plainArray(given, ({ answer }) => numbers.get(answer.prepared) ?? -1),
      plainArray(given, ({ answer }) => answer.receivedAt.toISOString()),
      plainArray(given, ({ answer }) => answer.answeredAt.toISOString()),
      plainArray(given, ({ spent }) => spent.durationMs),
      given.map(({ spent }) => JSON.stringify(spent.phasesMs)),
      plainArray(given, ({ spent }) => String(spent.wasAborted)),
      JSON.stringify(traces),
      plainArray(quotes, ({ id }) => id),
      plainArray(quotes, ({ answer }) => answer),
      plainArray(quotes, ({ rate }) => rate),
      JSON.stringify(rates),
      plainArray(given, ({ isTraced }) => String(isTraced)),
    ],
  });
}

/** PostgreSQL's text of an array whose elements need no quotes: ids, numbers and instants. The driver would look for quotes in each. */
function plainArray<Item>(items: readonly Item[], textOf: (item: Item) => string | number): string {
  return `{${items.map(textOf).join(',')}}`;
}
