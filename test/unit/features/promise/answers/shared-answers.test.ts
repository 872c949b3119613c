import type pg from 'pg';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSharedAnswers } from '#app/features/promise/answers/shared-answers.ts';
import { NEVER, timeOf } from '#test/support/ladder-in-time.ts';
import { minutesAfter, NOW, promise } from '#test/support/promises.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const ROW = {
  answered_at: NOW,
  fresh_until: minutesAfter(5),
  usable_until: minutesAfter(60),
  options: [{ delivery_method: 'standard', status: 'valid', eta_start: 1795503600 }],
  request_id: 'abc',
};

/** The table behind a database that answers as `query` says. */
function sharedOver(query: () => Promise<unknown>) {
  const asked = vi.fn(query);
  const pool = { query: asked } as unknown as pg.Pool;
  return { shared: createSharedAnswers({ pool, log: pino({ enabled: false }) }), asked };
}

describe('a look at what other processes heard', () => {
  it('finds OneStock’s own words, and until when they count', async () => {
    const { shared } = sharedOver(async () => ({ rows: [ROW] }));
    expect(await shared.find('key')).toMatchObject({
      answeredAt: NOW,
      freshUntil: minutesAfter(5),
      usableUntil: minutesAfter(60),
      requestId: 'abc',
      promises: [{ deliveryMethod: 'standard', option: ROW.options[0] }],
    });
  });

  it('takes no more than 30 ms of a slow database, and waits for 29 of them', async () => {
    const answeringAfter = (ms: number) => () =>
      new Promise((done) => setTimeout(done, ms, { rows: [{ ...ROW, request_id: null }] }));
    expect(await timeOf(sharedOver(answeringAfter(31)).shared.find('key'))).toEqual({
      answer: null,
      afterMs: 30,
    });
    expect((await timeOf(sharedOver(answeringAfter(29)).shared.find('key'))).answer).not.toBeNull();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['frozen', () => NEVER],
    ['failing', () => Promise.reject(new Error('terminating connection'))],
  ])(
    'costs nothing for a second after the database was found %s, then is tried again',
    async (_how, query) => {
      const { shared, asked } = sharedOver(query);
      await timeOf(shared.find('key'));
      expect(await timeOf(shared.find('key'))).toEqual({ answer: null, afterMs: 0 });
      expect(asked).toHaveBeenCalledOnce();
      await vi.advanceTimersByTimeAsync(1000);
      await timeOf(shared.find('key'));
      expect(asked).toHaveBeenCalledTimes(2);
    },
  );

  it('makes nothing of a row that it cannot read', async () => {
    const { shared } = sharedOver(async () => ({ rows: [{ ...ROW, options: [{ no: 'method' }] }] }));
    expect(await shared.find('key')).toBeNull();
  });
});

describe('keeping an answer for other processes', () => {
  const answer = {
    promises: [promise()],
    requestId: null,
    answeredAt: NOW,
    freshUntil: NOW,
    usableUntil: NOW,
  };

  it('is never waited for, and a failure is nobody’s but the log’s', async () => {
    const { shared } = sharedOver(() => Promise.reject(new Error('gone')));
    expect(shared.keep('a.myshopify.com', 'key', answer)).toBeUndefined();
    await vi.advanceTimersByTimeAsync(0);
  });

  it('does not heap up before a frozen database', () => {
    const { shared, asked } = sharedOver(() => NEVER);
    for (let index = 0; index < 1000; index += 1) shared.keep('a.myshopify.com', `key ${index}`, answer);
    expect(asked).toHaveBeenCalledTimes(20);
  });
});
