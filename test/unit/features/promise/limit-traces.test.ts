import { describe, expect, it } from 'vitest';
import { createTraceLimit } from '#app/features/promise/limit-traces.ts';
import type { OptionTrace, RateAnswer, RecordedTrace } from '#app/features/promise/types.ts';
import { minutesAfter, NOW } from '#test/support/promises.ts';

const SPENT = { durationMs: 1, phasesMs: {}, wasAborted: false };
const MOST = 2;
const DAY_MINUTES = 24 * 60;

type Given = Partial<Omit<RecordedTrace, 'shop' | 'options'>> & {
  shop?: string;
  options?: Partial<OptionTrace>[];
};

function answer(trace: Given = {}, answeredAt = NOW): RateAnswer {
  const whole = { shop: 'a', status: 200, rung: 'memory', failure: null, options: [], ...trace };
  return { prepared: { trace: whole }, answeredAt } as unknown as RateAnswer;
}

/** Of ten such answers, how many leave a trace. */
function keptOfTen(given: RateAnswer, spent = SPENT): number {
  const mayTrace = createTraceLimit(MOST);
  return Array.from({ length: 10 }, () => mayTrace(given, spent)).filter(Boolean).length;
}

describe('the traces of a shop', () => {
  it('are so many a day of those that succeeded, and the next day as many again', () => {
    const mayTrace = createTraceLimit(MOST);
    const on = (day: number) =>
      Array.from({ length: 5 }, () => mayTrace(answer({}, minutesAfter(day * DAY_MINUTES)), SPENT));
    expect(on(0)).toEqual([true, true, false, false, false]);
    expect(on(1)).toEqual([true, true, false, false, false]);
  });

  it('take no place from another shop’s', () => {
    const mayTrace = createTraceLimit(MOST);
    for (let each = 0; each < 5; each += 1) mayTrace(answer({ shop: 'a' }), SPENT);
    expect(mayTrace(answer({ shop: 'b' }), SPENT)).toBe(true);
  });

  it.each<[string, Given]>([
    ['OneStock could not be used', { rung: 'stale', failure: { code: 'onestock_late' } }],
    ['nothing was shown', { status: 503, rung: 'none' }],
    [
      'a fallback took the place of a promise',
      { rung: 'fallback', options: [{ rung: 'fallback', reason: 'promise_missing' }] },
    ],
  ])('are all kept where %s', (_what, trace) => {
    expect(keptOfTen(answer(trace))).toBe(10);
  });

  it('are all kept where Shopify did not wait for the answer', () => {
    expect(keptOfTen(answer(), { ...SPENT, wasAborted: true })).toBe(10);
  });

  it('of a shop that never asks OneStock are bounded as well: its fallbacks are no failures', () => {
    const options = [
      { rung: 'fallback', reason: 'fallback_only' },
      { rung: 'none', reason: 'country_not_served' },
    ] as const;
    expect(keptOfTen(answer({ rung: 'fallback', options: [...options] }))).toBe(MOST);
  });
});
