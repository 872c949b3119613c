import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '#app/platform/database/client.ts';
import { addressOf, COPY_PREFIX } from './database-server.ts';

export interface FreshDatabase {
  readonly url: string;
  readonly database: Database;
}

/** Databases that an earlier file of this process has left as it found them. */
const free: string[] = [];

/** What every one of them is made of; see {@link schemaOf}. */
let schema: Promise<string> | undefined;

/**
 * A migrated database of its own, without rows, opened. Call it at the top of a test file, outside any test: it is closed after the last test
 * there. Files of a process hand it on, for a copy takes longer than most files test: without its rows, or not at all once its schema
 * was changed.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = free.pop() ?? (await copyTemplate());
  const url = addressOf(inject('databaseServer'), name);
  const database = openDatabase(url, { poolSize: 5 });
  schema ??= schemaOf(url);
  await schema;
  afterAll(async () => {
    await database.close();
    await onServer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    if ((await schemaOf(url)) !== (await schema)) return onServer(`drop database ${name} with (force)`);
    await withClient(url, (client) => client.query(EMPTY));
    free.push(name);
  });
  return { url, database };
}

async function copyTemplate(): Promise<string> {
  const name = `${COPY_PREFIX}${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(`create database ${name} template ${inject('templateDatabase')}`);
  return name;
}

/** Every table but the list of migrations and graphile-worker's own. */
const EMPTY = `do $$
  declare of_ours text;
  begin
    for of_ours in select format('%I.%I', schemaname, tablename) from pg_tables
      where schemaname = 'public' and tablename <> '_prisma_migrations'
        or schemaname = 'graphile_worker' and tablename in ('_private_jobs', '_private_job_queues', '_private_known_crontabs')
    loop
      execute 'delete from ' || of_ours;
    end loop;
  end $$`;

/** A hash of what a database is made of: columns, keys and checks, indexes, functions and triggers. */
async function schemaOf(url: string): Promise<string> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ hash: string }>(`
      with ours as (select oid from pg_namespace where nspname in ('public', 'graphile_worker'))
      select md5(string_agg(part, ',' order by part)) as hash from (
        select concat_ws(' ', attrelid::regclass, attname, atttypid, attnotnull, relkind) as part
          from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace in (select oid from ours) and not attisdropped
        union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
          where connamespace in (select oid from ours)
        union all select pg_get_functiondef(oid) from pg_proc where pronamespace in (select oid from ours) and prokind in ('f', 'p')
        union all select concat_ws(' ', tgrelid::regclass, tgname, tgenabled) from pg_trigger where not tgisinternal
      ) as parts`),
  );
  return rows[0]?.hash ?? '';
}

async function withClient<Answer>(url: string, ask: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** Runs one statement on the server's own database, as its superuser. */
export async function onServer(statement: string): Promise<void> {
  await withClient(inject('databaseServer'), (client) => client.query(statement));
}
