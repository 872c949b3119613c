import { BlockStack, Box, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListName } from './search.ts';
import { useActivitySearch } from './use-activity-search.ts';

interface EmptyListProps {
  list: ListName;
  title: string;
  /** What will fill the list. */
  text: string;
  /** Whether filters may be why the list is empty. */
  isFiltered?: boolean;
}

/** In place of a list without rows: what will fill it, or that the filters let nothing through. */
export function EmptyList({ list, title, text, isFiltered = false }: EmptyListProps) {
  const { t } = useTranslation('activity');
  const { open } = useActivitySearch();
  return (
    <Box padding="800">
      <BlockStack gap="300" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {isFiltered ? t('none.title') : title}
        </Text>
        <Box maxWidth="34rem">
          <Text as="p" tone="subdued" alignment="center">
            {isFiltered ? t('none.text') : text}
          </Text>
        </Box>
        {isFiltered && <Button onClick={() => open(list)}>{t('none.clear')}</Button>}
      </BlockStack>
    </Box>
  );
}
