import { useFetcher } from '@remix-run/react';
import type { SaveAnswer } from '#app/ui/form/answer.ts';

/**
 * An action of the page. Why it failed is an obstacle, which the page shows when it is renewed afterwards; `isLost` is said where the
 * action itself was not reached.
 */
export function useHomeAction(intent: 'register' | 'check') {
  const fetcher = useFetcher<SaveAnswer>();
  const { data } = fetcher;
  return {
    run: () => fetcher.submit({ intent }, { method: 'post', encType: 'application/json' }),
    isRunning: fetcher.state !== 'idle',
    isLost:
      fetcher.state === 'idle' &&
      data?.saved === false &&
      data.errors.some(({ code }) => code === 'not_saved'),
  };
}
