import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { createCounted } from '#test/support/counting-kind.ts';
import { freshDatabase } from '#test/support/database.ts';
import { type NodeProcess, startNode } from '#test/support/node-process.ts';
import { runsUnderTest } from '#test/support/run-to-end.ts';

const { database, url } = await freshDatabase();
const { pool } = database;
const { runs } = runsUnderTest(database);
const SHOP = 'example.myshopify.com' as ShopDomain;
const processes: NodeProcess[] = [];

beforeAll(() => createCounted(pool));
beforeEach(() =>
  pool.query('delete from run; delete from counted; delete from graphile_worker._private_jobs'),
);
afterEach(async () => {
  for (const { child, ended } of processes.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
});

function startWorker(place: string, page = ''): NodeProcess {
  const started = startNode('test/support/run-process.ts', [url, place, page]);
  processes.push(started);
  return started;
}

test.each([
  ['read', 0],
  ['write', 0],
  ['read', 10],
  ['write', 10],
  ['write', 20],
] as const)(
  'a run whose worker is killed at the %s of the page from %i on goes on there, and no record is done twice',
  async (place, page) => {
    const id = await runs.start({ shop: SHOP, kind: 'count', by: 'merchant' });
    const killed = startWorker(place, String(page));
    await killed.line('HANGING');
    expect(await runs.read(SHOP, id)).toMatchObject({
      state: 'running',
      done: (page / 10) * 9,
    });
    killed.child.kill('SIGKILL');
    await killed.ended;
    startWorker('nowhere');
    await vi.waitFor(async () => expect((await runs.read(SHOP, id))?.state).toBe('done'), {
      timeout: 20_000,
      interval: 100,
    });
    const { rows } = await pool.query<{ number: number }>('select number from counted order by number');
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, number) => number));
    expect(await runs.read(SHOP, id)).toMatchObject({
      total: 30,
      done: 27,
      failed: 3,
      counts: { number_counted: 27, number_refused: 3 },
    });
  },
  60_000,
);
