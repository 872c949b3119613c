import { err, ok, type Result } from 'neverthrow';
import type { Logger } from '#app/platform/log.ts';

/** With the back-off of the job queue, e^n seconds after the nth attempt, the last one comes about four hours after the first. */
export const MOST_ATTEMPTS = 10;

/** Why work failed: a code, and whether the same work may succeed later with nothing changed. */
export interface WorkFailure {
  code: string;
  retryable: boolean;
}

/** Work that a job tries several times, and what is done about its failures. */
export interface AttemptedWork<Value, Failure extends WorkFailure> {
  /** Which attempt this is; the first is 1. An attempt counts from its start. */
  attempt: number;
  /** What the log names: the shop, the order, the event. */
  about: Record<string, string | undefined>;
  /** The failure of work that ended its process each time. Nothing is tried by then: it stands for an answer that never came. */
  stoppedHalfWay: Failure;
  /** The failure of work that threw: a fault of the app itself. */
  failedInside: Failure;
  work(): Promise<Result<Value, Failure>>;
  /** Keeps why the attempt failed, before the job comes again. */
  retryLater?(failure: Failure): Promise<void>;
  /** Keeps that nothing more is tried by itself, as an obstacle with its reason. */
  giveUp(failure: Failure): Promise<Value>;
}

/**
 * Makes one attempt at a job's work. A failure that no retry can help, and the tenth of any kind, gives the work up; so does an attempt
 * beyond the tenth without doing any work, for then each of the ten ended its process.
 *
 * @returns what the work or `giveUp` returned, or the failure of an attempt that is to be made again
 * @throws what the work throws, while attempts are left: a bug is retried as well
 */
export async function attemptWork<Value, Failure extends WorkFailure>(
  log: Logger,
  attempted: AttemptedWork<Value, Failure>,
): Promise<Result<Value, Failure>> {
  const { attempt, about, stoppedHalfWay, failedInside, work, retryLater, giveUp } = attempted;
  const isLast = attempt >= MOST_ATTEMPTS;
  const end = async (failure: Failure): Promise<Result<Value, Failure>> => {
    log.warn({ ...about, code: failure.code, attempt }, 'work was given up and needs attention');
    return ok(await giveUp(failure));
  };
  if (attempt > MOST_ATTEMPTS) return end(stoppedHalfWay);
  const result = await work().catch(async (error: unknown) => {
    if (!isLast) {
      await retryLater?.(failedInside);
      throw error;
    }
    log.error({ ...about, err: error as Error, attempt }, 'work failed by a fault of the app');
    return err(failedInside);
  });
  if (result.isOk()) return result;
  const failure = result.error;
  if (!failure.retryable || isLast) return end(failure);
  log.warn({ ...about, code: failure.code, attempt }, 'work failed and is tried again');
  await retryLater?.(failure);
  return result;
}
