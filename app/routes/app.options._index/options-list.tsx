import { Banner, BlockStack, Box, Button, Card, Text } from '@shopify/polaris';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '#app/ui/failure-banner.tsx';
import { Choices } from '#app/ui/options/choices.tsx';
import type { MethodList } from '#app/ui/options/method-list.ts';
import type { Part } from '#app/ui/part.ts';
import { Streamed } from '#app/ui/streamed.tsx';
import type { OptionRow } from './option-row.ts';
import { OptionsTable } from './options-table.tsx';
import { useListActions } from './use-list-actions.ts';

interface OptionsListProps {
  rows: OptionRow[];
  /** OneStock's methods; which ones are gone is known once they have come. */
  methods: Promise<Part<MethodList>>;
}

/** The shop's options, those that are offered and those that are archived. */
export function OptionsList({ rows: loaded, methods }: OptionsListProps) {
  const { t } = useTranslation('options');
  const { rows, failed, act } = useListActions(loaded);
  const [isArchive, setIsArchive] = useState(false);
  const offered = rows.filter(({ isArchived }) => !isArchived);
  const archived = rows.filter(({ isArchived }) => isArchived);
  const shown = isArchive ? archived : offered;
  const choices = [
    { id: 'offered' as const, text: `${t('list.tabs.offered')} (${offered.length})` },
    { id: 'archived' as const, text: `${t('list.tabs.archived')} (${archived.length})` },
  ];
  if (rows.length === 0)
    return (
      <Card padding="0">
        <Nothing title={t('empty.title')} text={t('empty.text')}>
          <Button variant="primary" url="/app/options/new">
            {t('add')}
          </Button>
        </Nothing>
      </Card>
    );
  return (
    <BlockStack gap="400">
      {failed && (
        <Banner tone="critical">
          <p>{t('list.actionFailed')}</p>
        </Banner>
      )}
      <Card padding="0">
        <Box padding="300">
          <Choices
            label={t('list.tabs.label')}
            choices={choices}
            chosen={isArchive ? 'archived' : 'offered'}
            onChoose={(id) => setIsArchive(id === 'archived')}
          />
        </Box>
        {shown.length === 0 ? (
          <Nothing text={isArchive ? t('empty.archived') : t('empty.text')} />
        ) : (
          <OptionsTable rows={shown} methods={methods} isArchive={isArchive} act={act} />
        )}
      </Card>
      {!isArchive && (
        <Text as="p" tone="subdued" alignment="center">
          {t('list.orderHelp')}
        </Text>
      )}
      <Streamed resolve={methods} fallback={null} failure={<MethodsFailure />} outdated={<MethodsFailure />}>
        {(list) => (list.isRead ? null : <MethodsFailure />)}
      </Streamed>
    </BlockStack>
  );
}

/** What will fill the list, and how. */
function Nothing({ title, text, children }: { title?: string; text: string; children?: ReactNode }) {
  return (
    <Box padding="600">
      <BlockStack gap="400" inlineAlign="center">
        {title && (
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
        )}
        <Box maxWidth="480px">
          <Text as="p" tone="subdued" alignment="center">
            {text}
          </Text>
        </Box>
        {children}
      </BlockStack>
    </Box>
  );
}

function MethodsFailure() {
  const { t } = useTranslation('options');
  return <FailureBanner title={t('list.methodsFailed')} text={t('list.methodsFailedText')} />;
}
