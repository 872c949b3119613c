import { BlockStack, Box, Card, Text } from '@shopify/polaris';
import type { CallbackOverview } from '#app/features/activity/index.ts';
import { CallbackRow } from './callback-row.tsx';
import styles from './callbacks-card.module.css';

/** The last rate requests of the checkout. Each row opens to what was asked and why each option was shown or not. */
export function CallbacksCard({ callbacks, timezone }: { callbacks: CallbackOverview[]; timezone: string }) {
  const slowestMs = Math.max(1, ...callbacks.map(({ durationMs }) => durationMs));
  return (
    <Card padding="0">
      <Box padding="400" paddingBlockEnd={callbacks.length === 0 ? '400' : '200'}>
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Last rate requests
          </Text>
          {callbacks.length === 0 && (
            <Text as="p" tone="subdued">
              Nothing was asked yet. Each time a shopper enters an address at checkout, what Shopify asked and
              what was answered appears here.
            </Text>
          )}
        </BlockStack>
      </Box>
      {callbacks.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Received</th>
              <th scope="col">Destination</th>
              <th scope="col">Answered from</th>
              <th scope="col">Options shown</th>
              <th scope="col">Time taken</th>
            </tr>
          </thead>
          <tbody>
            {callbacks.map((callback) => (
              <CallbackRow key={callback.id} callback={callback} timezone={timezone} slowestMs={slowestMs} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
