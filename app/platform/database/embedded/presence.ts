import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomToken } from '../../crypto/index.ts';

/**
 * Notes that this process uses the server of `folder`. Who leaves last stops the server, whoever started it: a starter that
 * was killed leaves no server behind, and a process that joined is not left without one.
 *
 * @returns a function that takes the note back, and says whether no living process is left. It is synchronous, so that it
 * also works while the process exits.
 */
export function notePresence(folder: string): { leave(): boolean } {
  const users = join(folder, 'users');
  const note = `${process.pid}.${randomToken(4)}`;
  mkdirSync(users, { recursive: true });
  writeFileSync(join(users, note), '');
  return {
    leave: () => {
      rmSync(join(users, note), { force: true });
      return readdirSync(users).filter((other) => !removeIfDead(users, other)).length === 0;
    },
  };
}

function removeIfDead(users: string, note: string): boolean {
  if (isAlive(Number(note.split('.')[0]))) return false;
  rmSync(join(users, note), { force: true });
  return true;
}

/** Whether there is such a process, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
