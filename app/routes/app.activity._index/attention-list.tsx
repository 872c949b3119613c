import { IndexTable, useBreakpoints, useIndexResourceState } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AttentionEntry } from '#app/features/health/index.ts';
import { EmptyList } from '#app/ui/activity/empty-list.tsx';
import { useSettling } from '#app/ui/activity/settling.ts';
import { Actions, type Settle, Since, useEntries, What, Why } from './attention-entry.tsx';
import { AttentionOnPhone } from './attention-on-phone.tsx';

/** What needs attention, to be tried again or dismissed, one by one or together. */
export function AttentionList({ attention }: { attention: readonly AttentionEntry[] }) {
  const { t } = useTranslation('activity');
  const { smDown } = useBreakpoints();
  const entries = useEntries(attention);
  const { settle, isSettling } = useSettling();
  const selection = useIndexResourceState(entries as unknown as { [key: string]: unknown }[]);
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = selection;
  const settleAll: Settle = (intent, ids) => {
    settle(intent, ids);
    clearSelection();
  };
  if (entries.length === 0)
    return <EmptyList list="attention" title={t('empty.attentionTitle')} text={t('empty.attention')} />;
  if (smDown) return <AttentionOnPhone entries={entries} isSettling={isSettling} onSettle={settleAll} />;
  return (
    <IndexTable
      headings={[
        { title: t('columns.what') },
        { title: t('columns.why') },
        { title: t('columns.since') },
        { title: t('columns.actions') },
      ]}
      resourceName={{ singular: t('attention.one'), plural: t('attention.other') }}
      itemCount={entries.length}
      selectedItemsCount={allResourcesSelected ? 'All' : selectedResources.length}
      onSelectionChange={handleSelectionChange}
      promotedBulkActions={(['retry', 'dismiss'] as const).map((intent) => ({
        content: t(`attention.${intent}`),
        disabled: isSettling,
        onAction: () => settleAll(intent, selectedResources),
      }))}
    >
      {entries.map((entry, position) => (
        <IndexTable.Row
          key={entry.id}
          id={entry.id}
          position={position}
          selected={selectedResources.includes(entry.id)}
          accessibilityLabel={t('attention.selectLabel', { what: entry.what })}
          // A press on the row selects nothing by itself: its links and buttons are what it is for.
          onClick={() => {}}
        >
          <IndexTable.Cell>
            <What entry={entry} />
          </IndexTable.Cell>
          <IndexTable.Cell>
            <Why entry={entry} />
          </IndexTable.Cell>
          <IndexTable.Cell>
            <Since entry={entry} />
          </IndexTable.Cell>
          <IndexTable.Cell>
            <Actions entry={entry} isDisabled={isSettling} onSettle={settleAll} />
          </IndexTable.Cell>
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}
