import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { merchant } from '#app/ui/merchant.ts';
import { notFound } from '#app/ui/not-found.ts';

/** Addresses in the app that lead to no page. */
export async function loader(args: LoaderFunctionArgs) {
  await merchant(args);
  throw notFound();
}

export default function NoPage() {
  return null;
}
