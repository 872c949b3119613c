import { InlineGrid } from '@shopify/polaris';
import { PageSkeleton } from '../page-skeleton.tsx';

/** The form and its preview while they arrive. */
export function EditorSkeleton() {
  return (
    <InlineGrid columns={{ xs: 1, lg: ['twoThirds', 'oneThird'] }} gap="400">
      <PageSkeleton cards={[10, 8, 6]} />
      <PageSkeleton cards={[10]} />
    </InlineGrid>
  );
}
