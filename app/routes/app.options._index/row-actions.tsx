import { ActionList, Button, InlineStack, Popover } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ArrowDown, ArrowUp, Dots } from '#app/ui/options/icons.tsx';
import { moveId } from './move-id.ts';
import type { CellsProps } from './option-cells.tsx';

/** What can be done to an option: its place by one click, the rest from a menu. */
export function RowActions({ row, at, count, isArchive, act, move }: CellsProps) {
  const { t } = useTranslation('options');
  const [isOpen, setIsOpen] = useState(false);
  const does = (intent: 'activate' | 'deactivate' | 'duplicate' | 'archive' | 'restore') => ({
    content: t(`action.${intent}`),
    destructive: intent === 'archive',
    onAction: () => {
      setIsOpen(false);
      act({ intent, id: row.id });
    },
  });
  const edit = { content: t('action.edit'), url: `/app/options/${row.id}` };
  const items = isArchive
    ? [does('restore'), does('duplicate')]
    : [edit, does(row.active ? 'deactivate' : 'activate'), does('duplicate'), does('archive')];
  return (
    <InlineStack gap="100" align="end" blockAlign="center" wrap={false}>
      {!isArchive && count > 1 && (
        <>
          <Button
            id={moveId(row.id, 'up')}
            icon={ArrowUp}
            variant="tertiary"
            disabled={at === 0}
            accessibilityLabel={t('list.up', { name: row.name })}
            onClick={() => move(row, 'up')}
          />
          <Button
            id={moveId(row.id, 'down')}
            icon={ArrowDown}
            variant="tertiary"
            disabled={at === count - 1}
            accessibilityLabel={t('list.down', { name: row.name })}
            onClick={() => move(row, 'down')}
          />
        </>
      )}
      <Popover
        active={isOpen}
        autofocusTarget="first-node"
        onClose={() => setIsOpen(false)}
        activator={
          <InlineStack>
            <Button
              icon={Dots}
              variant="tertiary"
              accessibilityLabel={t('list.more', { name: row.name })}
              onClick={() => setIsOpen(!isOpen)}
            />
          </InlineStack>
        }
      >
        <ActionList actionRole="menuitem" items={items} />
      </Popover>
    </InlineStack>
  );
}
