import { execFile } from 'node:child_process';
import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { OperatorError } from '../../operator-error.ts';
import type { Cluster } from './cluster.ts';
import type { Place } from './place.ts';
import { isAlive } from './presence.ts';

/** A running server. */
export interface Server {
  readonly pid: number;
  readonly port: number;
}

const run = promisify(execFile);

/** How long a server may take until it answers, seconds: after a crash it first replays its log. */
const START_TIMEOUT_S = 60;
const STOP_TIMEOUT_S = 8;
const ATTEMPTS = 3;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // A socket's folder would have to be found, and its path kept short.
  unix_socket_directories: '',
  max_connections: '200',
  // Nothing rotates this log, and a failed statement quotes its values there.
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** What a server need not do whose data may be lost with the machine (https://www.postgresql.org/docs/current/non-durability.html). */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

interface StartOptions {
  port?: number;
  isDisposable?: boolean;
}

/**
 * The server of a cluster: the one that runs already (another process of ours started it, or one that was killed left it
 * behind), or a new one. Whichever of several starters is first wins, the others join it: PostgreSQL lets one server only
 * have the data.
 */
export async function ensureServer(
  place: Place,
  cluster: Cluster,
  { port, isDisposable = false }: StartOptions,
): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const running = await findServer(cluster.data);
    if (running) return running;
    try {
      await startServer(place, cluster, { port: port ?? (await freePort()), isDisposable });
    } catch (cause) {
      if (attempt < ATTEMPTS) continue;
      const log = await readFile(join(cluster.data, 'server.log'), 'utf8').catch(() => '');
      const message = `The embedded PostgreSQL did not start: ${log.trim().split('\n').at(-1)}`;
      throw new OperatorError('embedded_database_failed', message, { cause });
    }
  }
}

async function startServer(
  { binaries, user }: Place,
  { data }: Cluster,
  { port, isDisposable }: Required<StartOptions>,
): Promise<void> {
  const chosen = { ...SETTINGS, ...(isDisposable && NOT_DURABLE) };
  const settings = Object.entries(chosen).map(([name, value]) => `-c ${name}='${value}'`);
  const options = ['start', '-D', data, '-l', join(data, 'server.log'), '-w', '-t', String(START_TIMEOUT_S)];
  // pg_ctl puts the server into a session of its own: a terminal's Ctrl-C reaches us, and not the server before us.
  await run(binaries.pgCtl, [...options, '-o', `-p ${port} ${settings.join(' ')}`], { ...user, cwd: '/' });
}

/** Ends the server; who is still connected is cut off, and nothing committed is lost. */
export async function stopServer({ binaries, user }: Place, { data }: Cluster): Promise<void> {
  const stop = (mode: string) =>
    run(binaries.pgCtl, ['stop', '-D', data, '-m', mode, '-w', '-t', String(STOP_TIMEOUT_S)], {
      ...user,
      cwd: '/',
    });
  if (!(await findServer(data))) return;
  await stop('fast').catch(() => stop('immediate'));
}

/** Waits while a server starts or stops. A note of a server that is no more is removed when PostgreSQL could not tell. */
async function findServer(data: string): Promise<Server | undefined> {
  const deadline = performance.now() + START_TIMEOUT_S * 1_000;
  while (performance.now() < deadline) {
    const noted = await readNote(data);
    if (!noted || !isAlive(noted.pid)) return undefined;
    if (!(await serves(noted.pid, data))) {
      await rm(join(data, 'postmaster.pid'), { force: true });
      return undefined;
    }
    if (noted.status === 'ready') return noted;
    await pause(25);
  }
  throw new OperatorError('embedded_database_failed', `The PostgreSQL of ${data} neither starts nor stops.`);
}

/**
 * What a server notes of itself in its data: process id first, port fourth, status eighth line.
 * Source: https://github.com/postgres/postgres/blob/master/src/include/utils/pidfile.h
 */
async function readNote(data: string): Promise<(Server & { status: string | undefined }) | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() } : undefined;
}

/**
 * Whether the living process of that id is the data's server: after a restart of the machine, or in a new container, any
 * process can have the id, and PostgreSQL would take it for the server. A server works in its data folder, which Linux shows.
 */
async function serves(pid: number, data: string): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  return workingFolder === (await realpath(data));
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve, reject) => probe.once('listening', resolve).once('error', reject));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
