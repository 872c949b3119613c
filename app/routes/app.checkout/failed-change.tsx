import { Banner, BlockStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { type Attaching, useCountedPlaces, usePlaceFailureText } from './use-attaching.ts';

/** What did not go as asked, said by screen readers as it appears. Places that are still there have the reason beside them. */
export function FailedChange({ attaching }: { attaching: Attaching }) {
  const { t } = useTranslation('attach');
  const { attachment, failures, refusal } = attaching;
  const countPlaces = useCountedPlaces(attachment.mode);
  const failureText = usePlaceFailureText();
  if (refusal)
    return (
      <Banner tone="critical">
        <p>{refusal}</p>
      </Banner>
    );
  if (failures.length === 0) return null;
  const isThere = new Set(attachment.places.map(({ id }) => id));
  const gone = failures.filter(({ placeId }) => !isThere.has(placeId));
  return (
    <Banner tone="critical" title={t('failed.title', { places: countPlaces(failures.length) })}>
      <BlockStack gap="200">
        {gone.length < failures.length && <p>{t('failed.text')}</p>}
        {[...new Set(gone.map(failureText))].map((text) => (
          <p key={text}>{text}</p>
        ))}
      </BlockStack>
    </Banner>
  );
}
