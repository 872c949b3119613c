import {
  Badge,
  BlockStack,
  Card,
  InlineGrid,
  InlineStack,
  Link,
  SkeletonBodyText,
  Text,
} from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryNow, DeliveryView } from '#app/features/orders/index.ts';
import { useFormats } from '#app/ui/frame.ts';
import { useArrival } from '#app/ui/orders/use-arrival.ts';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { Arrival } from './arrival.tsx';
import { ItemsTable } from './items-table.tsx';
import { Parcels } from './parcels.tsx';
import { type DeliveryNames, useDeliveryWords } from './use-delivery-words.ts';

interface DeliveryCardProps {
  delivery: DeliveryView;
  names: DeliveryNames;
  /** Null where OneStock does not say it; left out while it is being asked. */
  now?: DeliveryNow | null;
  /** When OneStock last said it; left out where it never did. */
  comparedAt?: string;
}

/** One of several deliveries of an order: how it comes and when, and where its items and parcels are. */
export function DeliveryCard({ delivery, names, now, comparedAt }: DeliveryCardProps) {
  const { t } = useTranslation('orders');
  const { moment } = useFormats();
  const inWords = useDeliveryWords(names);
  const { number, items, exportedAt, isSentAgain } = delivery;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h2" variant="headingMd">
              {inWords(delivery)}
            </Text>
            {now && <StatusBadge status="waiting" label={now.state} />}
            {!exportedAt && <Badge tone="attention">{t('delivery.notYet')}</Badge>}
          </InlineStack>
          <InlineStack gap="200">
            <Text as="span" tone="subdued">
              {t('delivery.number', { number })}
            </Text>
            <InOneStock delivery={delivery} />
            {exportedAt && (
              <Text as="span" tone="subdued">
                {t('delivery.sentAt', { moment: moment(exportedAt) })}
              </Text>
            )}
          </InlineStack>
          {isSentAgain && <Text as="p">{t('delivery.sentAgain')}</Text>}
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
          <Promised delivery={delivery} />
          <Named title={t('page.now')}>
            <Now delivery={delivery} now={now} comparedAt={comparedAt} />
          </Named>
        </InlineGrid>
        <ItemsTable
          items={items}
          isInOneStock={exportedAt !== undefined}
          now={now ?? null}
          isUnknown={now === null}
        />
        {now && !(now.isNothingToCome && now.parcels.length === 0) && (
          <Named title={t('now.parcels')}>
            <Parcels parcels={now.parcels} items={items} />
          </Named>
        )}
      </BlockStack>
    </Card>
  );
}

function InOneStock({ delivery }: { delivery: DeliveryView }) {
  const { t } = useTranslation('orders');
  const { oneStockOrderId: id, backOfficeUrl, exportedAt } = delivery;
  const text = exportedAt ? t('delivery.inOneStock', { id }) : t('delivery.willBe', { id });
  if (!backOfficeUrl) return <Text as="span">{text}</Text>;
  return (
    <Link url={backOfficeUrl} target="_blank">
      {text}
    </Link>
  );
}

function Promised({ delivery: { promised, isAskedAfterwards } }: { delivery: DeliveryView }) {
  const { t } = useTranslation('orders');
  const inWords = useArrival();
  return (
    <Named title={t(isAskedAfterwards ? 'delivery.promisedAfterwards' : 'delivery.promised')}>
      {promised ? (
        <Text as="p" variant="headingMd">
          {inWords(promised)}
        </Text>
      ) : (
        <Text as="p" tone="subdued">
          {t('promised.noDate')}
        </Text>
      )}
    </Named>
  );
}

function Now({
  delivery: { promised, exportedAt, oneStockState: state },
  now,
  comparedAt,
}: Pick<DeliveryCardProps, 'delivery' | 'now' | 'comparedAt'>) {
  const { t } = useTranslation('orders');
  const { moment } = useFormats();
  if (!exportedAt)
    return (
      <Text as="p" tone="subdued">
        {t('delivery.notYet')}
      </Text>
    );
  if (now === undefined) return <SkeletonBodyText lines={1} />;
  if (now === null)
    return (
      <Text as="p" tone="subdued">
        {state && comparedAt ? t('now.lastKnown', { moment: moment(comparedAt), state }) : t('items.unknown')}
      </Text>
    );
  return <Arrival promised={promised ? [promised] : []} now={now} isSmall />;
}

function Named({ title, children }: { title: string; children: ReactNode }) {
  return (
    <BlockStack gap="100">
      <Text as="h3" variant="bodyMd" tone="subdued">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}
