import type { ClientActionFunctionArgs } from '@remix-run/react';
import type { SaveAnswer } from './answer.ts';
import { answered } from './answered.ts';

/**
 * For every route with a form: `export { keepTyped as clientAction } from '#app/ui/form/keep-typed.ts'`. An action that fails, or that is
 * not reached, answers as one that refused: an error would take the page away, and what was typed with it. Redirects pass.
 */
export function keepTyped({ serverAction }: ClientActionFunctionArgs): Promise<unknown> {
  const otherwise: SaveAnswer = { saved: false, errors: [{ code: 'not_saved' }] };
  return answered<unknown>(serverAction, otherwise);
}
