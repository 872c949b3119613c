import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import { startEmbeddedDatabase } from '#app/platform/database/embedded.ts';
import { migrate } from '#app/platform/database/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a database on the server that a test run shares. */
    databaseServer: string;
    /** Name of a migrated, empty database there, to be copied. */
    templateDatabase: string;
  }
}

const TEMPLATE_PREFIX = 'template_';
export const COPY_PREFIX = 'test_';

/**
 * Starts the database server of a test run and prepares the database that tests copy. Runs at the same time share the server, and
 * the last one stops it; a run that was killed leaves it to the next.
 */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbeddedDatabase({
    dataDirectory: '.cache/test-database',
    isDisposable: true,
  });
  project.provide('databaseServer', server.url);
  project.provide('templateDatabase', await prepareTemplate(server.url));
  return server.stop;
}

async function prepareTemplate(serverUrl: string): Promise<string> {
  const name = `${TEMPLATE_PREFIX}${await fingerprintOfMigrations()}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('${TEMPLATE_PREFIX}'))`);
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
    const names = rows.map(({ datname }) => datname);
    for (const abandoned of names.filter(isAbandoned)) await drop(client, abandoned);
    if (names.includes(name)) return name;
    for (const old of names.filter((other) => other.startsWith(TEMPLATE_PREFIX))) await drop(client, old);
    const draft = `draft_${name}`;
    await drop(client, draft);
    await client.query(`create database ${draft}`);
    await migrate(addressOf(serverUrl, draft));
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await client.end();
  }
}

/** The same server, another database. */
export function addressOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function drop(client: pg.Client, name: string): Promise<void> {
  await client.query(`drop database if exists ${name} with (force)`);
}

async function fingerprintOfMigrations(): Promise<string> {
  const parts = [await readFile('node_modules/graphile-worker/package.json', 'utf8')];
  const files = await readdir('prisma/migrations', { recursive: true });
  for (const file of files.filter((path) => path.endsWith('.sql')).sort()) {
    parts.push(file, await readFile(`prisma/migrations/${file}`, 'utf8'));
  }
  return sha256Hex(parts.join('\n')).slice(0, 16);
}

/** A copy whose test process is gone. Its name holds the process id: see `freshDatabase`. */
function isAbandoned(name: string): boolean {
  if (!name.startsWith(COPY_PREFIX)) return false;
  try {
    process.kill(Number(name.split('_')[1]), 0);
    return false;
  } catch {
    return true;
  }
}
