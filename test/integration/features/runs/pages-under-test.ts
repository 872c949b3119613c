import { beforeAll, beforeEach } from 'vitest';
import type { RunKind } from '#app/features/runs/index.ts';
import type { RunStepJob } from '#app/features/runs/shape.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { createCounted } from '#test/support/counting-kind.ts';
import { runsUnderTest } from '#test/support/run-to-end.ts';

export const SHOP = 'example.myshopify.com' as ShopDomain;
export const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;

export const upTo = (count: number) => Array.from({ length: count }, (_, number) => number);

/**
 * The runs over a real database and queue, whose pages a test does one by one. Call it at the top of a test file: every test there begins
 * without runs.
 */
export function pagesUnderTest(database: Database) {
  const { pool, prisma } = database;
  const { runs, obstacles, stepsOf } = runsUnderTest(database);

  beforeAll(() => createCounted(pool));
  beforeEach(() =>
    pool.query(
      'delete from run; delete from obstacle; delete from counted; delete from graphile_worker._private_jobs',
    ),
  );

  const start = (by: 'schedule' | 'merchant' | 'event' = 'merchant', shop = SHOP) =>
    runs.start({ shop, kind: 'count', by });
  const row = (id: string) => prisma.run.findUniqueOrThrow({ where: { id } });

  /** The jobs that wait, as their payloads. */
  async function jobs(): Promise<(RunStepJob & { jobId: string })[]> {
    const { rows } = await pool.query<{ id: string; payload: RunStepJob }>(
      'select id, payload from graphile_worker._private_jobs where locked_at is null order by id',
    );
    return rows.map(({ id, payload }) => ({ ...payload, jobId: id }));
  }

  /** Does the page that waits, as its attempt of this number, and takes its job out of the queue where that ends well. */
  async function step(kind: RunKind<number>, attempt = 1) {
    const [job] = await jobs();
    if (!job) return 'nothing';
    const { jobId } = job;
    const lock = 'update graphile_worker._private_jobs set locked_at = now(), locked_by = $2 where id = $1';
    await pool.query(lock, [jobId, 'worker']);
    const signal = new AbortController().signal;
    const ended = await stepsOf(kind as RunKind)
      .take(job, { jobId, attempt, signal })
      .then(
        (outcome) => (outcome.isOk() ? 'ok' : outcome.error.code),
        () => 'thrown',
      );
    if (ended === 'ok') await pool.query('delete from graphile_worker._private_jobs where id = $1', [jobId]);
    else await pool.query('update graphile_worker._private_jobs set locked_at = null where id = $1', [jobId]);
    return ended;
  }

  async function toEnd(kind: RunKind<number>): Promise<void> {
    for (let pages = 0; pages < 200; pages++) if ((await step(kind)) === 'nothing') return;
    throw new Error('The run goes on for ever.');
  }

  async function counted(id: string): Promise<number[]> {
    const { rows } = await pool.query('select number from counted where run_id = $1 order by number', [id]);
    return rows.map(({ number }) => number);
  }

  return { runs, obstacles, stepsOf, start, row, jobs, step, toEnd, counted };
}
