/** The sandbox's PostgreSQL as processes of this machine, to be frozen and restarted under the app. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { vi } from 'vitest';
import { startEmbeddedDatabase } from '#app/platform/database/embedded.ts';

export interface SandboxPostgres {
  /** Stops every process of the server where it stands: connections stay open, and nothing answers. Returns what lets them go on. */
  freeze(): () => void;
  /** Ends the server as its operator would, cutting off who is connected, and waits for its end. */
  end(): Promise<void>;
  /** Starts it again upon the same data, at the same port. */
  start(): Promise<void>;
  /** Hands a server that was started here over to the sandbox, which ends it. */
  leave(): Promise<void>;
}

export async function findSandboxPostgres(databaseUrl: string): Promise<SandboxPostgres> {
  const data = await dataFolder(databaseUrl);
  const note = join(data, 'postmaster.pid');
  const postmaster = () => Number(readFileSync(note, 'utf8').split('\n')[0]);
  let leave = async () => {};
  return {
    freeze() {
      const pid = postmaster();
      process.kill(pid, 'SIGSTOP');
      // It starts no other process any more.
      const frozen = [pid, ...childrenOf(pid)];
      for (const each of frozen) signal(each, 'SIGSTOP');
      return () => {
        for (const each of frozen) signal(each, 'SIGCONT');
      };
    },
    async end() {
      process.kill(postmaster(), 'SIGINT');
      await vi.waitUntil(() => !existsSync(note), { timeout: 30_000 });
    },
    async start() {
      const port = Number(new URL(databaseUrl).port);
      const database = await startEmbeddedDatabase({ dataDirectory: dirname(dirname(data)), port });
      leave = database.stop;
    },
    leave: () => leave(),
  };
}

async function dataFolder(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    const [server] = rows;
    if (!server) throw new Error('The server does not say where its data is.');
    return server.data_directory;
  } finally {
    await client.end();
  }
}

function childrenOf(pid: number): number[] {
  return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number);
}

/** A process that has ended meanwhile needs no signal. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
