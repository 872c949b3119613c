import { BlockStack, Card, SkeletonBodyText, SkeletonDisplayText } from '@shopify/polaris';

/**
 * The shape of a page's cards while their content arrives, to be put under the real title: nothing should jump when it does.
 *
 * @param cards lines of text in each card, from the top
 */
export function PageSkeleton({ cards }: { cards: readonly number[] }) {
  return (
    <BlockStack gap="400">
      {cards.map((lines, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cards of a skeleton never change their places
        <Card key={position}>
          <BlockStack gap="400">
            <SkeletonDisplayText size="small" />
            <SkeletonBodyText lines={lines} />
          </BlockStack>
        </Card>
      ))}
    </BlockStack>
  );
}
