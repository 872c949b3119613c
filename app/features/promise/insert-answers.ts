import type pg from 'pg';
import type { GivenAnswer, PreparedAnswer } from './types.ts';

/**
 * Everything of a batch in one statement: an answer has its trace and its rates, or neither. What alike answers share is written with the
 * first of them; another statement may have written it, of whose success we did not hear.
 */
const INSERT = `
  with answer as (
    select id, ($2::uuid[])[prepared] as answer_id, ($3::text[])[prepared] as shop, received_at, answered_at, duration_ms, phases_ms,
      was_aborted, is_traced, is_shown
    from unnest($1::uuid[], $4::int[], $5::timestamptz[], $6::timestamptz[], $7::float8[], $8::json[], $9::bool[], $10::bool[], $11::bool[])
      as answer (id, prepared, received_at, answered_at, duration_ms, phases_ms, was_aborted, is_traced, is_shown)
  ), shared as (
    insert into rate_answer (id, composed_at, shop, country, postal_prefix, currency, locale, lines, status, rung, rate_count,
      options, failure, onestock_request_id)
    select "id", "composedAt", "shop", "country", "postalPrefix", "currency", "locale", "lines", "status", "rung", "rateCount",
      "options", "failure", "oneStockRequestId"
    from json_to_recordset($12::json) as shared ("id" uuid, "composedAt" timestamptz, "shop" text, "country" text,
      "postalPrefix" text, "currency" text, "locale" text, "lines" jsonb, "status" int, "rung" text, "rateCount" int,
      "options" jsonb, "failure" jsonb, "oneStockRequestId" text)
    on conflict do nothing
  ), rated as (
    insert into shown_rate (answer_id, number, composed_at, shop, basket_fingerprint, destination_fingerprint, country,
      postal_prefix, code, name, price, currency, min_date, max_date, locale, rung, endpoint_id, promise)
    select "answerId", "number", "composedAt", "shop", "basketFingerprint", "destinationFingerprint", "country",
      "postalPrefix", "code", "name", "price", "currency", "minDate", "maxDate", "locale", "rung", "endpointId", "promise"
    from json_to_recordset($13::json) as rate ("answerId" uuid, "number" int, "composedAt" timestamptz, "shop" text,
      "basketFingerprint" text, "destinationFingerprint" text, "country" text, "postalPrefix" text, "code" text,
      "name" text, "price" int, "currency" text, "minDate" timestamptz, "maxDate" timestamptz, "locale" text,
      "rung" text, "endpointId" text, "promise" json)
    on conflict do nothing
  ), counted as (
    insert into answered_hour (shop, hour, rung, answers, promised, failed)
    select "shop", date_trunc('hour', "hour", 'UTC'), "rung", sum("answers"), sum("promised"), sum("failed")
    from json_to_recordset($14::json) as counted ("shop" text, "hour" timestamptz, "rung" text, "answers" int,
      "promised" int, "failed" int)
    group by 1, 2, 3 order by 1, 2, 3
    on conflict (shop, hour, rung) do update set answers = answered_hour.answers + excluded.answers,
      promised = answered_hour.promised + excluded.promised, failed = answered_hour.failed + excluded.failed
  ), traced as (
    insert into callback (id, shop, answer_id, received_at, duration_ms, phases_ms, was_aborted)
    select id, shop, answer_id, received_at, duration_ms, phases_ms, was_aborted from answer where is_traced
  )
  insert into showing (callback_id, shop, answer_id, shown_at)
  select id, shop, answer_id, answered_at from answer where is_shown`;

/** The id under which answers alike are kept, and whether what they share is written. */
export interface Keeping {
  id: string;
  isWritten: boolean;
}

/** Writes what was shown and why, in one statement for any number of answers. */
export async function insertAnswers(
  pool: pg.Pool,
  given: readonly GivenAnswer[],
  keepingOf: (prepared: PreparedAnswer) => Keeping,
): Promise<void> {
  const alike = new Map<PreparedAnswer, { number: number; first: GivenAnswer; answers: number }>();
  for (const each of given) {
    const known = alike.get(each.answer.prepared);
    if (known) known.answers += 1;
    else alike.set(each.answer.prepared, { number: alike.size + 1, first: each, answers: 1 });
  }
  const groups = [...alike];
  const unwritten = groups
    .filter(([prepared]) => !keepingOf(prepared).isWritten)
    .map(([prepared, { first }]) => ({
      prepared,
      kept: { id: keepingOf(prepared).id, composedAt: first.answer.answeredAt },
    }));
  await pool.query({
    name: 'insert-answers',
    text: INSERT,
    values: [
      plainArray(given, ({ answer }) => answer.id),
      plainArray(groups, ([prepared]) => keepingOf(prepared).id),
      groups.map(([{ trace }]) => trace.shop),
      plainArray(given, ({ answer }) => alike.get(answer.prepared)?.number ?? 0),
      plainArray(given, ({ answer }) => answer.receivedAt.toISOString()),
      plainArray(given, ({ answer }) => answer.answeredAt.toISOString()),
      plainArray(given, ({ spent }) => spent.durationMs),
      given.map(({ spent }) => JSON.stringify(spent.phasesMs)),
      plainArray(given, ({ spent }) => String(spent.wasAborted)),
      plainArray(given, ({ isTraced }) => String(isTraced)),
      plainArray(given, (each) => String(isShown(each))),
      JSON.stringify(unwritten.map(({ prepared, kept }) => ({ ...prepared.trace, ...kept }))),
      JSON.stringify(unwritten.flatMap(({ prepared, kept }) => rateRows(prepared, kept))),
      JSON.stringify(groups.map(([prepared, { first, answers }]) => countOf(prepared, first, answers))),
    ],
  });
  for (const [prepared] of groups) keepingOf(prepared).isWritten = true;
}

/** What Shopify did not wait for reached no shopper: no order can rest on it. */
function isShown({ answer, spent }: GivenAnswer): boolean {
  return answer.prepared.shown.length > 0 && !spent.wasAborted;
}

function rateRows({ shown }: PreparedAnswer, { id, composedAt }: { id: string; composedAt: Date }) {
  return shown.map((rate, index) => ({ ...rate, answerId: id, number: index + 1, composedAt }));
}

function countOf({ trace, shown }: PreparedAnswer, { answer }: GivenAnswer, answers: number) {
  const isPromised = shown.some(({ promise }) => promise !== null);
  return {
    shop: trace.shop,
    hour: answer.receivedAt,
    rung: trace.rung,
    answers,
    promised: isPromised ? answers : 0,
    failed: trace.failure ? answers : 0,
  };
}

/** PostgreSQL's text of an array whose elements need no quotes: ids, numbers and instants. The driver would look for quotes in each. */
function plainArray<Item>(items: readonly Item[], textOf: (item: Item) => string | number): string {
  return `{${items.map(textOf).join(',')}}`;
}
