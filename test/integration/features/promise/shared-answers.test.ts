import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { keepAnswer } from '#app/features/promise/answers/known-answer.ts';
import { createSharedAnswers } from '#app/features/promise/answers/shared-answers.ts';
import { freshDatabase } from '#test/support/database.ts';
import { minutesAfter, NOW, promise } from '#test/support/promises.ts';
import { SHOP } from '#test/support/rate-requests.ts';

const { database } = await freshDatabase();
const process = () => createSharedAnswers({ pool: database.pool, log: pino({ enabled: false }) });
const FIVE_MINUTES_MS = 300_000;

const said = (note: string, answeredAt: Date) => {
  const option = {
    delivery_method: 'standard',
    status: 'valid',
    cutoff: minutesAfter(120).getTime() / 1000,
    eta_end: minutesAfter(600).getTime() / 1000,
    note,
  };
  const read = promise({ cutoff: minutesAfter(120), etaEnd: minutesAfter(600), option });
  return keepAnswer({ promises: [read], requestId: note }, answeredAt, FIVE_MINUTES_MS);
};

describe('what OneStock said', () => {
  it('to one process is found by another, word for word, with the times for which it counts', async () => {
    process().keep(SHOP, 'key', said('first', NOW));
    const found = await vi.waitUntil(() => process().find('key'));
    expect(found).toMatchObject({
      requestId: 'first',
      answeredAt: NOW,
      freshUntil: minutesAfter(5),
      usableUntil: minutesAfter(120),
    });
    expect(found.promises[0]).toMatchObject({ cutoff: minutesAfter(120), option: { note: 'first' } });
  });

  it('later stays, though an earlier answer is written after it', async () => {
    const one = process();
    one.keep(SHOP, 'contended', said('later', minutesAfter(1)));
    await vi.waitUntil(() => one.find('contended'));
    one.keep(SHOP, 'contended', said('earlier', NOW));
    one.keep(SHOP, 'witness', said('earlier', NOW));
    await vi.waitUntil(() => one.find('witness'));
    await vi.waitFor(() => expect(database.pool.idleCount).toBe(database.pool.totalCount));
    expect((await one.find('contended'))?.requestId).toBe('later');
  });

  it('is not found under another key', async () => {
    expect(await process().find('no such question')).toBeNull();
  });
});
