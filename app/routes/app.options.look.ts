import { json } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/server-runtime';
import { readJson } from '#app/ui/form/read-json.ts';
import { merchant } from '#app/ui/merchant.ts';
import { type Look, lookSchema } from '#app/ui/options/look.ts';
import { lookAt } from '#app/ui/options/look-at.ts';

/** How an option would look at checkout as it is typed, and what is wrong with it. Saves nothing. */
export async function action(args: ActionFunctionArgs) {
  const { shop, services } = await merchant(args);
  const body = await readJson(args.request, lookSchema);
  if (body.isErr()) return json(body.error, { status: 400 });
  return json<Look>(await lookAt(services, shop, body.value));
}
