import { z } from 'zod';
import type { OptionWarning } from '#app/features/delivery-options/index.ts';
import type { OptionPreview } from '#app/features/promise/index.ts';
import type { FieldError } from '../form/answer.ts';
import { optionFormSchema } from './form-values.ts';

/** What is asked while an option is being written: `id` of the one that is edited, null for a new one. */
export const formPreviewSchema = z.object({ id: z.string().nullable(), form: optionFormSchema });

/** How the option would look and what is wrong with it. Nothing is saved. */
export interface FormPreview {
  errors: FieldError[];
  warnings: OptionWarning[];
  /** Null while there is nothing to show. */
  preview: OptionPreview | null;
}
