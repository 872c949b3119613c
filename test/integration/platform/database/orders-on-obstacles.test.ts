import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, expect, inject, it } from 'vitest';
import { onServer } from '#test/support/database.ts';
import { addressOf } from '#test/support/database-server.ts';

const MIGRATIONS = 'prisma/migrations';
const THIS = readdirSync(MIGRATIONS).find((name) => name.endsWith('_orders_stand_on_obstacles')) ?? '';

const name = `test_${process.pid}_before_obstacles`;
await onServer(`create database ${name}`);
const client = new pg.Client({ connectionString: addressOf(inject('databaseServer'), name) });
await client.connect();
afterAll(async () => {
  await client.end();
  await onServer(`drop database ${name} with (force)`);
});

const run = (migration: string) =>
  client.query(readFileSync(`${MIGRATIONS}/${migration}/migration.sql`, 'utf8'));

it('orders that needed attention keep their reasons as obstacles, and no sentence is lost', async () => {
  // GIVEN a database of the version before; the queue's own tables are not asked for
  await client.query('create schema graphile_worker');
  const before = readdirSync(MIGRATIONS).filter((each) => /^\d/.test(each) && each < THIS);
  for (const migration of before.sort()) await run(migration).catch(onlyOfTheQueue);
  await client.query(`
    insert into order_promise (shop, order_id, first_seen_at, state, reason, reason_code) values
      ('s', '1', now(), 'needs_attention', 'Refused.', 'shopify_refused'),
      ('s', '2', now(), 'needs_attention', 'Shopify refused to write: no.', 'metafields_refused'),
      ('s', '3', now(), 'resolved', 'OneStock was silent.', null);
    insert into order_export (shop, order_id, onestock_order_id, state, reason, reason_causes, exported_at, difference, difference_causes) values
      ('s', '1', 'a', 'needs_attention', 'No hat.',
        '[{"code": "not_taken.unknown_item", "params": {"id": " “HAT”", "said": " (“no hat”)"}}, {"code": "order_not_created"}]', null, null, null),
      ('s', '2', 'b', 'needs_attention', 'In doubt.', '[{"code": "fulfilment_uncertain"}]', now(), 'Removed.', null),
      ('s', '3', 'c', 'waiting', 'The order is sent to OneStock once it is paid.', null, null, null, null),
      ('s', '4', 'd', 'left_out', 'Old.', null, null, null, null);
    insert into order_note (shop, order_id, at, kind, key, facts) values
      ('s', '2', now(), 'blocked', 'b', '{"reason": "In doubt.", "causes": [{"code": "fulfilment_uncertain"}]}'),
      ('s', '2', now(), 'edited', 'e', '{"difference": "Removed."}'),
      ('s', '2', now(), 'exported', 'x', '{"oneStockOrderId": "b"}');
    insert into fulfillment_intent (shop, order_id, parcel_id, location_id, lines, state, intended_at)
      values ('s', '2', 'p', 'l', '[]', 'needs_attention', now())`);
  // WHEN it is migrated
  await run(THIS);
  // THEN
  const rows = async (query: string) => (await client.query({ text: query, rowMode: 'array' })).rows;
  const told = (text: string) => [{ code: 'told_by_earlier_version', params: { text } }];
  expect(await rows('select subject_id, source, causes, remedies from obstacle order by 1, 2')).toEqual([
    [
      ...['1', 'export'],
      [
        { code: 'not_taken.unknown_item', params: { id: 'HAT' } },
        { code: 'onestock_said', params: { said: 'no hat' } },
        { code: 'order_not_created' },
      ],
      ['retry', 'open'],
    ],
    ['1', 'promise', [{ code: 'shopify_refused' }], ['retry', 'dismiss', 'open']],
    ['2', 'comparison', [{ code: 'fulfilment_uncertain' }], ['decide', 'retry', 'open']],
    ['2', 'difference', told('Removed.'), ['dismiss', 'open']],
    ['2', 'promise', told('Shopify refused to write: no.'), ['retry', 'dismiss', 'open']],
  ]);
  expect(await rows('select order_id, state, causes from order_promise order by 1')).toEqual([
    ['1', 'waiting', null],
    ['2', 'waiting', null],
    ['3', 'resolved', told('OneStock was silent.')],
  ]);
  expect(await rows('select order_id, state, causes from order_export order by 1')).toEqual([
    ['1', 'waiting', null],
    ['2', 'exported', null],
    ['3', 'waiting', [{ code: 'awaiting_payment' }]],
    ['4', 'left_out', told('Old.')],
  ]);
  expect(await rows('select kind, facts from order_note order by 1')).toEqual([
    ['blocked', { causes: [{ code: 'fulfilment_uncertain' }] }],
    ['edited', { causes: told('Removed.') }],
    ['exported', { oneStockOrderId: 'b' }],
  ]);
  expect(await rows('select state from fulfillment_intent')).toEqual([['in_doubt']]);
});

/** Functions of ours that name the queue's types are of no account here. */
function onlyOfTheQueue(error: Error): void {
  if (!/graphile_worker/.test(error.message)) throw error;
}
