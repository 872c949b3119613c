/** Who types is not asked about for every letter, milliseconds. */
const PAUSE_MS = 250;

/**
 * Asks once nothing has changed for a moment.
 *
 * @returns what an effect cleans up by: nothing is told any more
 */
export function askAfterPause<Answer>(
  ask: (signal: AbortSignal) => Promise<Answer>,
  tell: { answered(answer: Answer): void; failed(): void },
): () => void {
  const abort = new AbortController();
  const timer = setTimeout(async () => {
    try {
      tell.answered(await ask(abort.signal));
    } catch {
      if (!abort.signal.aborted) tell.failed();
    }
  }, PAUSE_MS);
  return () => {
    clearTimeout(timer);
    abort.abort();
  };
}
