import type { ClientActionFunctionArgs } from '@remix-run/react';
import type { SaveAnswer } from './answer.ts';

/**
 * For every route with a form: `export { keepTyped as clientAction } from '#app/ui/form/keep-typed.ts'`. An action that fails, or that is
 * not reached, answers as one that refused: an error would take the page away, and what was typed with it. Redirects pass.
 */
export async function keepTyped({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  try {
    return await serverAction();
  } catch (thrown) {
    if (thrown instanceof Response && thrown.status >= 300 && thrown.status < 400) throw thrown;
    return { saved: false, errors: [{ code: 'not_saved', message: 'Not saved.' }] } satisfies SaveAnswer;
  }
}
