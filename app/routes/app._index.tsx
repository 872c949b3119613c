import { defer } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import { OverviewFailure } from '#app/ui/overview/overview-failure.tsx';
import { OverviewPage } from '#app/ui/overview/overview-page.tsx';
import { OverviewSkeleton } from '#app/ui/overview/overview-skeleton.tsx';
import { Streamed } from '#app/ui/streamed.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { session } = await context.shopify.authenticate.admin(request);
  // Shopify's library has checked that it is one.
  const shop = session.shop as ShopDomain;
  return defer({ overview: context.services.activity.readOverview(shop) });
}

export default function OverviewRoute() {
  const { overview } = useLoaderData<typeof loader>();
  return (
    <Streamed resolve={overview} fallback={<OverviewSkeleton />} failure={<OverviewFailure />}>
      {(arrived) => <OverviewPage overview={arrived} />}
    </Streamed>
  );
}
