import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { type Database, openDatabase } from '#app/platform/database/client.ts';
import { addressOf, COPY_PREFIX } from './database-server.ts';

export interface FreshDatabase {
  readonly url: string;
  readonly database: Database;
}

/**
 * A migrated database of its own, without rows, opened. Call it at the top of a test file, outside any test: it is closed and
 * dropped after the last test there.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `${COPY_PREFIX}${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(`create database ${name} template ${inject('templateDatabase')}`);
  const url = addressOf(inject('databaseServer'), name);
  const database = openDatabase(url, { poolSize: 5 });
  afterAll(async () => {
    await database.close();
    await onServer(`drop database ${name} with (force)`);
  });
  return { url, database };
}

/** Runs one statement on the server's own database, as its superuser. */
export async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
