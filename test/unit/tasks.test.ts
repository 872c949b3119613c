import { parseCrontab } from 'graphile-worker';
import { expect, test } from 'vitest';
import { createLogger } from '#app/platform/log.ts';
import type { Services } from '#app/services.ts';
import { CRONTAB, createTasks } from '#app/tasks.ts';

test('the worker has every task that runs by the clock', () => {
  const tasks = Object.keys(createTasks({} as Services, createLogger('silent')));
  for (const { task } of parseCrontab(CRONTAB)) expect(tasks).toContain(task);
});
