import type { OptionFault } from '#app/features/delivery-options/index.ts';
import type { FieldError } from '../form/answer.ts';
import { refused } from '../form/answer.ts';
import { allErrors } from './read-form.ts';

type Refusal =
  | { code: 'delivery_option_refused'; faults: OptionFault[] }
  | { code: 'delivery_option_missing' | 'changed_meanwhile' };

/** Why an option was not saved, by field: what could not be read, and what the feature refuses. */
export function refuseOption(refusal: Refusal, reading: FieldError[]) {
  if ('faults' in refusal) return refused(allErrors(reading, refusal.faults));
  const field = refusal.code === 'changed_meanwhile' ? 'version' : undefined;
  return refused([{ field, code: refusal.code }]);
}
