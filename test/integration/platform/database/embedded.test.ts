import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type NodeProcess, startNode } from '#test/support/node-process.ts';

const SCRIPT = 'test/support/embedded-database-process.ts';
const isRoot = process.getuid?.() === 0;

/** Whoever runs the tests and, when that is root, an ordinary user besides. */
const runners = isRoot
  ? [{ who: 'root' }, { who: 'an ordinary user', name: 'nobody' }]
  : [{ who: 'an ordinary user' }];

describe.each(runners)('the embedded database, run by $who', ({ name }) => {
  const user = name === undefined ? {} : { uid: idOf('-u', name), gid: idOf('-g', name) };
  let dataDirectory: string;
  let started: NodeProcess[];
  /** A data directory as a first start leaves it. Making one takes seconds, and most tests look at what comes after. */
  let used: string | undefined;

  beforeEach(async ({ skip }) => {
    skip(!canRunNode(user), `${name} cannot get to this folder, nor to its Node`);
    dataDirectory = await newFolder();
    started = [];
  });

  afterAll(async () => {
    if (used) await rm(used, { recursive: true, force: true });
  });

  async function newFolder(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'embedded-'));
    await chmod(folder, 0o755);
    if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
    return folder;
  }

  async function fillAsUsed(): Promise<void> {
    if (!used) {
      used = await newFolder();
      const first = startNode(SCRIPT, [used], user);
      await urlOf(first);
      first.child.kill('SIGTERM');
      await first.ended;
    }
    execFileSync('cp', ['-a', `${used}/.`, dataDirectory]);
  }

  afterEach(async () => {
    for (const { child, ended } of started) {
      child.kill('SIGTERM');
      await ended;
    }
    await vi.waitUntil(async () => (await serversIn(dataDirectory)).length === 0, { timeout: 10_000 });
    await rm(dataDirectory, { recursive: true, force: true });
  });

  function start(): NodeProcess {
    const process = startNode(SCRIPT, [dataDirectory], user);
    started.push(process);
    return process;
  }

  async function startAndKill(): Promise<string> {
    await fillAsUsed();
    const owner = start();
    const url = await urlOf(owner);
    owner.child.kill('SIGKILL');
    await owner.ended;
    return url;
  }

  it('keeps what was written, after its owner was killed and another took over', async () => {
    const url = await startAndKill();
    await query(url, 'create table kept as select 42 as value');
    const urlAfter = await urlOf(start());
    expect(await query(urlAfter, 'select value from kept')).toEqual([{ value: 42 }]);
    expect(urlAfter).toBe(url);
  });

  it('stops for good with the one who took over', async () => {
    await startAndKill();
    const heir = start();
    await urlOf(heir);
    heir.child.kill('SIGTERM');
    expect(await heir.ended).toBe(0);
    expect(await serversIn(dataDirectory)).toEqual([]);
  });

  it('starts after the machine went down, owner and server at once', async () => {
    const url = await startAndKill();
    await query(url, 'create table kept as select 42 as value');
    await killServer(dataDirectory);
    expect(await query(await urlOf(start()), 'select value from kept')).toEqual([{ value: 42 }]);
  });

  it('starts when the process id that it left behind is now that of another process', async () => {
    await startAndKill();
    await killServer(dataDirectory);
    // GIVEN a living process of the same user under the id that PostgreSQL noted
    const other = startNode('--eval', ['console.log("READY"); setInterval(() => {}, 60_000)'], user);
    await other.line('READY');
    const note = join(dataDirectory, 'postgres/data/postmaster.pid');
    await writeFile(note, (await readFile(note, 'utf8')).replace(/^\d+/, String(other.child.pid)));
    try {
      await urlOf(start());
    } finally {
      other.child.kill('SIGKILL');
    }
  });

  it('is one server for processes that start together, until the last of them has ended', async () => {
    const [first, second] = [start(), start()];
    const url = await urlOf(first);
    expect(await urlOf(second)).toBe(url);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    expect(await serversIn(dataDirectory)).toEqual([]);
  });

  it('heals when it was killed while its data was being made', async () => {
    const owner = start();
    const draft = `postgres.${owner.child.pid}.draft`;
    await vi.waitUntil(() => existsSync(join(dataDirectory, draft, 'data/base')), { interval: 1 });
    owner.child.kill('SIGKILL');
    await owner.ended;
    expect(await readdir(dataDirectory)).toEqual([draft]);
    await urlOf(start());
    expect(await readdir(dataDirectory)).toEqual(['postgres']);
  });

  it('listens on this machine only, and keeps its password to its owner', async () => {
    const url = await urlOf(start());
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect((await stat(join(dataDirectory, 'postgres/password'))).mode & 0o777).toBe(0o600);
    const withoutPassword = url.replace(/:[^:@/]+@/, ':wrong@');
    await expect(query(withoutPassword, 'select 1')).rejects.toThrow(/password authentication failed/);
  });
});

describe.runIf(isRoot)('the embedded database, run by root where the postgres user cannot go', () => {
  let closed: string;

  afterAll(() => rm(closed, { recursive: true, force: true }));

  it('keeps its data in a temporary folder instead, and says where', async () => {
    closed = await mkdtemp(join(tmpdir(), 'closed-'));
    const process = startNode(SCRIPT, [join(closed, 'data')]);
    const { dataDirectory: refuge } = JSON.parse(await process.line('data is kept elsewhere'));
    try {
      expect(await query(await urlOf(process), 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(dirname(refuge)).toBe(tmpdir());
    } finally {
      process.child.kill('SIGTERM');
      await process.ended;
      await rm(refuge, { recursive: true });
    }
  });
});

async function urlOf(process: NodeProcess): Promise<string> {
  return (await process.line('READY ')).slice('READY '.length);
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Ids of the processes whose working folder is the data of this directory's server. */
async function serversIn(dataDirectory: string): Promise<number[]> {
  const rows = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return rows.filter((row) => row.includes(`-D ${dataDirectory}/`)).map((row) => Number.parseInt(row, 10));
}

async function killServer(dataDirectory: string): Promise<void> {
  for (const pid of await serversIn(dataDirectory)) process.kill(pid, 'SIGKILL');
  await vi.waitUntil(async () => (await serversIn(dataDirectory)).length === 0, { timeout: 10_000 });
}

/** Root may have put this repository where nobody else can go. */
function canRunNode(user: { uid?: number; gid?: number }): boolean {
  return spawnSync(process.execPath, ['--check', SCRIPT], user).status === 0;
}

function idOf(flag: '-u' | '-g', name: string): number {
  return Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
}
