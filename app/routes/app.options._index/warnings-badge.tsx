import { Badge, Box, List, Popover } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '#app/ui/options/use-words.ts';
import type { OptionRow } from './option-row.ts';
import styles from './warnings-badge.module.css';

/** How many things may bite, and on a click which ones. */
export function WarningsBadge({ row }: { row: OptionRow }) {
  const { t } = useTranslation('options');
  const { warning } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const badge = (
    <button
      type="button"
      className={styles.button}
      aria-label={`${t('list.warnings', { count: row.warnings.length })}: ${t('list.showWarnings', { name: row.name })}`}
      onClick={() => setIsOpen(!isOpen)}
    >
      <Badge tone="warning">{t('list.warnings', { count: row.warnings.length })}</Badge>
    </button>
  );
  return (
    <Popover active={isOpen} activator={badge} onClose={() => setIsOpen(false)} autofocusTarget="first-node">
      <Box padding="400" maxWidth="360px">
        <List>
          {row.warnings.map((found) => (
            <List.Item key={JSON.stringify(found)}>{warning(found, row.currency)}</List.Item>
          ))}
        </List>
      </Box>
    </Popover>
  );
}
