import { defer } from '@remix-run/node';
import { Await, useLoaderData } from '@remix-run/react';
import type { LoaderFunctionArgs } from '@remix-run/server-runtime';
import { Suspense } from 'react';
import { OverviewFailure } from '#app/ui/overview/overview-failure.tsx';
import { OverviewPage } from '#app/ui/overview/overview-page.tsx';
import { OverviewSkeleton } from '#app/ui/overview/overview-skeleton.tsx';

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { session } = await context.shopify.authenticate.admin(request);
  return defer({ overview: context.services.activity.overview(session.shop) });
}

export default function OverviewRoute() {
  const { overview } = useLoaderData<typeof loader>();
  return (
    <Suspense fallback={<OverviewSkeleton />}>
      <Await resolve={overview} errorElement={<OverviewFailure />}>
        {(arrived) => <OverviewPage overview={arrived} />}
      </Await>
    </Suspense>
  );
}
