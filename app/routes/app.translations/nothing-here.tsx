import { useNavigate } from '@remix-run/react';
import { Banner, BlockStack, Box, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useLanguageName } from './use-language-name.ts';

/** Says what will fill the page beyond the general texts. */
export function NoOptionsYet() {
  const { t } = useTranslation('translations');
  const navigate = useNavigate();
  return (
    <Banner
      title={t('noOptions.title')}
      action={{ content: t('noOptions.action'), onAction: () => navigate('/app/options') }}
    >
      <p>{t('noOptions.text')}</p>
    </Banner>
  );
}

/** Stands where the missing texts of a language would be. */
export function NothingMissing({ language, onAll }: { language: string; onAll(): void }) {
  const { t } = useTranslation('translations');
  const nameOf = useLanguageName();
  return (
    <Box padding="800">
      <BlockStack gap="300" inlineAlign="center">
        <Text as="p" variant="headingSm">
          {t('nothingMissing.title', { language: nameOf(language) })}
        </Text>
        <Button onClick={onAll}>{t('nothingMissing.action')}</Button>
      </BlockStack>
    </Box>
  );
}
