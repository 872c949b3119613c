import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#app/features/carrier-service/index.ts';

/** Instead of the places: what will fill the list. */
export function EmptyPlaces({ attachment: { mode, missingScopes } }: { attachment: Attachment }) {
  const { t } = useTranslation('attach');
  const empty = mode === 'profiles' ? 'places.emptyProfiles' : 'places.emptyMarkets';
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t(`places.${mode}`)}
        </Text>
        <Text as="p" tone="subdued">
          {t(missingScopes.length > 0 ? 'places.unreadable' : empty)}
        </Text>
      </BlockStack>
    </Card>
  );
}
