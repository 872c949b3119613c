/**
 * Writes a migration that brings the database from the schema of the last committed migration to the present
 * prisma/schema.prisma: `npm run migration:new -- add-parcel-table`.
 *
 * `prisma migrate dev` is of no use here: with the JavaScript engine it cannot read a database's schema.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '#app/platform/database/embedded.ts';

const SCHEMA = 'prisma/schema.prisma';
const MIGRATIONS = 'prisma/migrations';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  throw new Error(
    'Name the migration in small letters, digits and hyphens: npm run migration:new -- add-parcel-table',
  );
}

const scratch = mkdtempSync(join(tmpdir(), 'migration-'));
// Prisma wants to reach a database before it compares two files. It changes nothing there.
const database = await startEmbeddedDatabase({ dataDirectory: '.cache/test-database' });
try {
  const before = join(scratch, 'before.prisma');
  writeFileSync(before, schemaOfLastMigration());
  const sql = difference(before);
  if (/^-- This is an empty migration/.test(sql)) console.log('The schema is as the last migration left it.');
  else console.log(`Wrote ${write(sql)}. Read it: Prisma cannot know what should become of existing rows.`);
} finally {
  await database.stop();
  rmSync(scratch, { recursive: true });
}

function schemaOfLastMigration(): string {
  const commit = git('log', '-1', '--format=%H', '--', MIGRATIONS).trim();
  return git('show', `${commit}:${SCHEMA}`);
}

function git(...args: string[]): string {
  return execFileSync('git', args, { encoding: 'utf8' });
}

function difference(before: string): string {
  const ends = ['--from-schema-datamodel', before, '--to-schema-datamodel', SCHEMA];
  return execFileSync('node_modules/.bin/prisma', ['migrate', 'diff', ...ends, '--script'], {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: database.url, CHECKPOINT_DISABLE: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function write(sql: string): string {
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(MIGRATIONS, `${time}_${name.replaceAll('-', '_')}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), sql);
  return join(folder, 'migration.sql');
}
