import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAnswerRecorder } from '#app/features/promise/record-answers.ts';
import { refusedAnswer } from '#app/features/promise/refused-answer.ts';
import type { RateAnswer } from '#app/features/promise/types.ts';
import { NOW } from '#test/support/promises.ts';
import { SHOP } from '#test/support/rate-requests.ts';

/** Within so many milliseconds of an answer its rows are on their way to the database. */
const ON_ITS_WAY_MS = 50;
const SPENT = { durationMs: 1, phasesMs: {}, wasAborted: false };

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A recorder over a database that takes a batch as `take` says. `taken` are the numbers of the answers it has, in the order of arrival. */
function recorderOver(take: (numbers: number[]) => Promise<void> = async () => {}) {
  const taken: number[] = [];
  const batches: number[][] = [];
  const pool = {
    async query({ values }: { values: unknown[] }) {
      const numbers = [...new Set(JSON.stringify(values).match(/answer-\d+-/g))].map((id) =>
        Number(id.split('-')[1]),
      );
      batches.push(numbers);
      await take(numbers);
      taken.push(...numbers);
    },
  } as unknown as pg.Pool;
  const recorder = createAnswerRecorder({
    pool,
    log: pino({ enabled: false }),
    newId: randomUUID,
    mayTrace: () => true,
  });
  let count = 0;
  return {
    taken,
    batches,
    flush: () => recorder.flush(),
    /** Answers the last one, which it does not keep. */
    record(howMany: number): WeakRef<RateAnswer> | undefined {
      let last: WeakRef<RateAnswer> | undefined;
      for (let each = 0; each < howMany; each += 1) {
        const given = { id: `answer-${count++}-`, receivedAt: NOW, answeredAt: NOW };
        const answer = refusedAnswer(SHOP, { code: 'not_json' }, given);
        recorder.record(answer, SPENT);
        last = new WeakRef(answer);
      }
      return last;
    },
  };
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);
const fault = (code: string) => Object.assign(new Error(code), { code });

describe('what was shown', () => {
  it('is on its way to the database within 50 ms of the answer, never before, together with its neighbours', async () => {
    const { record, taken, batches } = recorderOver();
    record(1);
    await vi.advanceTimersByTimeAsync(20);
    record(2);
    expect(batches).toEqual([]);
    await vi.advanceTimersByTimeAsync(ON_ITS_WAY_MS - 20);
    expect(taken).toEqual([0, 1, 2]);
    expect(batches).toHaveLength(1);
  });

  it('goes in batches of bounded size, all of it', async () => {
    const { record, taken, batches } = recorderOver();
    record(1200);
    await vi.advanceTimersByTimeAsync(ON_ITS_WAY_MS);
    expect(taken).toEqual(numbers(0, 1200));
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(500);
    expect(batches.length).toBeLessThanOrEqual(12);
  });

  it('is written to the last row when the process ends, what is being written and what came meanwhile', async () => {
    const { record, taken, flush } = recorderOver(() => new Promise((done) => setTimeout(done, 100)));
    record(3);
    await vi.advanceTimersByTimeAsync(ON_ITS_WAY_MS);
    record(2);
    let isFlushed = false;
    const flushing = flush().then(() => {
      isFlushed = true;
    });
    await vi.advanceTimersByTimeAsync(60);
    expect(isFlushed).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await flushing;
    expect(taken).toEqual(numbers(0, 5));
  });
});

describe('a database that does not take rows', () => {
  it('gets them again, none lost and none twice, as soon as it takes them', async () => {
    let isDown = true;
    const { record, taken } = recorderOver(async () => {
      if (isDown) throw fault('57P01');
    });
    record(3);
    await vi.advanceTimersByTimeAsync(5000);
    record(2);
    expect(taken).toEqual([]);
    isDown = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(taken).toEqual(numbers(0, 5));
  });

  it('frozen holds up one batch, not one an answer, and what came meanwhile follows it', async () => {
    let thaw = () => {};
    const frozen = new Promise<void>((done) => {
      thaw = done;
    });
    const { record, taken, batches } = recorderOver(() => frozen);
    for (let second = 0; second < 30; second += 1) {
      record(10);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(batches).toHaveLength(1);
    thaw();
    await vi.advanceTimersByTimeAsync(ON_ITS_WAY_MS);
    expect(taken).toEqual(numbers(0, 300));
  });

  it('is tried twice a second, however many answers come meanwhile', async () => {
    const { record, batches } = recorderOver(async () => {
      await new Promise((done) => setTimeout(done, 5));
      throw fault('57P01');
    });
    for (let passed = 0; passed < 5000; passed += 1) {
      record(1);
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(batches.length).toBeLessThanOrEqual(11);
  });

  it('costs bounded memory: beyond twenty thousand the oldest are forgotten, a batch at a time', async () => {
    let isDown = true;
    const { record, taken } = recorderOver(async () => {
      if (isDown) throw fault('57P01');
    });
    record(20_700);
    await vi.advanceTimersByTimeAsync(1000);
    isDown = false;
    await vi.advanceTimersByTimeAsync(1000);
    expect(taken).toEqual(numbers(800, 20_700));
  });

  it('costs no memory for the texts of the answers that wait', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const { record, taken, flush } = recorderOver();
    const answer = record(1);
    // What a WeakRef was made of is kept until the work at hand is done.
    await vi.advanceTimersByTimeAsync(1);
    collectGarbage();
    expect(answer?.deref()).toBeUndefined();
    await flush();
    expect(taken).toEqual([0]);
  });
});

describe('a row that the database refuses for what it holds', () => {
  it.each(['22P05', '23502'])('is given up alone: its neighbours are written, %s', async (code) => {
    const { record, taken } = recorderOver(async (batch) => {
      if (batch.includes(137)) throw fault(code);
    });
    record(500);
    await vi.advanceTimersByTimeAsync(ON_ITS_WAY_MS);
    expect(taken).toEqual(numbers(0, 500).filter((number) => number !== 137));
    record(1);
    await vi.advanceTimersByTimeAsync(ON_ITS_WAY_MS);
    expect(taken.at(-1)).toBe(500);
  });
});
