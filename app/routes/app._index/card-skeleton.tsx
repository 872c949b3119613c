import { BlockStack, Card, SkeletonBodyText, SkeletonDisplayText } from '@shopify/polaris';
import styles from './cards.module.css';

const LINES = { chart: 12, facts: 5, line: 1 };

/** A card of the height of what will fill it. */
export function CardSkeleton({ size }: { size: keyof typeof LINES }) {
  return (
    <Card>
      <div className={styles[size]}>
        <BlockStack gap="400">
          <SkeletonDisplayText size="small" />
          <SkeletonBodyText lines={LINES[size]} />
        </BlockStack>
      </div>
    </Card>
  );
}
