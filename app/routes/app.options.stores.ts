import { json } from '@remix-run/node';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { merchant } from '#app/ui/merchant.ts';
import { findStores } from '#app/ui/options/find-stores.ts';

/** One page of the shop's stores that match what was typed. */
export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await merchant(args);
  const stores = await services.oneStockAccounts.stores(shop);
  const { searchParams } = new URL(args.request.url);
  const offset = Number.parseInt(searchParams.get('offset') ?? '', 10);
  return json(findStores(stores, searchParams.get('query') ?? '', Number.isNaN(offset) ? 0 : offset));
}
