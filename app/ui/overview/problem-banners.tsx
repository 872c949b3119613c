import { Banner, BlockStack, Text } from '@shopify/polaris';
import type { ProblemOverview } from '#app/features/activity/index.ts';
import { formatInstant } from './format.ts';

/** What is wrong now, the worst first. Each disappears by itself once it is put right. */
export function ProblemBanners({ problems, timezone }: { problems: ProblemOverview[]; timezone: string }) {
  if (problems.length === 0) return null;
  const order = ['critical', 'warning', 'info'];
  const sorted = problems.toSorted(
    (one, other) => order.indexOf(one.severity) - order.indexOf(other.severity),
  );
  return (
    <BlockStack gap="300">
      {sorted.map(({ key, severity, message, raisedAt }) => (
        <Banner key={key} tone={severity}>
          <BlockStack gap="100">
            <Text as="p">{message}</Text>
            <Text as="p" tone="subdued" variant="bodySm">
              Since <time dateTime={raisedAt}>{formatInstant(raisedAt, timezone)}</time>
            </Text>
          </BlockStack>
        </Banner>
      ))}
    </BlockStack>
  );
}
