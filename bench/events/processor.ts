import { readdir, readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import type { RunningSandbox } from '#test/support/sandbox.ts';
import { rounded } from '../figure.ts';
import { query } from '../rates/rows.ts';

/** What the processors did between two moments. */
export interface ProcessorUse {
  /** The busy share of all processors, whoever kept them busy: 1 is all of them. */
  busy: number;
  /** What of that is the parts' own: where it is much less, something else ran on the machine. */
  ours: number | null;
  /** Processors kept busy by each part, 1 being a whole one; null where the system does not tell, which is everywhere but on Linux. */
  processors: Record<string, number | null>;
  /** Processor time of each part, in seconds. */
  cpu_seconds: Record<string, number | null>;
}

/** Begins to measure; the function that it returns ends it. */
export type ProcessorMeter = () => Promise<() => Promise<ProcessorUse>>;

/** Linux counts processor time in hundredths of a second (https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html). */
const TICKS_PER_SECOND = 100;
/** Fields of that file, counted from the state, which is the first after the name. */
const PARENT = 1;
const OWN = [11, 12];
const OF_ENDED_CHILDREN = [13, 14];

/** @param workers the worker processes, which may become more */
export async function processorMeter(
  sandbox: RunningSandbox,
  workers: () => readonly number[],
): Promise<ProcessorMeter> {
  const postgres = await postmasterOf(sandbox);
  const { web } = sandbox.ready.processes;
  const parts: Record<string, () => Promise<number | null>> = {
    worker: () => sumOf(workers().map((pid) => secondsOf(pid))),
    web: () => secondsOf(web),
    postgres: () => secondsOfServer(postgres),
    simulators: () => secondsOf(sandbox.process.pid ?? -1),
    bench: () => secondsOf(process.pid),
  };
  const look = async () => {
    const times = Object.entries(parts).map(async ([part, read]) => [part, await read()] as const);
    return { at: performance.now(), machine: machineTimes(), parts: await Promise.all(times) };
  };
  return async () => {
    const before = await look();
    return async () => {
      const after = await look();
      const elapsed = (after.at - before.at) / 1000;
      const used = after.parts.map(([part, value], at): [string, number | null] => {
        const earlier = before.parts[at]?.[1] ?? null;
        return [part, value === null || earlier === null ? null : value - earlier];
      });
      const each = (of: (seconds: number) => number) =>
        Object.fromEntries(used.map(([part, value]) => [part, value === null ? null : rounded(of(value))]));
      const sum = used.reduce<number | null>(
        (known, [, value]) => (known === null || value === null ? null : known + value),
        0,
      );
      const total = after.machine.total - before.machine.total;
      return {
        busy: rounded(1 - (after.machine.idle - before.machine.idle) / total),
        ours: sum === null ? null : rounded(sum / elapsed / cpus().length),
        processors: each((seconds) => seconds / elapsed),
        cpu_seconds: each((seconds) => seconds),
      };
    };
  };
}

function machineTimes(): { idle: number; total: number } {
  const times = cpus().map((cpu) => cpu.times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  return {
    idle,
    total: times.reduce((sum, { user, nice, sys, irq }) => sum + user + nice + sys + irq, idle),
  };
}

async function postmasterOf(sandbox: RunningSandbox): Promise<number> {
  const [row] = await query<{ data_directory: string }>(sandbox, 'show data_directory');
  const note = await readFile(join(row?.data_directory ?? '', 'postmaster.pid'), 'utf8');
  return Number(note.split('\n')[0]);
}

async function secondsOf(pid: number): Promise<number | null> {
  const fields = await statOf(pid);
  return fields && secondsIn(fields, OWN);
}

/** A server of one process a connection: itself, those that live, and those that have ended. */
async function secondsOfServer(pid: number): Promise<number | null> {
  const own = await statOf(pid);
  if (!own) return null;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const children = (await Promise.all(pids.map(statOf))).filter((each) => Number(each?.[PARENT]) === pid);
  const living = children.reduce((sum, fields) => sum + (fields ? secondsIn(fields, OWN) : 0), 0);
  return secondsIn(own, [...OWN, ...OF_ENDED_CHILDREN]) + living;
}

async function statOf(pid: number): Promise<string[] | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The name before the last parenthesis may hold spaces.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? null;
}

function secondsIn(fields: readonly string[], which: readonly number[]): number {
  return which.reduce((sum, field) => sum + Number(fields[field]), 0) / TICKS_PER_SECOND;
}

async function sumOf(values: Promise<number | null>[]): Promise<number | null> {
  const known = await Promise.all(values);
  return known.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
