import { parseCrontab } from 'graphile-worker';
import { err, ok } from 'neverthrow';
import { describe, expect, test, vi } from 'vitest';
import { createLogger } from '#app/platform/log.ts';
import type { Services } from '#app/services.ts';
import { CRONTAB, createTasks } from '#app/tasks.ts';

test('the worker has every task that runs by the clock', () => {
  const tasks = Object.keys(createTasks({} as Services, createLogger('silent')));
  for (const { task } of parseCrontab(CRONTAB)) expect(tasks).toContain(task);
});

describe('the job of a run', () => {
  const context = { jobId: '1', attempt: 1, maxAttempts: 25, signal: new AbortController().signal };
  const page = { shop: 'example.myshopify.com', runId: 'c1f5a1f2-63a5-4c0e-9a3e-0a4f1f6d2b11', step: 3 };

  test('does the page that it names, and comes again when that is to be tried again', async () => {
    const take = vi.fn();
    const tasks = createTasks({ runSteps: { take } } as unknown as Services, createLogger('silent'));
    take.mockResolvedValueOnce(ok());
    await tasks['take-run-step']?.(page, context);
    expect(take).toHaveBeenCalledWith({ runId: page.runId, step: 3 }, context);
    take.mockResolvedValueOnce(err({ code: 'onestock_timeout', retryable: true }));
    await expect(tasks['take-run-step']?.(page, context)).rejects.toMatchObject({ code: 'onestock_timeout' });
  });
});
