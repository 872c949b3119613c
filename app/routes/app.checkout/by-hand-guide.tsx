import { BlockStack, Button, Card, Collapsible, InlineStack, List, Text } from '@shopify/polaris';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#app/features/carrier-service/index.ts';

const STEPS = ['open', 'choose', 'add', 'carrier', 'future', 'save'] as const;
/** https://shopify.dev/docs/api/app-home/apis/user-interface-and-interactions/navigation-api */
const ADMIN_PAGE = { profiles: 'shopify://admin/settings/shipping', markets: 'shopify://admin/markets' };

/** How a merchant attaches the rates in the Shopify admin. Open from the start where there is no other way. */
export function ByHandGuide({ mode, isOnlyWay }: { mode: Attachment['mode']; isOnlyWay: boolean }) {
  const { t } = useTranslation('attach');
  const [isWanted, setIsWanted] = useState(false);
  const id = useId();
  const isOpen = isOnlyWay || isWanted;
  return (
    <Card>
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('byHand.title')}
          </Text>
          {!isOnlyWay && (
            <Button
              variant="plain"
              disclosure={isOpen ? 'up' : 'down'}
              ariaExpanded={isOpen}
              ariaControls={id}
              onClick={() => setIsWanted(!isWanted)}
            >
              {t(isOpen ? 'byHand.hide' : 'byHand.show')}
            </Button>
          )}
        </InlineStack>
        <Collapsible id={id} open={isOpen}>
          <BlockStack gap="400" inlineAlign="start">
            <List type="number">
              {STEPS.map((step) => (
                <List.Item key={step}>{t(`byHand.${mode}.${step}`)}</List.Item>
              ))}
            </List>
            <Button url={ADMIN_PAGE[mode]} target="_top">
              {t(mode === 'profiles' ? 'byHand.openProfiles' : 'byHand.openMarkets')}
            </Button>
          </BlockStack>
        </Collapsible>
      </BlockStack>
    </Card>
  );
}
