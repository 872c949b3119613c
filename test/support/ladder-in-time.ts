/** The ladder where time is the test's: for use with `vi.useFakeTimers`. */

import { vi } from 'vitest';
import { systemClock } from '#app/platform/clock.ts';
import { ladder, NOTHING_SHARED, type Reply } from './promises.ts';

/** What never comes. */
export const NEVER = new Promise<never>(() => {});

/** A process on the machine's clock, which this file moves, above a OneStock whose reply a test can change. */
export function aProcess(first: Reply | Promise<Reply>, shared = NOTHING_SHARED) {
  const oneStock = { reply: first };
  return { ...ladder(() => oneStock.reply, { clock: systemClock, shared }), oneStock };
}

/** After how many milliseconds the answer was there. */
export async function timeOf<T>(answering: Promise<T>): Promise<{ answer: T; afterMs: number }> {
  const since = Date.now();
  let given: { answer: T; afterMs: number } | undefined;
  answering.then((answer) => {
    given = { answer, afterMs: Date.now() - since };
  });
  await vi.advanceTimersByTimeAsync(0);
  for (let passed = 0; !given && passed < 10_000; passed += 1) await vi.advanceTimersByTimeAsync(1);
  if (!given) throw new Error('No answer within ten seconds.');
  return given;
}
