import { Banner, Page } from '@shopify/polaris';

/** Stands in for the page when its facts could not be read. */
export function OverviewFailure() {
  return (
    <Page title="Overview">
      <Banner tone="critical" title="The overview could not be loaded">
        <p>Your checkout is not affected. Reload the page in a moment.</p>
      </Banner>
    </Page>
  );
}
