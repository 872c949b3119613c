import { fileURLToPath } from 'node:url';
import { type NodeProcess, startNode } from '#test/support/node-process.ts';
import type { RunningSandbox } from '#test/support/sandbox.ts';
import { query } from '../rates/rows.ts';
import { until } from './wait.ts';

/** The worker processes: the sandbox's own, and one beside it once it is started. */
export interface Workers {
  pids(): number[];
  /** Stops every one where it stands. To be done when there is nothing to do: a job that is under way stands still with it. */
  stop(): void;
  /** Lets the first so many go on. */
  go(count: number): void;
  /** Starts one more worker process upon the same database, and waits until it has told that it lives. */
  startAnother(): Promise<void>;
  /** Lets all go on, and ends the one that was started here. */
  close(): Promise<void>;
}

const STARTED_WITHIN_MS = 60_000;
const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

export function workersOf(sandbox: RunningSandbox): Workers {
  const { environment, processes } = sandbox.ready;
  const started: NodeProcess[] = [];
  // -1 stands for no process, and a signal sent to it reaches every process there is.
  const pids = () =>
    [processes.worker, ...started.map(({ child }) => child.pid ?? -1)].filter((pid) => pid > 0);
  return {
    pids,
    stop() {
      for (const pid of pids()) process.kill(pid, 'SIGSTOP');
    },
    go(count) {
      for (const pid of pids().slice(0, count)) process.kill(pid, 'SIGCONT');
    },
    async startAnother() {
      const known = new Set(await livingWorkers(sandbox));
      const args = [path('sandbox/shopify/stand-in.ts'), path('app/worker.ts')];
      const another = startNode('--import', args, { env: { ...process.env, ...environment } });
      started.push(another);
      const isLiving = await until(async () => {
        if (another.child.exitCode !== null)
          throw new Error(`The worker process ended:\n${another.lines.join('\n')}`);
        return (await livingWorkers(sandbox)).some((id) => !known.has(id));
      }, STARTED_WITHIN_MS);
      if (!isLiving) throw new Error('The second worker process did not start.');
    },
    async close() {
      for (const pid of pids()) signalIfLiving(pid, 'SIGCONT');
      for (const { child, ended } of started) {
        child.kill('SIGTERM');
        const killing = setTimeout(() => child.kill('SIGKILL'), 15_000);
        await ended;
        clearTimeout(killing);
      }
    },
  };
}

async function livingWorkers(sandbox: RunningSandbox): Promise<string[]> {
  const rows = await query<{ worker_id: string }>(sandbox, 'select worker_id from worker_heartbeat');
  return rows.map(({ worker_id }) => worker_id);
}

/** A process that has ended meanwhile needs no signal. */
function signalIfLiving(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
