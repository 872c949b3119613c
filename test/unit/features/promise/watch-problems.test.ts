import { pino } from 'pino';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createProblemWatch } from '#app/features/promise/watch-problems.ts';
import { SHOP } from '#test/support/rate-requests.ts';

const PROBLEM = { key: 'carrier_signature', severity: 'warning', message: 'Signatures fail.' } as const;
const problems = { raise: vi.fn(async () => {}), clear: vi.fn(async () => {}) };
const watching = () => createProblemWatch({ problems, log: pino({ enabled: false }) });

beforeEach(() => {
  problems.raise.mockReset().mockResolvedValue();
  problems.clear.mockReset().mockResolvedValue();
});

describe('a problem that every request could raise', () => {
  it('is written when it appears and when it goes, not at every request', () => {
    const watch = watching();
    for (const isPresent of [true, true, true, false, false, true]) watch(SHOP, isPresent, PROBLEM);
    expect(problems.raise).toHaveBeenCalledTimes(2);
    expect(problems.clear).toHaveBeenCalledTimes(1);
    expect(problems.raise).toHaveBeenCalledWith(SHOP, PROBLEM);
    expect(problems.clear).toHaveBeenCalledWith(SHOP, PROBLEM.key);
  });

  it('is one shop’s, and one of its kind', () => {
    const watch = watching();
    watch(SHOP, true, PROBLEM);
    watch('other.myshopify.com' as typeof SHOP, true, PROBLEM);
    watch(SHOP, true, { ...PROBLEM, key: 'currency_mismatch' });
    expect(problems.raise).toHaveBeenCalledTimes(3);
  });

  it('is written at the next request when the database did not take it', async () => {
    const watch = watching();
    problems.raise.mockRejectedValueOnce(new Error('gone'));
    watch(SHOP, true, PROBLEM);
    await vi.waitFor(() => {
      watch(SHOP, true, PROBLEM);
      expect(problems.raise).toHaveBeenCalledTimes(2);
    });
  });
});
