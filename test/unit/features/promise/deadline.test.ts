import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startStopwatch } from '#app/platform/stopwatch.ts';
import { aProcess, NEVER, timeOf } from '#test/support/ladder-in-time.ts';
import { minutesAfter, NOTHING_SHARED, NOW, promise, sharedInMemory } from '#test/support/promises.ts';
import { deliveryOption, rateItemJson, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const shop = snapshot([deliveryOption()]);
const aDistantCutoff = promise({ cutoff: minutesAfter(600) });

describe('the soft deadline', () => {
  it('counts from the arrival of the request, so that what was spent queueing is not spent again', async () => {
    const arrived = startStopwatch();
    await vi.advanceTimersByTimeAsync(300);
    const { answer, afterMs } = await timeOf(aProcess(NEVER).ask(shop, rateRequestJson(), arrived));
    expect(afterMs).toBe(50);
    expect(answer.trace).toMatchObject({ rung: 'fallback', failure: { code: 'onestock_late' } });
  });

  it('includes the look at the database', async () => {
    const slow = { ...NOTHING_SHARED, find: () => new Promise<null>((done) => setTimeout(done, 30, null)) };
    const { answer, afterMs } = await timeOf(aProcess(NEVER, slow).ask(shop));
    expect([afterMs, answer.trace.failure?.code]).toEqual([350, 'onestock_late']);
  });

  it('is the shop’s own', async () => {
    const hurried = snapshot([deliveryOption()], { softDeadlineMs: 120 });
    expect((await timeOf(aProcess(NEVER).ask(hurried))).afterMs).toBe(120);
  });

  it('ends no call: the late answer serves the next request, and what was shown stays as it was', async () => {
    const shared = sharedInMemory();
    const { ask, questions } = aProcess(
      new Promise((done) => setTimeout(done, 1000, [aDistantCutoff])),
      shared,
    );
    const first = await timeOf(ask(shop));
    expect(first.answer.shown.map(({ rung, promise: shown }) => [rung, shown])).toEqual([['fallback', null]]);
    expect(shared.rows.size).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    expect(shared.rows.size).toBe(1);
    expect(first.answer.shown[0]?.promise).toBeNull();
    expect((await ask(shop)).trace.rung).toBe('memory');
    expect(questions).toHaveLength(1);
  });
});

describe('requests alike in flight', () => {
  it('cost one call: a thousand at once get the answer of the one', async () => {
    const { ask, questions } = aProcess(new Promise((done) => setTimeout(done, 100, [aDistantCutoff])));
    const asked = Array.from({ length: 1000 }, () => ask(shop));
    const { answer } = await timeOf(Promise.all(asked));
    expect(questions).toHaveLength(1);
    expect(new Set(answer.map(({ trace }) => trace.rung))).toEqual(new Set(['onestock']));
    expect(new Set(answer.flatMap(({ shown }) => shown.map(({ quoteId }) => quoteId))).size).toBe(1000);
  });

  it('wait each until its own deadline', async () => {
    const { ask } = aProcess(NEVER);
    const first = ask(shop);
    await vi.advanceTimersByTimeAsync(200);
    const second = timeOf(ask(shop));
    expect((await second).afterMs).toBe(350);
    expect((await first).trace.rung).toBe('fallback');
  });

  it('that differ are asked each', async () => {
    const { ask, questions } = aProcess([aDistantCutoff]);
    const baskets = [1, 2, 3].map((quantity) => rateRequestJson({ items: [rateItemJson({ quantity })] }));
    await Promise.all(baskets.map((json) => ask(shop, json)));
    expect(questions.map(({ lines }) => lines[0]?.quantity)).toEqual([1, 2, 3]);
  });
});
