import { BlockStack, Card, InlineGrid, InlineStack, Text } from '@shopify/polaris';
import type { CallbackOverview } from '#app/features/activity/index.ts';
import styles from './answers-card.module.css';
import { counted, formatDuration, formatInstant, quantile } from './format.ts';
import { Legend } from './legend.tsx';
import { hasPromise, originCounts, originOf } from './origin.ts';

interface AnswersCardProps {
  callbacks: CallbackOverview[];
  timezone: string;
}

/** How quickly, and from where, the last rate requests were answered. */
export function AnswersCard({ callbacks, timezone }: AnswersCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Checkout answers
          </Text>
          {callbacks.length > 0 && (
            <Text as="span" tone="subdued">
              {`Last ${counted(callbacks.length, 'request')}`}
            </Text>
          )}
        </InlineStack>
        {callbacks.length === 0 ? (
          <Text as="p" tone="subdued">
            How quickly the checkout was answered appears here after the first rate request.
          </Text>
        ) : (
          <>
            <Sparkline callbacks={callbacks} timezone={timezone} />
            <Origins callbacks={callbacks} />
            <Figures callbacks={callbacks} />
          </>
        )}
      </BlockStack>
    </Card>
  );
}

/** One bar a request, the oldest at the left; as high as it took, in the colour of its origin. */
function Sparkline({ callbacks, timezone }: AnswersCardProps) {
  const slowestMs = Math.max(...callbacks.map(({ durationMs }) => durationMs));
  const label = `Durations of the last ${counted(callbacks.length, 'rate request')}, at most ${formatDuration(slowestMs)}`;
  return (
    <div className={styles.sparkline} role="img" aria-label={label}>
      {callbacks.toReversed().map((callback) => {
        const { name, color } = originOf(callback);
        const { id, durationMs, receivedAt } = callback;
        return (
          <span
            key={id}
            title={`${formatInstant(receivedAt, timezone)}: ${name}, ${formatDuration(durationMs)}`}
            style={{ height: `${Math.max(6, (durationMs / slowestMs) * 100)}%`, background: color }}
          />
        );
      })}
    </div>
  );
}

function Origins({ callbacks }: { callbacks: CallbackOverview[] }) {
  const entries = originCounts(callbacks).map(({ origin: { name, color }, count }) => ({
    key: name,
    color,
    text: `${name} ${count}`,
  }));
  return <Legend entries={entries} />;
}

function Figures({ callbacks }: { callbacks: CallbackOverview[] }) {
  const durations = callbacks.map(({ durationMs }) => durationMs);
  const promised = callbacks.filter(hasPromise).length;
  const figures = [
    ['With a promise', `${Math.round((promised / callbacks.length) * 100)} %`],
    ['Median', formatDuration(quantile(durations, 0.5) ?? 0)],
    ['95 of 100 within', formatDuration(quantile(durations, 0.95) ?? 0)],
  ] as const;
  return (
    <InlineGrid columns={3} gap="200">
      {figures.map(([name, value]) => (
        <BlockStack key={name} gap="050">
          <Text as="span" variant="headingLg">
            {value}
          </Text>
          <Text as="span" variant="bodySm" tone="subdued">
            {name}
          </Text>
        </BlockStack>
      ))}
    </InlineGrid>
  );
}
