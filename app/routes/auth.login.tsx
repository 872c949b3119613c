import { redirect } from '@remix-run/node';

/** Shopify's library sends requests without a shop here. There is no form: the way in is the Shopify admin. */
export function loader() {
  throw redirect('/');
}
