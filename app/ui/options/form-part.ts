import type { Editing } from '../form/use-editing.ts';
import { fieldId } from '../form/use-editing.ts';
import type { OptionForm } from './form-values.ts';

/** What each part of the form works on. */
export interface FormPart {
  editing: Editing<OptionForm>;
  /** What is wrong with the field under a path: as the last save was refused, else as it is typed. */
  errorOf(path: string): string | undefined;
}

/** What a text field of Polaris needs for a value within the form's values (`price.amount`). */
export function nestedField(
  { errorOf }: FormPart,
  path: string,
  value: string,
  onChange: (value: string) => void,
) {
  return { id: fieldId(path), name: path, value, onChange, error: errorOf(path), autoComplete: 'off' };
}
