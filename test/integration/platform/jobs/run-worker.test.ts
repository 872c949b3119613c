import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { runWorker, type Worker } from '#app/platform/jobs/run-worker.ts';
import type { Task } from '#app/platform/jobs/task.ts';
import { createLogger } from '#app/platform/log.ts';
import { freshDatabase } from '#test/support/database.ts';
import { type NodeProcess, startNode } from '#test/support/node-process.ts';
import { createRecord, recordingTask } from '#test/support/recording-task.ts';

const { url, database } = await freshDatabase();
const { pool } = database;
const jobs = createJobs(pool);
const log = createLogger('silent');
const workers: Worker[] = [];
const processes: NodeProcess[] = [];

beforeAll(() => createRecord(pool));
beforeEach(() =>
  pool.query(
    'delete from recorded_run; delete from gate; delete from worker_heartbeat; delete from graphile_worker._private_jobs',
  ),
);
afterEach(async () => {
  await pool.query('update gate set open = true');
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  for (const { child, ended } of processes.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

async function startWorker(tasks: Record<string, Task>): Promise<Worker> {
  const worker = await runWorker({ url, tasks, concurrency: 2, log, silenceMs: 1_000 });
  workers.push(worker);
  return worker;
}

async function startWorkerProcess(name: string): Promise<NodeProcess> {
  const process = startNode('test/support/worker-process.ts', [url, name]);
  processes.push(process);
  await process.line('WORKING');
  return process;
}

const close = (worker: string) => pool.query('insert into gate values ($1, false)', [worker]);

async function runs(): Promise<string[]> {
  const { rows } = await pool.query('select worker, event from recorded_run');
  return rows.map(({ worker, event }) => `${worker} ${event}`);
}

async function jobRows(): Promise<
  { locked_by: string | null; last_error: string | null; attempts: number }[]
> {
  return (await pool.query('select * from graphile_worker._private_jobs')).rows;
}

const untilNoJobIsLeft = () =>
  vi.waitUntil(async () => (await jobRows()).length === 0, { timeout: 30_000, interval: 50 });

describe('runWorker', () => {
  it('runs a job and tells it what it is', async () => {
    const task = vi.fn<Task>(async () => {});
    await startWorker({ record: task });
    await jobs.enqueue('record', { orderId: '1' });
    await untilNoJobIsLeft();
    expect(task.mock.calls).toEqual([
      [
        { orderId: '1' },
        { jobId: expect.any(String), attempt: 1, maxAttempts: 25, signal: expect.any(AbortSignal) },
      ],
    ]);
  });

  it('tries a failed job again, and keeps of its error nothing that a person may have typed', async () => {
    const error = Object.assign(new Error('jane@example.com'), { code: 'refused' });
    const task = vi.fn<Task>().mockRejectedValueOnce(error).mockResolvedValueOnce();
    await startWorker({ record: task });
    await jobs.enqueue('record', {});
    await vi.waitFor(async () =>
      expect(await jobRows()).toMatchObject([{ last_error: 'refused', attempts: 1 }]),
    );
    await untilNoJobIsLeft();
    expect(task.mock.calls.map(([, context]) => context.attempt)).toEqual([1, 2]);
  });

  it("gives a killed worker's job to another, which finishes it", async () => {
    await close('killed');
    const killed = await startWorkerProcess('killed');
    await jobs.enqueue('record', {});
    await vi.waitUntil(async () => (await runs()).includes('killed start'), { timeout: 10_000 });
    killed.child.kill('SIGKILL');
    await killed.ended;
    await startWorker({ record: recordingTask(pool, 'living') });
    await untilNoJobIsLeft();
    expect(await runs()).toEqual(['killed start', 'living start', 'living end']);
  });

  it('gives away the job of a worker that never said that it lives', async () => {
    await jobs.enqueue('record', {});
    await pool.query(
      `update graphile_worker._private_jobs set locked_by = 'unheard', locked_at = now() - interval '2 seconds'`,
    );
    await startWorker({ record: recordingTask(pool, 'living') });
    await untilNoJobIsLeft();
    expect(await runs()).toEqual(['living start', 'living end']);
  });

  it('leaves a slow job with the worker that runs it, for as long as that lives', async () => {
    await close('slow');
    await startWorker({ record: recordingTask(pool, 'slow') });
    await jobs.enqueue('record', {});
    await vi.waitUntil(async () => (await runs()).includes('slow start'));
    await startWorkerProcess('other');
    // WHEN the other one has swept well after a silence would have been noticed
    const heldSince = await pool.query<{ since: Date }>('select now() as since');
    await vi.waitUntil(
      async () => {
        const { rows } = await pool.query(
          `select min(seen_at) > $1::timestamptz + interval '3 seconds' as late from worker_heartbeat`,
          [heldSince.rows[0]?.since],
        );
        return rows[0].late;
      },
      { timeout: 20_000, interval: 100 },
    );
    expect(await runs()).toEqual(['slow start']);
    await pool.query('update gate set open = true');
    await untilNoJobIsLeft();
    expect(await runs()).toEqual(['slow start', 'slow end']);
  });

  it('puts back a job that does not end when the worker stops', async () => {
    const stubborn = Promise.withResolvers<void>();
    const worker = await startWorker({ record: () => stubborn.promise });
    await jobs.enqueue('record', {});
    await vi.waitFor(async () => expect(await jobRows()).toMatchObject([{ locked_by: expect.any(String) }]));
    await worker.stop();
    workers.splice(0);
    expect(await jobRows()).toMatchObject([{ locked_by: null }]);
    const { rows } = await pool.query('select * from worker_heartbeat');
    expect(rows).toEqual([]);
    stubborn.resolve();
  });

  it('tells a running job to end when the worker stops, and waits for it', async () => {
    const ended = vi.fn();
    const worker = await startWorker({
      record: (_, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(ended()));
        }),
    });
    await jobs.enqueue('record', {});
    await vi.waitFor(async () => expect(await jobRows()).toMatchObject([{ locked_by: expect.any(String) }]));
    await worker.stop();
    workers.splice(0);
    expect(ended).toHaveBeenCalledOnce();
    expect(await jobRows()).toEqual([]);
  });

  it('goes on after the database cut every connection, in the middle of a job', async () => {
    await close('worker');
    const process = await startWorkerProcess('worker');
    await jobs.enqueue('record', { n: 1 });
    await vi.waitUntil(async () => (await runs()).includes('worker start'), { timeout: 10_000 });
    await pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await pool.query('update gate set open = true');
    await jobs.enqueue('record', { n: 2 });
    await untilNoJobIsLeft();
    expect((await runs()).filter((run) => run === 'worker end').length).toBeGreaterThanOrEqual(2);
    expect(process.child.exitCode).toBeNull();
  });
});
