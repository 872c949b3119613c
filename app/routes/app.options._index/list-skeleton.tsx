import { BlockStack, Box, Card, Divider, InlineGrid, SkeletonBodyText } from '@shopify/polaris';
import { Fragment } from 'react';

const ROWS = [1, 2, 3];

/** The list while it arrives. */
export function ListSkeleton() {
  return (
    <Card padding="0">
      {ROWS.map((row) => (
        <Fragment key={row}>
          {row > 1 && <Divider />}
          <Box padding="400">
            <InlineGrid columns={{ xs: 1, md: 3 }} gap="400">
              <BlockStack gap="200">
                <SkeletonBodyText lines={2} />
              </BlockStack>
              <SkeletonBodyText lines={2} />
              <SkeletonBodyText lines={2} />
            </InlineGrid>
          </Box>
        </Fragment>
      ))}
    </Card>
  );
}
