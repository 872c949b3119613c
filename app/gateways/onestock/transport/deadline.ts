import { err, type Result } from 'neverthrow';
import type { CallOptions } from '../connection.ts';
import { type OneStockError, oneStockError, type Route } from '../errors.ts';

/** The moment by which a whole call must be over: connecting, logging in, every page and every byte. */
export interface Deadline {
  signal: AbortSignal;
  /** Frees the timer. To be called once, when the call is over. */
  end(): void;
}

/** Starts counting now. The caller's own signal ends the call too, whichever comes first. */
export function startDeadline(options: CallOptions, defaultTimeoutMs: number): Deadline {
  const timer = new AbortController();
  const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
  const timeout = setTimeout(() => {
    timer.abort(new DOMException(`No answer within ${timeoutMs} ms`, 'TimeoutError'));
  }, timeoutMs);
  return {
    signal: options.signal ? AbortSignal.any([timer.signal, options.signal]) : timer.signal,
    end: () => clearTimeout(timeout),
  };
}

/**
 * Waits for `work` no longer than the deadline. Needed although undici takes the signal too: while a request
 * waits for a connection, undici only notes the abort and answers when connecting has succeeded or failed
 * (https://github.com/nodejs/undici/blob/v7.30.2/lib/api/api-request.js). Work that others share, such as a
 * login, goes on.
 */
export function withinDeadline<T>(
  work: Promise<Result<T, OneStockError>>,
  deadline: Deadline,
  route: Route,
): Promise<Result<T, OneStockError>> {
  const { signal } = deadline;
  return new Promise((resolve, reject) => {
    const giveUp = () => resolve(err(deadlineError(signal, route)));
    if (signal.aborted) giveUp();
    else signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}

/** What an aborted signal means: `onestock_timeout`, or `onestock_cancelled` when the caller had another reason. */
export function deadlineError(signal: AbortSignal, route: Route): OneStockError {
  const timedOut = signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
  return oneStockError(timedOut ? 'onestock_timeout' : 'onestock_cancelled', route);
}
