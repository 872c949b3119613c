import { afterEach, describe, expect, it } from 'vitest';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();
const jobs = createJobs(database.pool);
afterEach(() => database.pool.query('delete from graphile_worker._private_jobs'));

async function waiting() {
  const { rows } = await database.pool.query(
    `select task.identifier as task, job.payload, job.key, job.run_at, job.max_attempts, queue.queue_name
     from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     left join graphile_worker._private_job_queues queue on queue.id = job.job_queue_id
     order by job.id`,
  );
  return rows;
}

describe('createJobs', () => {
  it('adds a job with everything that was said of it', async () => {
    const runAt = new Date('2030-01-01T12:00:00Z');
    await jobs.enqueue('resolve', { orderId: 'é' }, { jobKey: 'k', runAt, maxAttempts: 3, queueName: 'q' });
    expect(await waiting()).toEqual([
      {
        task: 'resolve',
        payload: { orderId: 'é' },
        key: 'k',
        run_at: runAt,
        max_attempts: 3,
        queue_name: 'q',
      },
    ]);
  });

  it('adds a job for now, with the usual attempts, when nothing was said', async () => {
    await jobs.enqueue('resolve', {});
    expect(await waiting()).toMatchObject([{ key: null, max_attempts: 25, queue_name: null }]);
  });

  it('keeps one waiting job of a key: the last one, or with preserve_run_at its time', async () => {
    const first = new Date('2030-01-01T00:00:00Z');
    const later = new Date('2031-01-01T00:00:00Z');
    await jobs.enqueue('resolve', { n: 1 }, { jobKey: 'k', runAt: first });
    await jobs.enqueue('resolve', { n: 2 }, { jobKey: 'k', runAt: later, jobKeyMode: 'preserve_run_at' });
    expect(await waiting()).toMatchObject([{ payload: { n: 2 }, run_at: first }]);
    await jobs.enqueue('resolve', { n: 3 }, { jobKey: 'k', runAt: later });
    expect(await waiting()).toMatchObject([{ payload: { n: 3 }, run_at: later }]);
  });

  it('shares the fate of the transaction that it was given', async () => {
    const undone = database.prisma.$transaction(async (transaction) => {
      await jobs.enqueue('resolve', {}, { runAt: new Date() }, transaction);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    expect(await waiting()).toEqual([]);
    await database.prisma.$transaction((transaction) => jobs.enqueue('resolve', { n: 1 }, {}, transaction));
    expect(await waiting()).toMatchObject([{ task: 'resolve', payload: { n: 1 } }]);
  });
});
