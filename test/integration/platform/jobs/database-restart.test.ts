import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openPool } from '#app/platform/database/client.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from '#app/platform/database/embedded.ts';
import { migrate } from '#app/platform/database/migrate.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { runWorker } from '#app/platform/jobs/run-worker.ts';
import type { Task } from '#app/platform/jobs/task.ts';
import { createLogger } from '#app/platform/log.ts';

it('a worker whose database restarts under a job goes on by itself, and runs that job again', async () => {
  const dataDirectory = await openDataDirectory();
  let server: EmbeddedDatabase = await startEmbeddedDatabase({ dataDirectory, isDisposable: true });
  onTestFinished(() => server.stop());
  const { url } = server;
  await migrate(url);
  const pool = openPool(url, { poolSize: 2 });
  onTestFinished(() => pool.end());
  const task = vi.fn<Task>();
  const worker = await runWorker({
    url,
    tasks: { record: task },
    concurrency: 1,
    log: createLogger('silent'),
  });
  onTestFinished(() => worker.stop());

  // GIVEN a job that ends while the database is down, so that nobody can be told
  const finish = Promise.withResolvers<void>();
  task.mockImplementationOnce(() => finish.promise).mockResolvedValue();
  await createJobs(pool).enqueue('record', { n: 1 });
  await vi.waitFor(() => expect(task).toHaveBeenCalledOnce());
  await server.stop();
  finish.resolve();
  await finish.promise;

  // WHEN the database is there again
  server = await startEmbeddedDatabase({ dataDirectory, port: Number(new URL(url).port) });
  expect(server.url).toBe(url);

  // THEN that job runs again, without waiting for its worker to be declared dead, and new ones run
  await vi.waitFor(() => expect(task).toHaveBeenCalledTimes(2), { timeout: 20_000 });
  await createJobs(pool).enqueue('record', { n: 2 });
  await vi.waitFor(() => expect(task.mock.lastCall?.[0]).toEqual({ n: 2 }), { timeout: 20_000 });
  await vi.waitFor(async () => {
    const { rows } = await pool.query('select * from graphile_worker._private_jobs');
    expect(rows).toEqual([]);
  });
});

/** A folder that the user who runs PostgreSQL can enter, too. */
async function openDataDirectory(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'restart-'));
  await chmod(path, 0o755);
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}
