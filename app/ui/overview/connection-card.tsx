import { Badge, BlockStack, Box, Card, InlineStack, Text } from '@shopify/polaris';
import type { ConnectionOverview } from '#app/features/activity/index.ts';
import styles from './facts.module.css';
import { formatInstant } from './format.ts';

const STATES = {
  connected: { badge: 'Connected', tone: 'success' },
  failing: { badge: 'Not answering', tone: 'critical' },
  not_connected: { badge: 'Not connected', tone: undefined },
} as const;

/** The shop's account at OneStock, and whether it answers. */
export function ConnectionCard({
  connection,
  timezone,
}: {
  connection: ConnectionOverview;
  timezone: string;
}) {
  const { badge, tone } = STATES[connection.state];
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            OneStock
          </Text>
          <Badge tone={tone}>{badge}</Badge>
        </InlineStack>
        {connection.state === 'not_connected' ? (
          <Text as="p" tone="subdued">
            No OneStock site is connected yet. Until one is, the checkout shows no delivery promise.
          </Text>
        ) : (
          <ConnectionFacts connection={connection} timezone={timezone} />
        )}
        {connection.message && (
          <Box background="bg-surface-critical" padding="300" borderRadius="200">
            <Text as="p" tone="critical">
              {connection.message}
            </Text>
          </Box>
        )}
      </BlockStack>
    </Card>
  );
}

function ConnectionFacts({ connection, timezone }: { connection: ConnectionOverview; timezone: string }) {
  const facts = [
    ['Site', connection.siteId],
    ['Host', connection.host],
    ['API version', connection.apiVersion],
    ['Sales channel', connection.salesChannel],
    ['Last checked', connection.checkedAt && formatInstant(connection.checkedAt, timezone)],
  ].filter(([, value]) => value);
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
