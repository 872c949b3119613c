import { setTimeout as pause } from 'node:timers/promises';
import { ok } from 'neverthrow';
import { describe, expect, test } from 'vitest';
import type { RunKind } from '#app/features/runs/index.ts';
import { MOST_OUTCOMES } from '#app/features/runs/shape.ts';
import { countingKind } from '#test/support/counting-kind.ts';
import { freshDatabase } from '#test/support/database.ts';
import { OTHER_SHOP, pagesUnderTest, SHOP, upTo } from './pages-under-test.ts';

const { database } = await freshDatabase();
const { pool, prisma } = database;
const { runs, stepsOf, start, row, jobs, step, toEnd, counted } = pagesUnderTest(database);

describe('a run', () => {
  test('goes a page a job, tells how far it is, and what became of its records', async () => {
    const kind = countingKind(25);
    const id = await start();
    expect(await runs.read(SHOP, id)).toMatchObject({
      state: 'waiting',
      total: null,
      done: 0,
      startedAt: null,
    });
    await step(kind);
    expect(await runs.read(SHOP, id)).toMatchObject({ state: 'running', total: 25, done: 9, failed: 1 });
    expect(await jobs()).toMatchObject([{ shop: SHOP, runId: id, step: 1 }]);
    await toEnd(kind);
    const story = await runs.read(SHOP, id);
    expect(story).toMatchObject({
      state: 'done',
      startedBy: 'merchant',
      total: 25,
      done: 23,
      failed: 2,
      causes: [],
      counts: { number_counted: 23, number_refused: 2 },
      finishedAt: expect.any(String),
    });
    expect(story?.outcomes[0]).toEqual({
      subject: '24',
      cause: { code: 'number_counted', params: {} },
      hasFailed: false,
    });
    expect(await counted(id)).toEqual(upTo(25));
  });

  test('keeps the last thousand outcomes, and counts the others', async () => {
    const id = await start();
    await toEnd(countingKind(1_020));
    expect(await prisma.runOutcome.count()).toBe(MOST_OUTCOMES);
    expect(await prisma.runOutcome.findFirst({ orderBy: { number: 'asc' } })).toMatchObject({
      subject: '20',
    });
    expect((await runs.read(SHOP, id))?.counts).toEqual({ number_counted: 918, number_refused: 102 });
  });

  test('of a kind is one a shop: started twice, also at the same time, it is the running one', async () => {
    const ids = await Promise.all(upTo(8).map(() => start()));
    expect(new Set(ids).size).toBe(1);
    expect(await start('schedule')).toBe(ids[0]);
    await runs.startAll({ kind: 'count', by: 'schedule' }, [SHOP, OTHER_SHOP]);
    expect(await prisma.run.count()).toBe(2);
    expect((await runs.list(OTHER_SHOP, {})).items).toHaveLength(1);
    expect(await runs.read(OTHER_SHOP, ids[0] ?? '')).toBeNull();
    expect(await jobs()).toHaveLength(2);
  });

  test('starts with the change that asks for it, or not at all', async () => {
    const left = prisma.$transaction(async (transaction) => {
      await runs.start({ shop: SHOP, kind: 'count', by: 'event' }, transaction);
      throw new Error('not after all');
    });
    await expect(left).rejects.toThrow('not after all');
    expect(await prisma.run.count()).toBe(0);
    expect(await jobs()).toEqual([]);
  });

  test('that an event asks for after it has begun is followed by another, and by one only', async () => {
    const kind = countingKind(15);
    const first = await start('event');
    expect(await start('event')).toBe(first);
    expect((await row(first)).again).toBe(false);
    await step(kind);
    expect(await start('event')).toBe(first);
    expect(await start('event')).toBe(first);
    await toEnd(kind);
    expect(await prisma.run.findMany({ select: { state: true, startedBy: true } })).toEqual([
      { state: 'done', startedBy: 'event' },
      { state: 'done', startedBy: 'event' },
    ]);
  });

  test('that a schedule starts and that finds nothing to do leaves one row, and what happened in others stays', async () => {
    const nothing: RunKind<number> = {
      ...countingKind(0),
      read: async () => {
        throw new Error('Nothing is read.');
      },
      start: async () => ok(null),
    };
    for (let times = 0; times < 3; times++) {
      await start('schedule');
      await toEnd(nothing);
    }
    expect(await prisma.run.count()).toBe(1);
    await start('schedule');
    await toEnd(countingKind(5));
    await start('schedule');
    await toEnd(nothing);
    const { items } = await runs.list(SHOP, {});
    expect(items.map(({ state, done }) => [state, done])).toEqual([
      ['done', 0],
      ['done', 5],
    ]);
  });

  test('whose job was lost is given one, and one that waits for a person is not', async () => {
    const id = await start();
    await step(countingKind(25));
    await pool.query('delete from graphile_worker._private_jobs');
    expect(await runs.requeueStranded()).toBe(1);
    expect(await runs.requeueStranded()).toBe(0);
    await runs.control(SHOP, id, 'pause');
    await pool.query('delete from graphile_worker._private_jobs');
    expect(await runs.requeueStranded()).toBe(0);
    expect(await runs.control(SHOP, id, 'resume')).toBe(true);
    await toEnd(countingKind(25));
    expect(await counted(id)).toEqual(upTo(25));
  });
});

describe('a person', () => {
  test('pauses a run between two pages, and it goes on from there', async () => {
    const kind = countingKind(25);
    const id = await start();
    await step(kind);
    expect(await runs.control(SHOP, id, 'pause')).toBe(true);
    await toEnd(kind);
    expect(await row(id)).toMatchObject({ state: 'paused', done: 9 });
    expect(await runs.control(SHOP, id, 'pause')).toBe(false);
    expect(await runs.control(OTHER_SHOP, id, 'resume')).toBe(false);
    expect(await runs.control(SHOP, id, 'resume')).toBe(true);
    await toEnd(kind);
    expect(await row(id)).toMatchObject({ state: 'done' });
    expect(await counted(id)).toEqual(upTo(25));
  });

  test.each([
    ['pause', 'paused'],
    ['cancel', 'cancelled'],
  ] as const)(
    'who asks to %s while a page is read has that page written, and no other',
    async (command, state) => {
      let runId = '';
      const reading = countingKind(25, {
        read: async (from) => {
          if (from === 10) await runs.control(SHOP, runId, command);
          return undefined;
        },
      });
      runId = await start();
      await toEnd(reading);
      expect(await row(runId)).toMatchObject({ state, done: 18, failed: 2 });
      expect(await counted(runId)).toEqual(upTo(20));
    },
  );

  test('cancels a run that has not begun, that waits for its next try, or that is paused', async () => {
    const failing = countingKind(25, { read: async () => ({ code: 'shopify_timeout', retryable: true }) });
    for (const arrange of [
      async () => {},
      async () => expect(await step(failing)).toBe('shopify_timeout'),
      async (id: string) => runs.control(SHOP, id, 'pause'),
    ]) {
      const id = await start();
      await arrange(id);
      expect(await runs.control(SHOP, id, 'cancel')).toBe(true);
      await toEnd(countingKind(25));
      expect(await row(id)).toMatchObject({ state: 'cancelled' });
      expect(await counted(id)).toEqual([]);
      expect(await runs.control(SHOP, id, 'retry')).toBe(false);
    }
  });
});

describe('two workers', () => {
  test('that read one page at once write it once', async () => {
    const id = await start();
    const both = Promise.withResolvers<void>();
    let readers = 0;
    const kind = countingKind(10, {
      read: async () => {
        readers += 1;
        if (readers === 2) both.resolve();
        await both.promise;
        return undefined;
      },
    });
    const signal = new AbortController().signal;
    const take = () =>
      stepsOf(kind as RunKind).take({ runId: id, step: 0 }, { jobId: '0', attempt: 1, signal });
    expect((await Promise.all([take(), take()])).map((outcome) => outcome.isOk())).toEqual([true, true]);
    expect(await counted(id)).toEqual(upTo(10));
    expect(await row(id)).toMatchObject({ state: 'done', done: 9, failed: 1 });
  });

  test('of which one cancels wait for the page that the other reads', async () => {
    const id = await start();
    const reading = Promise.withResolvers<void>();
    const kind = countingKind(25, { read: async () => void (await reading.promise) });
    const page = step(kind);
    await pause(50);
    await runs.control(SHOP, id, 'cancel');
    const [job] = await jobs();
    const signal = new AbortController().signal;
    await stepsOf(kind as RunKind).take(job ?? { runId: id, step: 0 }, { jobId: '0', attempt: 1, signal });
    expect(await row(id)).toMatchObject({ state: 'cancelling' });
    reading.resolve();
    await page;
    expect(await row(id)).toMatchObject({ state: 'cancelled', done: 9 });
    expect(await counted(id)).toEqual(upTo(10));
  });
});
