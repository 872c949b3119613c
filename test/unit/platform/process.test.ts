import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { createLogger } from '#app/platform/log.ts';
import { onShutdown } from '#app/platform/process.ts';

const EVENTS = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection'];
let exit: MockInstance<typeof process.exit>;
let before: Map<string, unknown[]>;
let lines: string[];

beforeEach(() => {
  vi.useFakeTimers();
  lines = [];
  exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never);
  before = new Map(EVENTS.map((event) => [event, process.listeners(event as NodeJS.Signals)]));
});

afterEach(() => {
  for (const event of EVENTS) {
    for (const listener of process.listeners(event as NodeJS.Signals)) {
      if (!before.get(event)?.includes(listener)) process.off(event, listener);
    }
  }
  vi.useRealTimers();
});

/** Calls what `onShutdown` registered for the event, and nobody else's listeners. */
async function happen(event: string, ...values: unknown[]) {
  for (const listener of process.listeners(event as NodeJS.Signals)) {
    if (!before.get(event)?.includes(listener)) (listener as (...all: unknown[]) => void)(...values);
  }
  await vi.advanceTimersByTimeAsync(0);
}

const log = () => createLogger('info', { write: (line) => lines.push(line) });

describe('onShutdown', () => {
  it.each(['SIGTERM', 'SIGINT'])('closes on %s, and exits well when that is done', async (signal) => {
    const closed = Promise.withResolvers<void>();
    onShutdown(log(), () => closed.promise);
    await happen(signal, signal);
    expect(exit).not.toHaveBeenCalled();
    closed.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(exit).toHaveBeenCalledExactlyOnceWith(0);
  });

  it('closes once, and exits at the second signal', async () => {
    const close = vi.fn(() => new Promise<void>(() => {}));
    onShutdown(log(), close);
    await happen('SIGTERM', 'SIGTERM');
    await happen('SIGINT', 'SIGINT');
    expect(close).toHaveBeenCalledOnce();
    expect(exit).toHaveBeenCalledWith(1);
  });

  it('exits badly when closing fails, or takes over ten seconds', async () => {
    onShutdown(log(), () => Promise.reject(new Error('failed')));
    await happen('SIGTERM', 'SIGTERM');
    expect(exit).toHaveBeenCalledExactlyOnceWith(1);
    exit.mockClear();

    onShutdown(log(), () => new Promise<void>(() => {}));
    await happen('SIGINT', 'SIGINT');
    exit.mockClear();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(exit).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(exit).toHaveBeenCalledWith(1);
  });

  it.each(['uncaughtException', 'unhandledRejection'])(
    'logs an %s and exits without closing',
    async (event) => {
      const close = vi.fn<() => Promise<void>>();
      onShutdown(log(), close);
      await happen(event, new TypeError('x is not a function'));
      expect(close).not.toHaveBeenCalled();
      expect(exit).toHaveBeenCalledExactlyOnceWith(1);
      expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
        level: 'fatal',
        err: { message: 'x is not a function' },
      });
    },
  );
});
