import { json } from '@remix-run/node';
import type { Cause } from '#app/platform/cause.ts';

/** What is to be corrected. */
export interface FieldError {
  /** The field's name, or its path (`steps.0.amount`); left out where it is about all of it. */
  field?: string;
  /** Stable. Its words are `errors.<code>` of the page's namespace or of `common`, or those of `app/words`, with `params` as placeholders. */
  code: string;
  params?: Cause['params'];
}

/** What an action answers to a form: {@link saved} or {@link refused}. */
export type SaveAnswer = { saved: true } | { saved: false; errors: FieldError[] };

/** All was saved. The page's loaders run again, and the form goes on from what they give. */
export function saved() {
  return json<SaveAnswer>({ saved: true });
}

/** Nothing was saved, and why. What was typed stays in the form. */
export function refused(errors: FieldError[]) {
  return json<SaveAnswer>({ saved: false, errors });
}
