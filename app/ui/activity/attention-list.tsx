import { IndexTable, useBreakpoints, useIndexResourceState } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Attention } from '#app/features/activity/index.ts';
import { causesText } from '#app/words/say.ts';
import { Actions, type Entry, type Settle, Since, What, Why } from './attention-entry.tsx';
import { AttentionOnPhone } from './attention-on-phone.tsx';
import { EmptyList } from './empty-list.tsx';
import { useSettling } from './settling.ts';
import { useEventReason } from './use-event-reason.ts';
import { useWords } from './use-words.ts';

/** What needs attention, to be tried again or dismissed, one by one or together. */
export function AttentionList({ attention }: { attention: Attention }) {
  const { t } = useTranslation('activity');
  const { smDown } = useBreakpoints();
  const entries = useEntries(attention);
  const { settle, isSettling } = useSettling();
  const selection = useIndexResourceState(entries as unknown as { [key: string]: unknown }[]);
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = selection;
  const settleAll: Settle = (intent, ids) => {
    const ofKind = (kind: Entry['kind']) =>
      entries.filter((entry) => entry.kind === kind && ids.includes(entry.id)).map(({ id }) => id);
    settle(intent, { events: ofKind('events'), orders: ofKind('orders') });
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

function useEntries({ orders, events }: Attention): Entry[] {
  const { t, i18n } = useTranslation('activity');
  const words = useWords();
  const eventReason = useEventReason();
  return [
    ...orders.map(({ orderId, orderName, causes, firstSeenAt }): Entry => {
      const number = orderId.slice(orderId.lastIndexOf('/') + 1);
      return {
        id: orderId,
        kind: 'orders',
        what: t('attention.promiseOfOrder', { name: orderName ?? number }),
        url: `shopify://admin/orders/${number}`,
        reason: causes && causesText(i18n, causes),
        since: firstSeenAt,
      };
    }),
    ...events.map(
      (event): Entry => ({
        id: event.id,
        kind: 'events',
        what: words.topic(event.topic),
        url: `/app/activity/events/${event.id}`,
        reason: eventReason(event),
        since: event.receivedAt,
      }),
    ),
  ];
}
