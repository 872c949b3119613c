import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A Node process under test. */
export interface NodeProcess {
  readonly child: ChildProcess;
  /** Everything that it wrote so far, line by line, standard output and error alike. */
  readonly lines: readonly string[];
  /** The first line that has `part` in it, waiting for it. Rejects when the process ends without. */
  line(part: string): Promise<string>;
  /** Settles when the process has ended: its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Runs a script of this repository, as another user if `uid` and `gid` are given. */
export function startNode(
  script: string,
  args: readonly string[] = [],
  options: { uid?: number; gid?: number; env?: NodeJS.ProcessEnv } = {},
): NodeProcess {
  const { env, ...user } = options;
  const child = spawn(process.execPath, [script, ...args], {
    ...user,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  const line = (part: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines.find((candidate) => candidate.includes(part));
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
      ended.then(() => reject(new Error(`${script} ended without "${part}":\n${lines.join('\n')}`)));
    });
  return { child, lines, line, ended };
}
