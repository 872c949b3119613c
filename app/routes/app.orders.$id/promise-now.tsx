import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Causes } from '#app/features/obstacles/index.ts';
import type { DeliveryNow, ItemView, OrderStory, ParcelView } from '#app/features/orders/index.ts';
import listStyles from '#app/ui/activity/list.module.css';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import { useFormats } from '#app/ui/frame.ts';
import { useArrival } from '#app/ui/orders/use-arrival.ts';
import { useCausesText } from '#app/ui/orders/use-causes-text.ts';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { changeOfArrival } from './change-of-arrival.ts';
import { nameOfItem } from './name-of-item.ts';

/** What OneStock says now, or why it does not. */
export type NowAnswer = { isKnown: true; now: DeliveryNow[] } | { isKnown: false; causes?: Causes };

/** Where the order is in OneStock at this moment, and when it arrives by now. */
export function PromiseNow({ story, answer }: { story: OrderStory; answer: NowAnswer }) {
  const { t } = useTranslation('orders');
  if (!answer.isKnown) return <NotKnown story={story} causes={answer.causes} />;
  const [now] = answer.now;
  if (!now)
    return (
      <SectionCard title={t('page.now')}>
        <Text as="p" tone="subdued">
          {t('now.none')}
        </Text>
      </SectionCard>
    );
  const { state, parcels, items } = now;
  return (
    <SectionCard title={t('page.now')}>
      <BlockStack gap="300">
        <Arrival story={story} now={now} />
        <InlineStack gap="100">
          <StatusBadge status="waiting" label={state} />
        </InlineStack>
        {parcels.length === 0 ? (
          <Text as="p" tone="subdued">
            {t('now.noParcels')}
          </Text>
        ) : (
          <ul className={listStyles.list} aria-label={t('now.parcels')}>
            {parcels.map((parcel) => (
              <li key={parcel.id}>
                <Parcel parcel={parcel} items={items} />
              </li>
            ))}
          </ul>
        )}
      </BlockStack>
    </SectionCard>
  );
}

const STATUS = { asPromised: 'works', sooner: 'works', later: 'attention' } as const;

function Arrival({ story, now: { arrival } }: { story: OrderStory; now: DeliveryNow }) {
  const { t } = useTranslation('orders');
  const inWords = useArrival();
  if (!arrival)
    return (
      <Text as="p" tone="subdued">
        {t('now.noDate')}
      </Text>
    );
  const change = changeOfArrival(
    story.promises.flatMap((promise) => promise.arrival ?? []),
    arrival,
  );
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="p" variant="headingLg">
        {inWords(arrival)}
      </Text>
      {change && <StatusBadge status={STATUS[change]} label={t(`now.${change}`)} />}
    </InlineStack>
  );
}

function Parcel({ parcel, items }: { parcel: ParcelView; items: readonly ItemView[] }) {
  const { t } = useTranslation('orders');
  const { id, state, tracking } = parcel;
  const nameOf = (itemId: string) => nameOfItem(items.find((item) => item.itemId === itemId) ?? { itemId });
  return (
    <BlockStack gap="050">
      <InlineStack gap="200" blockAlign="center">
        <Text as="span" fontWeight="medium">
          {t('fulfilments.parcel', { id })}
        </Text>
        <StatusBadge status="waiting" label={state} />
      </InlineStack>
      <Text as="span" tone="subdued">
        {parcel.items.map(({ itemId, quantity }) => `${quantity} × ${nameOf(itemId)}`).join(', ')}
      </Text>
      <TrackingLink tracking={tracking} />
    </BlockStack>
  );
}

/** The way to the carrier's page, as far as it is known. */
export function TrackingLink({ tracking: { number, url, company } }: { tracking: ParcelView['tracking'] }) {
  const { t } = useTranslation('orders');
  if (!number && !url) return null;
  const text = number ? t('fulfilments.track', { number }) : t('fulfilments.trackParcel');
  return (
    <InlineStack gap="200">
      {url ? (
        <Link url={url} target="_blank">
          {text}
        </Link>
      ) : (
        <Text as="span">{number}</Text>
      )}
      {company && (
        <Text as="span" tone="subdued">
          {company}
        </Text>
      )}
    </InlineStack>
  );
}

function NotKnown({ story: { export: exported }, causes }: { story: OrderStory; causes?: Causes }) {
  const { t } = useTranslation('orders');
  const causesText = useCausesText();
  const { moment } = useFormats();
  const { comparedAt, deliveries = [] } = exported ?? {};
  const state = deliveries[0]?.oneStockState;
  const last = state && comparedAt && t('now.lastKnown', { moment: moment(comparedAt), state });
  return (
    <SectionCard title={t('page.now')}>
      <FailureBanner
        title={t('now.failure')}
        text={[causes && causesText(causes), last].filter(Boolean).join(' ') || undefined}
      />
    </SectionCard>
  );
}
