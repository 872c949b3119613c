import { afterEach, expect, test, vi } from 'vitest';
import { streamTimeout } from '#app/entry.server.tsx';
import { createLogger } from '#app/platform/log.ts';
import { part } from '#app/ui/part.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('a part of a page that fails is missing, not the end of the page, and its fault is logged', async () => {
  const log = createLogger('silent');
  const logged = vi.spyOn(log, 'error');
  const err = new Error('the database is gone');
  expect(await part(Promise.reject(err), log)).toEqual({ isThere: false });
  expect(logged).toHaveBeenCalledWith({ err }, expect.any(String));
  expect(await part(Promise.resolve(1), log)).toEqual({ isThere: true, data: 1 });
});

test('a part that does not come is given up before its stream is', async () => {
  vi.useFakeTimers();
  const given = part(new Promise(() => {}), createLogger('silent'));
  await vi.advanceTimersByTimeAsync(streamTimeout);
  expect(await given).toEqual({ isThere: false });
  expect(vi.getTimerCount()).toBe(0);
});
