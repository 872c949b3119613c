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

  it('keeps one waiting job of a key, with the last payload and the earliest time', async () => {
    const first = new Date('2030-01-01T00:00:00Z');
    const later = new Date('2031-01-01T00:00:00Z');
    await jobs.enqueue('resolve', { n: 1 }, { jobKey: 'k', runAt: later });
    await jobs.enqueue('resolve', { n: 2 }, { jobKey: 'k', runAt: first });
    expect(await waiting()).toMatchObject([{ payload: { n: 2 }, run_at: first }]);
    await jobs.enqueue('resolve', { n: 3 }, { jobKey: 'k', runAt: later });
    expect(await waiting()).toMatchObject([{ payload: { n: 3 }, run_at: first }]);
  });

  it('keeps the time of a job that waits for its next try, unless it is to run before', async () => {
    const nextTry = new Date('2030-01-01T00:00:00Z');
    await jobs.enqueue('resolve', {}, { jobKey: 'k', runAt: nextTry });
    const fail = `update graphile_worker._private_jobs set attempts = 3`;
    await database.pool.query(fail);
    await jobs.enqueue('resolve', {}, { jobKey: 'k', runAt: new Date('2031-01-01T00:00:00Z') });
    expect(await waiting()).toMatchObject([{ run_at: nextTry }]);
    await database.pool.query(fail);
    const now = new Date('2029-01-01T00:00:00Z');
    await jobs.enqueue('resolve', {}, { jobKey: 'k', runAt: now });
    expect(await waiting()).toMatchObject([{ run_at: now }]);
  });

  it('begins a delay anew with each who asks', async () => {
    const ask = (delayMs: number) =>
      database.pool.query('select enqueue_jobs($1::jsonb)', [
        JSON.stringify([{ task: 'resolve', payload: {}, key: 'k', delayMs }]),
      ]);
    await ask(1_000);
    const [first] = await waiting();
    await ask(5_000);
    const [second] = await waiting();
    expect(second.run_at.getTime() - first.run_at.getTime()).toBeGreaterThanOrEqual(4_000);
  });

  it('gives a job that is used up the time of whoever asks for it again', async () => {
    await jobs.enqueue('resolve', {}, { jobKey: 'k', runAt: new Date('2026-01-01T00:00:00Z') });
    await database.pool.query('update graphile_worker._private_jobs set attempts = max_attempts');
    const later = new Date('2031-01-01T00:00:00Z');
    await jobs.enqueue('resolve', {}, { jobKey: 'k', runAt: later });
    expect((await waiting()).filter(({ key }) => key === 'k')).toMatchObject([{ run_at: later }]);
  });

  it('of two who ask at the same moment the earlier time counts, whoever comes second', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const later = new Date('2031-01-01T00:00:00Z');
    for (const [first, second] of [
      [now, later],
      [later, now],
    ]) {
      // GIVEN one who has asked and not yet committed
      const client = await database.pool.connect();
      await client.query('begin');
      const spec = { task: 'resolve', payload: {}, key: 'k', runAt: first };
      await client.query('select enqueue_jobs($1::jsonb)', [JSON.stringify([spec])]);
      const asking = jobs.enqueue('resolve', {}, { jobKey: 'k', runAt: second });
      await vi.waitUntil(async () => {
        const { rows } = await database.pool.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%enqueue_jobs%'`,
        );
        return rows.length > 0;
      });
      // WHEN it commits
      await client.query('commit');
      client.release();
      await asking;
      // THEN
      expect(await waiting()).toMatchObject([{ run_at: now }]);
      await database.pool.query('delete from graphile_worker._private_jobs');
    }
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
