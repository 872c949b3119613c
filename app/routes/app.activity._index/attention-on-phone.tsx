import { BlockStack, Box, Button, ButtonGroup, Checkbox, Divider, InlineStack } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Actions, type Entry, type Settle, Since, What, Why } from './attention-entry.tsx';

interface AttentionOnPhoneProps {
  entries: readonly Entry[];
  isSettling: boolean;
  onSettle: Settle;
}

/** The list where a table has no room. Polaris's own list for it offers no way to select. */
export function AttentionOnPhone({ entries, isSettling, onSettle }: AttentionOnPhoneProps) {
  const { t } = useTranslation('activity');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  // What is settled meanwhile is no longer there.
  const selected = entries.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const areAll = selected.length === entries.length;
  return (
    <>
      <Box padding="300">
        <InlineStack gap="200" align="space-between" blockAlign="center">
          <Checkbox
            label={t('attention.selectAll')}
            checked={areAll ? true : selected.length > 0 ? 'indeterminate' : false}
            onChange={() => setChosen(areAll ? [] : entries.map(({ id }) => id))}
          />
          <ButtonGroup>
            {(['retry', 'dismiss'] as const).map((intent) => (
              <Button
                key={intent}
                size="slim"
                disabled={isSettling || selected.length === 0}
                onClick={() => onSettle(intent, selected)}
              >
                {t(`attention.${intent}`)}
              </Button>
            ))}
          </ButtonGroup>
        </InlineStack>
      </Box>
      <BlockStack as="ul">
        {entries.map((entry) => (
          <li key={entry.id}>
            <Divider />
            <Box padding="300">
              <InlineStack gap="200" wrap={false} blockAlign="start">
                <Checkbox
                  label={t('attention.selectLabel', { what: entry.what })}
                  labelHidden
                  checked={selected.includes(entry.id)}
                  onChange={(isChecked) =>
                    setChosen(isChecked ? [...selected, entry.id] : selected.filter((id) => id !== entry.id))
                  }
                />
                <Box width="100%">
                  <BlockStack gap="200">
                    <What entry={entry} />
                    <Why entry={entry} />
                    <InlineStack gap="200" align="space-between" blockAlign="center">
                      <Since entry={entry} />
                      <Actions entry={entry} isDisabled={isSettling} onSettle={onSettle} />
                    </InlineStack>
                  </BlockStack>
                </Box>
              </InlineStack>
            </Box>
          </li>
        ))}
      </BlockStack>
    </>
  );
}
