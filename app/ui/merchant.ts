import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import type { PageServices } from '#app/load-context.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type Language, languageOf } from '#app/words/languages.ts';
import { type Part, part } from './part.ts';

/** Whose page it is, and what answers for it. */
export interface Merchant {
  /** The authenticated shop. Every question to a feature names it. */
  shop: ShopDomain;
  services: PageServices;
  /** The language of the page, for the rare text that a loader writes. */
  language: Language;
  /** Wraps what a loader streams; see {@link part}. */
  part<Data>(promise: Promise<Data>): Promise<Part<Data>>;
}

/**
 * The first line of every loader and action: `const { shop, services, part } = await merchant(args)`.
 *
 * @throws Response by which Shopify's library asks for a session token or leaves the frame; it is to pass
 */
export async function merchant({ request, context }: LoaderFunctionArgs): Promise<Merchant> {
  const { session } = await context.shopify.authenticate.admin(request);
  return {
    // Shopify's library has checked that it is one.
    shop: session.shop as ShopDomain,
    services: context.services,
    language: languageOf(request),
    part: (promise) => part(promise, context.log),
  };
}
