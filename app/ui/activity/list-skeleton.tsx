import { BlockStack, Box, SkeletonBodyText } from '@shopify/polaris';

const ROWS = 12;

/** The shape of a list while its rows arrive, as high as half a page of them: nothing below it can jump. */
export function ListSkeleton() {
  return (
    <Box padding="400" minHeight="40rem">
      <BlockStack gap="500">
        <SkeletonBodyText lines={1} />
        {Array.from({ length: ROWS }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a skeleton never change their places
          <SkeletonBodyText key={row} lines={1} />
        ))}
      </BlockStack>
    </Box>
  );
}
