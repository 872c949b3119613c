import { Banner, BlockStack, Button, Card, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { AppPage } from './app-page.tsx';

/** The page in place of one that does not exist, or that failed. */
export function ErrorPage({ isMissing }: { isMissing: boolean }) {
  const { t } = useTranslation();
  if (!isMissing)
    return (
      <AppPage title={t('pageFailure.title')}>
        <Banner tone="critical">
          <p>{t('pageFailure.text')}</p>
        </Banner>
      </AppPage>
    );
  return (
    <AppPage title={t('notFound.title')}>
      <Card>
        <BlockStack gap="400" inlineAlign="start">
          <Text as="p">{t('notFound.text')}</Text>
          <Button url="/app">{t('notFound.home')}</Button>
        </BlockStack>
      </Card>
    </AppPage>
  );
}
