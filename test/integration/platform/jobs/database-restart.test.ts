import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { openPool } from '#app/platform/database/client.ts';
import { startEmbeddedDatabase } from '#app/platform/database/embedded.ts';
import { migrate } from '#app/platform/database/migrate.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { runWorker } from '#app/platform/jobs/run-worker.ts';
import type { Task } from '#app/platform/jobs/task.ts';
import { createLogger } from '#app/platform/log.ts';

const dataDirectory = await mkdtemp(join(tmpdir(), 'restart-'));
afterAll(() => rm(dataDirectory, { recursive: true, force: true }));

it('a worker whose database restarts under a job goes on by itself, and runs that job again', async () => {
  const before = await startEmbeddedDatabase({ dataDirectory });
  const { url } = before;
  await migrate(url);
  const pool = openPool(url, { poolSize: 2 });
  const task = vi.fn<Task>();
  const worker = await runWorker({
    url,
    tasks: { record: task },
    concurrency: 1,
    log: createLogger('silent'),
  });

  // GIVEN a job that ends while the database is down, so that nobody can be told
  const finish = Promise.withResolvers<void>();
  task.mockImplementationOnce(() => finish.promise).mockResolvedValue();
  await createJobs(pool).enqueue('record', { n: 1 });
  await vi.waitFor(() => expect(task).toHaveBeenCalledOnce());
  await before.stop();
  finish.resolve();
  await finish.promise;

  // WHEN the database is there again
  const after = await startEmbeddedDatabase({ dataDirectory, port: Number(new URL(url).port) });
  expect(after.url).toBe(url);

  // THEN that job runs again, without waiting for its worker to be declared dead, and new ones run
  await vi.waitFor(() => expect(task).toHaveBeenCalledTimes(2), { timeout: 20_000 });
  await createJobs(pool).enqueue('record', { n: 2 });
  await vi.waitFor(() => expect(task.mock.lastCall?.[0]).toEqual({ n: 2 }), { timeout: 20_000 });
  await vi.waitFor(async () => {
    const { rows } = await pool.query('select * from graphile_worker._private_jobs');
    expect(rows).toEqual([]);
  });

  await worker.stop();
  await pool.end();
  await after.stop();
});
