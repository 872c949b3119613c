import { json } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { merchant } from '#app/ui/merchant.ts';

const LONGEST_TEXT = 200;

/** The search of the endpoint pickers. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await merchant(args);
  const text = new URL(args.request.url).searchParams.get('q') ?? '';
  return json({
    endpoints: await services.oneStockAccounts.findEndpoints(shop, text.slice(0, LONGEST_TEXT)),
  });
}
