import type { LoaderFunctionArgs } from '@remix-run/server-runtime';

/** The addresses of Shopify's library: it renders the page that fetches a session token, and the one that leaves the frame. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await context.shopify.authenticate.admin(request);
  return null;
}
