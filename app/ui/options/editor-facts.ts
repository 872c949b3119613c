import type { FormFacts } from './fill-form.ts';
import type { StoreChoice } from './find-stores.ts';
import type { FormPreview } from './form-preview.ts';
import type { OptionForm } from './form-values.ts';

/** What the loader of a form gives. */
export interface EditorFacts extends FormFacts {
  /** Null for a new option. */
  id: string | null;
  form: OptionForm;
  /** How it looks as it is loaded. */
  formPreview: FormPreview;
  /** When the option was last changed, ISO 8601; null for a new one. */
  updatedAt: string | null;
  storeCount: number;
  chosenStores: StoreChoice[];
}
