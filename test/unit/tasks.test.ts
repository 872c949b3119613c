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

describe('a job for one shop', () => {
  const shop = 'example.myshopify.com';
  const context = { jobId: '1', attempt: 1, maxAttempts: 25, signal: new AbortController().signal };

  function under(connection: object) {
    const recordRun = vi.fn((_: unknown, work: () => Promise<unknown>) => work());
    const services = { connection, activity: { recordRun } } as unknown as Services;
    return { tasks: createTasks(services, createLogger('silent')), recordRun };
  }

  test('is recorded, and comes again only when that can help', async () => {
    const mirrorEndpoints = vi.fn();
    const { tasks, recordRun } = under({ mirrorEndpoints });
    mirrorEndpoints.mockResolvedValueOnce(ok());
    await tasks['mirror-endpoints']?.({ shop }, context);
    mirrorEndpoints.mockResolvedValueOnce(err({ code: 'onestock_forbidden', retryable: false }));
    await tasks['mirror-endpoints']?.({ shop }, context);
    mirrorEndpoints.mockResolvedValueOnce(err({ code: 'onestock_timeout', retryable: true }));
    await expect(tasks['mirror-endpoints']?.({ shop }, context)).rejects.toMatchObject({
      code: 'onestock_timeout',
    });
    expect(recordRun.mock.calls.map(([run]) => run)).toEqual(
      Array(3).fill({ shop, task: 'mirror-endpoints' }),
    );
  });

  test('that finds the OneStock account failing is recorded as failed, and is left to the next look', async () => {
    const diagnosis = { state: 'fails', fault: 'user_refused', retryable: true };
    const { tasks, recordRun } = under({ checkAccount: async () => ok(diagnosis) });
    await tasks['check-account']?.({ shop }, context);
    const outcome = await recordRun.mock.results[0]?.value;
    expect(outcome._unsafeUnwrapErr()).toMatchObject({ code: 'user_refused' });
  });
});
