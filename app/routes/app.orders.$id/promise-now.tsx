import { BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Causes } from '#app/features/obstacles/index.ts';
import type { OrderStory } from '#app/features/orders/index.ts';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import { useFormats } from '#app/ui/frame.ts';
import { useCausesText } from '#app/ui/orders/use-causes-text.ts';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { Arrival } from './arrival.tsx';
import type { NowAnswer } from './now-answer.ts';
import { Parcels } from './parcels.tsx';

/** Where an order of one delivery is in OneStock at this moment, and when it arrives by now. */
export function PromiseNow({ story, answer }: { story: OrderStory; answer: NowAnswer }) {
  const { t } = useTranslation('orders');
  if (!answer.isKnown)
    return (
      <SectionCard title={t('page.now')}>
        <NowUnknown story={story} causes={answer.causes} />
      </SectionCard>
    );
  const [now] = answer.now;
  if (!now)
    return (
      <SectionCard title={t('page.now')}>
        <Text as="p" tone="subdued">
          {t('now.none')}
        </Text>
      </SectionCard>
    );
  const promised = story.promises.flatMap((promise) => promise.arrival ?? []);
  return (
    <SectionCard title={t('page.now')}>
      <BlockStack gap="300">
        <Arrival promised={promised} now={now} />
        <InlineStack gap="100">
          <StatusBadge status="waiting" label={now.state} />
        </InlineStack>
        {!(now.isNothingToCome && now.parcels.length === 0) && (
          <Parcels parcels={now.parcels} items={now.items} />
        )}
      </BlockStack>
    </SectionCard>
  );
}

/** Why OneStock does not say where the order is, and where it was when it last did. */
export function NowUnknown({ story, causes }: { story: OrderStory; causes?: Causes }) {
  const { t } = useTranslation('orders');
  const causesText = useCausesText();
  const { moment } = useFormats();
  const { comparedAt, deliveries = [] } = story.export ?? {};
  const state = deliveries.length === 1 ? deliveries[0]?.oneStockState : undefined;
  const last = state && comparedAt && t('now.lastKnown', { moment: moment(comparedAt), state });
  return (
    <FailureBanner
      title={t('now.failure')}
      text={[causes && causesText(causes), last].filter(Boolean).join(' ') || undefined}
    />
  );
}
