import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { OperatorError } from '../../operator-error.ts';

/** PostgreSQL refuses to run as root, so that root runs it as somebody else. */
export interface UnprivilegedUser {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';
const run = promisify(execFile);

/**
 * Who is to run PostgreSQL: nobody else (undefined) for an ordinary user; for root the user `postgres`, who is added to the
 * system when missing.
 */
export async function unprivilegedUser(): Promise<UnprivilegedUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const known = await findUser();
  if (known) return known;
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', NAME]);
  } catch (cause) {
    const message = `PostgreSQL does not run as root, and the user "${NAME}" could not be added. Start the app as another user.`;
    throw new OperatorError('embedded_database_needs_user', message, { cause });
  }
  return findUser();
}

async function findUser(): Promise<UnprivilegedUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, NAME])));
    return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
  } catch {
    return undefined;
  }
}

/** Whether the user may enter the folder, or run the file, whatever the folders above it allow. */
export function canReach(user: UnprivilegedUser, path: string): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...user, cwd: '/' });
  return status === 0;
}
