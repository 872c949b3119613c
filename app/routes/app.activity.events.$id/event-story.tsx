import { Banner, BlockStack, Layout, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { EventStory as Story } from '#app/features/inbox/index.ts';
import { Facts } from '#app/ui/activity/facts.tsx';
import { JsonBlock } from '#app/ui/activity/json-block.tsx';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { EventStateBadge } from '#app/ui/activity/state-badge.tsx';
import { useWords } from '#app/ui/activity/use-words.ts';
import { useFormats } from '#app/ui/frame.ts';
import { useEventReason } from './use-event-reason.ts';

/** An event: when it came, what it is about, and what became of it. */
export function EventStory({ event }: { event: Story }) {
  const { t } = useTranslation('activity');
  const { moment } = useFormats();
  const words = useWords();
  const reason = useEventReason()(event);
  const { state, attempts, facts, subject } = event;
  const at = (instant: string | undefined) =>
    instant && <time dateTime={instant}>{moment(instant, 'second')}</time>;
  return (
    <BlockStack gap="400">
      {reason && (
        <Banner tone={state === 'needs_attention' ? 'critical' : 'warning'}>
          <p>{reason}</p>
        </Banner>
      )}
      <Layout>
        <Layout.Section>
          <SectionCard title={t('event.story')}>
            <Facts
              facts={[
                [t('columns.state'), <EventStateBadge key="state" state={state} />],
                [t('event.happened'), at(event.triggeredAt)],
                [t('event.received'), at(event.receivedAt)],
                [t('event.tries'), attempts],
                [t('event.nextTry'), at(event.nextTryAt)],
                [t('event.handled'), at(event.handledAt)],
              ]}
            />
          </SectionCard>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <SectionCard title={t('event.about')}>
              <Facts
                facts={[
                  [t('columns.about'), subject && words.subject(subject)],
                  [t('event.source'), event.source],
                  [t('event.topic'), event.topic],
                ]}
              />
            </SectionCard>
            <SectionCard title={t('event.facts')}>
              {Object.keys(facts).length > 0 ? (
                <JsonBlock label={t('event.facts')} value={facts} />
              ) : (
                <Text as="p" tone="subdued">
                  {t('event.noFacts')}
                </Text>
              )}
            </SectionCard>
          </BlockStack>
        </Layout.Section>
      </Layout>
    </BlockStack>
  );
}
