import { BlockStack, Card, InlineGrid, Page, SkeletonBodyText, SkeletonDisplayText } from '@shopify/polaris';

/** The shape of the page while its facts arrive, so that nothing jumps when they do. */
export function OverviewSkeleton() {
  return (
    <Page title="Overview">
      <BlockStack gap="400">
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <SkeletonCard lines={5} />
          <SkeletonCard lines={5} />
        </InlineGrid>
        <SkeletonCard lines={6} />
        <SkeletonCard lines={10} />
      </BlockStack>
    </Page>
  );
}

function SkeletonCard({ lines }: { lines: number }) {
  return (
    <Card>
      <BlockStack gap="400">
        <SkeletonDisplayText size="small" />
        <SkeletonBodyText lines={lines} />
      </BlockStack>
    </Card>
  );
}
