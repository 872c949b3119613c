import { chmod, lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '../../crypto/index.ts';
import type { Logger } from '../../log.ts';
import { OperatorError } from '../../operator-error.ts';
import { type Binaries, copyOnce, findBinaries } from './binaries.ts';
import { canReach, type UnprivilegedUser, unprivilegedUser } from './unprivileged-user.ts';

/** Where a database server lives, with whose rights and which programs. */
export interface Place {
  /** The folder that holds `data`, `password` and `users`. It exists once the server's data was made. */
  readonly folder: string;
  readonly binaries: Binaries;
  /** Who runs the programs; undefined when that is ourselves. */
  readonly user: UnprivilegedUser | undefined;
}

/**
 * Finds a place for the server that belongs to a data directory: inside it, or, when the user who must run PostgreSQL cannot
 * get there (below `/root`, say), in a temporary folder whose name is made from the directory's path. The programs are copied
 * to such a folder, too, when they are out of reach.
 *
 * @param dataDirectory an absolute path
 */
export async function findPlace(dataDirectory: string, log?: Logger): Promise<Place> {
  await mkdir(dataDirectory, { recursive: true });
  const binaries = await findBinaries();
  const user = await unprivilegedUser();
  if (!user) return { folder: join(dataDirectory, 'postgres'), binaries, user };
  const reachable = canReach(user, dataDirectory);
  const parent = reachable ? dataDirectory : await makeRefuge(dataDirectory);
  if (!reachable) {
    log?.warn(
      { dataDirectory: parent },
      'the data directory is closed to the postgres user, data is kept elsewhere',
    );
  }
  if (canReach(user, binaries.pgCtl)) return { folder: join(parent, 'postgres'), binaries, user };
  const copied = await copyOnce(binaries, await makeRefuge(binaries.pgCtl));
  return { folder: join(parent, 'postgres'), binaries: copied, user };
}

/** The refuge of what lies at `path`. Temporary folders are everybody's: one that somebody else made under its name is not used. */
async function makeRefuge(path: string): Promise<string> {
  const refuge = join(tmpdir(), `onestock-promise-${sha256Hex(path).slice(0, 12)}`);
  await mkdir(refuge, { mode: 0o711 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(refuge);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new OperatorError('embedded_database_place_taken', `${refuge} belongs to somebody else.`);
  }
  // Whatever our umask: the postgres user must pass.
  await chmod(refuge, 0o711);
  return refuge;
}
