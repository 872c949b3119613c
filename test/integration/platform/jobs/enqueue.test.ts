import { afterEach, describe, expect, it, vi } from 'vitest';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();
const jobs = createJobs(database.pool);
afterEach(() => database.pool.query('delete from graphile_worker._private_jobs'));

async function waiting() {
  const { rows } = await database.pool.query(
    `select task.identifier as task, job.payload, job.key, job.run_at, job.max_attempts
     from graphile_worker._private_jobs job
     join graphile_worker._private_tasks task on task.id = job.task_id
     order by job.id`,
  );
  return rows;
}

describe('createJobs', () => {
  it('adds a job with everything that was said of it', async () => {
    const runAt = new Date('2030-01-01T12:00:00Z');
    await jobs.enqueue('resolve', { orderId: 'é' }, { jobKey: 'k', runAt });
    expect(await waiting()).toEqual([
      {
        task: 'resolve',
        payload: { orderId: 'é' },
        key: 'k',
        run_at: runAt,
        max_attempts: 25,
      },
    ]);
  });

  it('adds a job for now when nothing was said, and another each time', async () => {
    await jobs.enqueue('resolve', {});
    await jobs.enqueue('resolve', {});
    const { rows } = await database.pool.query('select now()');
    const added = await waiting();
    expect(added).toMatchObject([{ key: null }, { key: null }]);
    expect(added[0].run_at.getTime()).toBeLessThanOrEqual(rows[0].now.getTime());
  });

  it('keeps one waiting job of a key, the last one', async () => {
    const first = new Date('2030-01-01T00:00:00Z');
    const later = new Date('2031-01-01T00:00:00Z');
    await jobs.enqueue('resolve', { n: 1 }, { jobKey: 'k', runAt: first });
    await jobs.enqueue('resolve', { n: 2 }, { jobKey: 'k', runAt: later });
    expect(await waiting()).toMatchObject([{ payload: { n: 2 }, run_at: later }]);
  });

  it('adds a job also when a worker takes the one that waits at that very moment', async () => {
    await jobs.enqueue('resolve', { n: 1 }, { jobKey: 'k' });
    // GIVEN a worker that has locked the job and not yet told
    const worker = await database.pool.connect();
    await worker.query('begin');
    await worker.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker'`);
    const adding = jobs.enqueue('resolve', { n: 2 }, { jobKey: 'k' });
    await vi.waitUntil(async () => {
      const { rows } = await database.pool.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%enqueue_jobs%'`,
      );
      return rows.length > 0;
    });
    await worker.query('commit');
    worker.release();
    await adding;
    expect(await waiting()).toMatchObject([
      { payload: { n: 1 }, key: null },
      { payload: { n: 2 }, key: 'k' },
    ]);
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
