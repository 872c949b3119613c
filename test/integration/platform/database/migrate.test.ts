import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { migrate } from '#app/platform/database/migrate.ts';
import { freshDatabase, onServer } from '#test/support/database.ts';
import { addressOf } from '#test/support/database-server.ts';

const { url, database } = await freshDatabase();
const emptyName = `test_${process.pid}_empty`;
await onServer(`create database ${emptyName}`);
afterAll(() => onServer(`drop database ${emptyName} with (force)`));
const emptyUrl = addressOf(inject('databaseServer'), emptyName);

describe('the migrations', () => {
  it('make exactly what schema.prisma describes', async () => {
    // GIVEN the statements with which Prisma makes the schema from nothing, run in another database
    const options = [
      'migrate',
      'diff',
      '--from-empty',
      '--to-schema-datamodel',
      'prisma/schema.prisma',
      '--script',
    ];
    const { stdout } = await promisify(execFile)('node_modules/.bin/prisma', options, {
      env: { ...process.env, DATABASE_URL: emptyUrl, CHECKPOINT_DISABLE: '1' },
    });
    const client = new pg.Client({ connectionString: emptyUrl });
    await client.connect();
    await client.query(stdout);
    const described = await shapeOf(client);
    await client.query('drop schema public cascade; create schema public');
    await client.end();
    // THEN a migrated database has the same columns, indexes and constraints
    expect(described.length).toBeGreaterThan(100);
    expect(await shapeOf(database.pool)).toEqual(described);
  });

  it('may be run by several processes at once, and again', async () => {
    await Promise.all([migrate(emptyUrl), migrate(emptyUrl), migrate(emptyUrl)]);
    await migrate(emptyUrl);
    const client = new pg.Client({ connectionString: emptyUrl });
    await client.connect();
    const { rows } = await client.query('select migration_name from _prisma_migrations');
    expect(rows.length).toBe(new Set(rows.map((row) => row.migration_name)).size);
    expect(await shapeOf(client)).toEqual(await shapeOf(database.pool));
    await client.end();
  });

  it('take the problems that were open over as obstacles', async () => {
    const client = await database.pool.connect();
    const file = 'prisma/migrations/20261130075719_problems_become_obstacles/migration.sql';
    await client.query(`begin;
      create table problem (shop text, key text, severity text, message text, cause jsonb, raised_at timestamptz(3), seen_at timestamptz(3));
      insert into problem values
        ('x', 'onestock_access', 'warning', '', '{"code": "policy", "params": {"refused": "orders"}}', '2026-01-01', '2026-01-02'),
        ('x', 'carrier_service', 'critical', '', null, '2026-01-01', '2026-01-02'),
        ('x', 'customer_data_request_77', 'info', '', '{"code": "customer_data_none"}', '2026-01-01', '2026-01-02')`);
    await client.query(await readFile(file, 'utf8'));
    const { rows } = await client.query('select * from obstacle order by source');
    await client.query('rollback');
    client.release();
    const times = { attempts: 0, since: new Date('2026-01-01'), seen_at: new Date('2026-01-02') };
    expect(rows).toMatchObject([
      {
        subject_kind: 'carrier_service',
        subject_id: '',
        source: 'carrier_service',
        causes: [{ code: 'unreadable' }],
        severity: 'critical',
        remedies: ['retry'],
      },
      {
        subject_kind: 'customer_request',
        subject_id: '77',
        source: 'customer_data_request',
        causes: [{ code: 'customer_data_none' }],
        severity: 'info',
        remedies: ['dismiss'],
      },
      {
        shop: 'x',
        subject_kind: 'onestock_account',
        subject_id: '',
        source: 'onestock_access',
        causes: [{ code: 'policy', params: { refused: 'orders' } }],
        severity: 'warning',
        remedies: ['open'],
        ...times,
      },
    ]);
  });

  it('refuse a database that was made with another version of them', async () => {
    await database.pool.query(`update _prisma_migrations set checksum = 'another'`);
    await expect(migrate(url)).rejects.toMatchObject({ code: 'migration_changed' });
  });
});

/** Every column, index and constraint of the app's own tables, as text; but for partial indexes, for which schema.prisma has no words. */
async function shapeOf(client: pg.Pool | pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ text: string }>(`
    select concat_ws(' ', 'column', table_name, column_name, data_type, udt_name, datetime_precision, is_nullable, column_default) as text
    from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
    union all
    select concat_ws(' ', 'index', indexdef) from pg_indexes
    where schemaname = 'public' and tablename <> '_prisma_migrations' and indexdef not like '% WHERE %'
    union all
    select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
    where connamespace = 'public'::regnamespace and conrelid <> coalesce(to_regclass('_prisma_migrations'), 0)
    order by 1`);
  return rows.map(({ text }) => text);
}
