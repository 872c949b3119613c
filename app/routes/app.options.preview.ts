import { json } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/server-runtime';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { type FormPreview, formPreviewSchema } from '#app/ui/options/form-preview.ts';
import { previewForm } from '#app/ui/options/preview-form.ts';

/** How an option would look at checkout as it is typed, and what is wrong with it. Saves nothing. */
export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const body = await readJson(args.request, formPreviewSchema);
  if (body.isErr()) return json(body.error, { status: 400 });
  return json<FormPreview>(await previewForm(services, shop, body.value));
}
