import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { sha256Hex } from '../crypto/index.ts';
import { graphileLogger } from '../jobs/graphile-logger.ts';
import type { Logger } from '../log.ts';
import { OperatorError } from '../operator-error.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../prisma/migrations');

/** Any number, the same in every process: those that start together migrate one after another. */
const LOCK = 4_116_203_187;

/** As Prisma makes it, so that `prisma migrate status` and `resolve` understand the database. */
const CREATE_RECORD = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** Prisma's: SHA-256 of the file. */
  readonly checksum: string;
}

/**
 * Brings a database to the present schema: the migrations of prisma/migrations in order, each in a transaction, and those of
 * graphile-worker. Any number of processes may do it at once. When nothing is to be done it takes milliseconds.
 *
 * @throws OperatorError `migration_changed` when a migration that this database has was edited since
 */
export async function migrate(url: string, log?: Logger): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const applied = await applyMissing(client, await readMigrations());
    await runMigrations({ connectionString: url, logger: graphileLogger(log) });
    if (applied.length > 0) log?.info({ migrations: applied }, 'the database was migrated');
  } finally {
    await client.end();
  }
}

async function readMigrations(): Promise<Migration[]> {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(MIGRATIONS, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: sha256Hex(sql) };
    }),
  );
}

async function applyMissing(client: pg.Client, migrations: readonly Migration[]): Promise<string[]> {
  await client.query(CREATE_RECORD);
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  );
  const known = new Map(rows.map((row) => [row.migration_name, row.checksum]));
  const missing = migrations.filter(({ name, checksum }) => {
    if (!known.has(name)) return true;
    if (known.get(name) !== checksum) throw changed(name);
    return false;
  });
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values (gen_random_uuid(), $1, $2, now(), 1)`,
      [checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

function changed(name: string): OperatorError {
  const message =
    `The migration ${name} was edited after this database received it. Put it back and write a new one; ` +
    'a database without anything worth keeping can be deleted instead (its folder in DATA_DIR).';
  return new OperatorError('migration_changed', message);
}
