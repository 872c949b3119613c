import {
  type HeadersFunction,
  json,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError } from '@remix-run/react';
import polarisStyles from '@shopify/polaris/build/esm/styles.css?url';
import { boundary } from '@shopify/shopify-app-remix/server';
import { AppFrame } from '#app/ui/app-frame.tsx';
import { ErrorPage } from '#app/ui/error-page.tsx';
import { type FrameFacts, useFrameFacts } from '#app/ui/frame.ts';
import { merchant } from '#app/ui/merchant.ts';

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: polarisStyles }];

export const meta: MetaFunction = () => [{ title: 'OneStock Promise' }];

export async function loader(args: LoaderFunctionArgs) {
  const { shop, services } = await merchant(args);
  const status = await services.oneStockAccounts.status(shop);
  return json<FrameFacts>({ apiKey: args.context.apiKey, ...status });
}

export default function AppRoute() {
  return (
    <AppFrame facts={useLoaderData<typeof loader>()}>
      <Outlet />
    </AppFrame>
  );
}

/** Shopify's library answers with thrown pages of its own, which are shown as they are; every other fault is a page in the frame. */
export function ErrorBoundary() {
  const error = useRouteError();
  const facts = useFrameFacts();
  const isOwnPage = isRouteErrorResponse(error) && typeof error.data === 'string';
  if (isOwnPage || !facts) return boundary.error(error);
  return (
    <AppFrame facts={facts}>
      <ErrorPage isMissing={isRouteErrorResponse(error) && error.status === 404} />
    </AppFrame>
  );
}

export const headers: HeadersFunction = (given) => boundary.headers(given);
