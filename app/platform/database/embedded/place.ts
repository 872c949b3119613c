import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '../../crypto/index.ts';
import type { Logger } from '../../log.ts';
import { OperatorError } from '../../operator-error.ts';
import { type Binaries, findBinaries, withinReach } from './binaries.ts';
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
 * get there, in a folder of the system's temporary ones whose name is made from the directory's path.
 *
 * @param dataDirectory an absolute path
 */
export async function findPlace(dataDirectory: string, log?: Logger): Promise<Place> {
  await mkdir(dataDirectory, { recursive: true });
  const binaries = await findBinaries();
  const user = await unprivilegedUser();
  if (!user) return { folder: join(dataDirectory, 'postgres'), binaries, user };

  const refuge = join(tmpdir(), `onestock-promise-${sha256Hex(dataDirectory).slice(0, 12)}`);
  const reachable = canReach(user, dataDirectory);
  if (!reachable || !canReach(user, binaries.pgCtl)) await makeRefuge(refuge);
  if (!reachable) {
    log?.warn(
      { dataDirectory: refuge },
      'the data directory is closed to the postgres user, data is kept elsewhere',
    );
  }
  return {
    folder: join(reachable ? dataDirectory : refuge, 'postgres'),
    binaries: await withinReach(binaries, user, refuge),
    user,
  };
}

/** Temporary folders are everybody's: one that somebody else made under our name is not used. */
async function makeRefuge(path: string): Promise<void> {
  await mkdir(path, { mode: 0o711 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(path);
  if (found.isDirectory() && found.uid === process.getuid?.()) return;
  throw new OperatorError('embedded_database_place_taken', `${path} belongs to somebody else.`);
}
