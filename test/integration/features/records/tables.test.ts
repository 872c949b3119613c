import { describe, expect, test } from 'vitest';
import { TABLES } from '#app/features/records/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { tablesOfShops } from './kept-records.ts';

const { database } = await freshDatabase();
const { pool } = database;

/** Kept by Prisma's migrations about themselves. */
const OF_MIGRATIONS = '_prisma_migrations';
/** Kept by graphile-worker, which tells only of the jobs. */
const OF_QUEUE = 'graphile_worker._private_jobs';

const owned = TABLES.map(({ name }) => name);

async function namesOf(statement: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(statement);
  return rows.map(({ name }) => name).sort();
}

describe('every table of the database', () => {
  test('has an owner, and one only', async () => {
    const kept = await namesOf(
      `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    expect([...owned].sort()).toEqual([...kept.filter((name) => name !== OF_MIGRATIONS), OF_QUEUE].sort());
  });

  test('that names a shop says how a shop goes, by the column that names it', async () => {
    const ofShops = await tablesOfShops(pool);
    for (const { table, column } of ofShops) {
      const shop = TABLES.find(({ name }) => name === table)?.shop ?? null;
      expect([table, shop], 'a way to remove a shop').not.toEqual([table, null]);
      if (shop && shop.how !== 'cascades') expect([table, shop.column]).toEqual([table, column]);
    }
    const silent = TABLES.filter(({ shop }) => shop === null).map(({ name }) => name);
    expect(silent.filter((name) => ofShops.some(({ table }) => table === name))).toEqual([]);
  });

  test('that is said to go with its shop does, by a foreign key to it or to what is removed with it', async () => {
    const { rows } = await pool.query<{ name: string; parent: string }>(
      `select conrelid::regclass::text as name, confrelid::regclass::text as parent from pg_constraint
       where contype = 'f' and confdeltype = 'c'`,
    );
    const removed = TABLES.filter(({ shop }) => shop && shop.how !== 'cascades').map(({ name }) => name);
    const said = TABLES.filter(({ shop }) => shop?.how === 'cascades').map(({ name }) => name);
    const cascading = rows.filter(({ parent }) => removed.includes(parent)).map(({ name }) => name);
    expect(said.filter((name) => !cascading.includes(name))).toEqual([]);
    const ofShop = rows.filter(({ parent }) => parent === 'shop').map(({ name }) => name);
    expect(ofShop.filter((name) => !said.includes(name))).toEqual([]);
  });

  test('that names an order, or something of one, says how a customer goes', async () => {
    const ofCustomers = await namesOf(
      `select distinct table_name as name from information_schema.columns
       where table_schema = 'public' and column_name in ('order_id', 'subject', 'subject_id', 'answer_id', 'callback_id')`,
    );
    const said = TABLES.filter(({ customer }) => customer !== null).map(({ name }) => name);
    expect(ofCustomers.filter((name) => !said.includes(name))).toEqual([]);
  });
});
