import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OptionForm } from './form-values.ts';
import type { Look } from './look.ts';
import { allErrors, readForm } from './read-form.ts';

/** Looks at an option as it stands in the form; `id` is null for a new one. Saves nothing. */
export async function lookAt(
  { optionLooks }: Pick<PageServices, 'optionLooks'>,
  shop: ShopDomain,
  { id, form }: { id: string | null; form: OptionForm },
): Promise<Look> {
  const { input, errors } = readForm(form);
  const { faults, warnings, preview } = await optionLooks.lookAt(shop, id, input);
  return { errors: allErrors(errors, faults), warnings, preview };
}
