import { expect, test } from 'vitest';
import { expireRecords } from '#app/features/records/expire-records.ts';
import { TABLES } from '#app/features/records/index.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();
const { pool } = database;

const NOW = new Date('2026-11-21T10:00:00Z');

test('records go when they have outlived their use, and not a day before, however many they are', async () => {
  await pool.query(
    `insert into shown_rate (answer_id, number, shop, composed_at, basket_fingerprint, destination_fingerprint, country,
       postal_prefix, code, name, price, currency, locale, rung)
     select gen_random_uuid(), 1, 'x', $1::timestamptz - age, '', '', 'FR', '75', 'A', 'A', 1, 'EUR', 'fr', 'onestock'
     from (select '31 days'::interval as age from generate_series(1, 10001) union all select '29 days') ages`,
    [NOW],
  );
  await pool.query(
    `insert into showing (callback_id, shop, answer_id, shown_at)
     select gen_random_uuid(), 'x', gen_random_uuid(), $1::timestamptz - age
     from (values ('31 days'::interval), ('29 days')) as ages(age)`,
    [NOW],
  );
  await pool.query(
    `insert into callback (id, shop, answer_id, received_at, duration_ms, phases_ms)
     select gen_random_uuid(), 'x', gen_random_uuid(), $1::timestamptz - age, 1, '{}'
     from (values ('8 days'::interval), ('6 days')) as ages(age)`,
    [NOW],
  );
  await pool.query(
    `insert into rate_answer (id, shop, composed_at, lines, status, rung, rate_count, options)
     select gen_random_uuid(), 'x', $1::timestamptz - age, '[]', 200, 'onestock', 0, '[]'
     from (values ('8 days'::interval), ('6 days')) as ages(age)`,
    [NOW],
  );
  await pool.query(
    `insert into answered_hour (shop, hour, rung, answers, promised, failed)
     select 'x', $1::timestamptz - age, 'memory', 1, 1, 0 from (values ('91 days'::interval), ('89 days')) as ages(age)`,
    [NOW],
  );
  await pool.query(
    `insert into run (shop, kind, state, started_by, asked_at, finished_at)
     select 'x', 'prepare_shop', state, 'schedule', $1::timestamptz - age, case state when 'done' then $1::timestamptz - age end
     from (values ('31 days'::interval, 'done'), ('31 days', 'paused'), ('29 days', 'done')) as kept(age, state)`,
    [NOW],
  );
  await pool.query(
    `insert into inbox_event (source, shop, message_id, topic, state, handled_at)
     select 'shopify', 'x', state || age, 'orders/create', state, $1::timestamptz - age
     from (values ('31 days'::interval), ('29 days')) as ages(age),
       (values ('done'), ('dismissed'), ('waiting')) as states(state)`,
    [NOW],
  );
  await pool.query(
    `insert into obstacle (shop, subject_kind, subject_id, source, causes, severity, since, seen_at)
     select 'x', 'any', severity || age, 'any', '[{"code": "any"}]', severity, '2026-01-01', $1::timestamptz - age
     from (values ('31 days'::interval), ('29 days')) as ages(age),
       (values ('info'), ('warning'), ('critical')) as severities(severity)`,
    [NOW],
  );
  await pool.query(
    `insert into promise_cache (key, shop, answered_at, fresh_until, usable_until, options)
     select 'key' || age, 'x', $1, $1, $1::timestamptz - age, '[]'
     from (values ('1 second'::interval), ('-1 second')) as ages(age)`,
    [NOW],
  );

  for (const [job, attempts, days] of [
    ['given-up', 3, 8],
    ['given-up-since', 3, 6],
    ['to-be-tried', 2, 8],
  ]) {
    await pool.query(`select graphile_worker.add_job('read-order', job_key => $1, max_attempts => 3)`, [job]);
    await pool.query(
      `update graphile_worker._private_jobs set attempts = $2, updated_at = $3::timestamptz - $4 * interval '1 day' where key = $1`,
      [job, attempts, NOW, days],
    );
  }

  expect(await expireRecords(database, TABLES, NOW)).toEqual({
    shown_rate: 10_001,
    showing: 1,
    callback: 1,
    rate_answer: 1,
    answered_hour: 1,
    run: 1,
    promise_cache: 1,
    inbox_event: 2,
    obstacle: 1,
    'graphile_worker._private_jobs': 1,
  });

  const left = await pool.query(`select state, count(*)::int from inbox_event group by state order by state`);
  expect(left.rows).toEqual([
    { state: 'dismissed', count: 1 },
    { state: 'done', count: 1 },
    { state: 'waiting', count: 2 },
  ]);
  expect(await expireRecords(database, TABLES, NOW)).toEqual({
    shown_rate: 0,
    showing: 0,
    callback: 0,
    rate_answer: 0,
    answered_hour: 0,
    run: 0,
    promise_cache: 0,
    inbox_event: 0,
    obstacle: 0,
    'graphile_worker._private_jobs': 0,
  });
});
