import { BlockStack, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ItemView, ParcelView } from '#app/features/orders/index.ts';
import listStyles from '#app/ui/activity/list.module.css';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { nameOfItem } from './name-of-item.ts';

interface ParcelsProps {
  parcels: readonly ParcelView[];
  items: readonly ItemView[];
}

/** The parcels of a delivery as OneStock has them now. */
export function Parcels({ parcels, items }: ParcelsProps) {
  const { t } = useTranslation('orders');
  if (parcels.length === 0)
    return (
      <Text as="p" tone="subdued">
        {t('now.noParcels')}
      </Text>
    );
  return (
    <ul className={listStyles.list} aria-label={t('now.parcels')}>
      {parcels.map((parcel) => (
        <li key={parcel.id}>
          <Parcel parcel={parcel} items={items} />
        </li>
      ))}
    </ul>
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
