import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { randomToken } from '../../crypto/index.ts';
import type { Place } from './place.ts';
import { isAlive } from './presence.ts';

/** PostgreSQL's name for the data of one server: what `initdb` makes, once. */
export interface Cluster {
  /** The server's own data folder. */
  readonly data: string;
  readonly password: string;
}

export const SUPERUSER = 'postgres';

/**
 * The cluster of a place, made when there is none. It is made under another name and renamed when it is whole, so that a
 * process killed halfway leaves nothing that looks like a cluster, and of two that start at once one wins.
 */
export async function ensureCluster(place: Place, options: { isDisposable: boolean }): Promise<Cluster> {
  const { folder } = place;
  const password = join(folder, 'password');
  if (!(await exists(password))) {
    await removeAbandonedDrafts(folder);
    const draft = await draftCluster(place, options);
    await rename(draft, folder).catch(async (error) => {
      await rm(draft, { recursive: true, force: true });
      if (!(await exists(password))) throw error;
    });
  }
  return { data: join(folder, 'data'), password: await readFile(password, 'utf8') };
}

async function draftCluster(
  { folder, binaries, user }: Place,
  { isDisposable }: { isDisposable: boolean },
): Promise<string> {
  const draft = `${folder}.${process.pid}.draft`;
  const data = join(draft, 'data');
  const password = join(draft, 'password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(data, { recursive: true, mode: 0o700 });
  // Whatever our umask: the user who runs PostgreSQL passes through, and nobody else has a reason to.
  await chmod(draft, user ? 0o711 : 0o700);
  await writeFile(password, randomToken(), { mode: 0o600 });
  if (user) for (const path of [data, password]) await chown(path, user.uid, user.gid);
  const options = [
    ...[`--pgdata=${data}`, `--username=${SUPERUSER}`, `--pwfile=${password}`, '--auth=scram-sha-256'],
    // PostgreSQL's own collation: text sorts alike on every system, whichever locales are installed.
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...(isDisposable ? ['--no-sync'] : []),
  ];
  await promisify(execFile)(binaries.initdb, options, { ...user, cwd: '/' });
  return draft;
}

async function removeAbandonedDrafts(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    const [prefix, pid, suffix] = name.split('.');
    if (prefix !== basename(folder) || suffix !== 'draft' || isAlive(Number(pid))) continue;
    // Its initdb may have outlived it, and still write. What cannot be removed harms nobody.
    const removal = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };
    await rm(join(dirname(folder), name), removal).catch(() => {});
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
