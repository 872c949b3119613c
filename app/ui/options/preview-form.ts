import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { FormPreview } from './form-preview.ts';
import type { OptionForm } from './form-values.ts';
import { allErrors, readForm } from './read-form.ts';

/** Looks at an option as it stands in the form; `id` is null for a new one. Saves nothing. */
export async function previewForm(
  { optionPreviews }: Pick<PageServices, 'optionPreviews'>,
  shop: ShopDomain,
  { id, form }: { id: string | null; form: OptionForm },
): Promise<FormPreview> {
  const { input, errors } = readForm(form);
  const { faults, warnings, preview } = await optionPreviews.previewDraft(shop, id, input);
  return { errors: allErrors(errors, faults), warnings, preview };
}
