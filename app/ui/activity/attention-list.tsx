import {
  BlockStack,
  Box,
  Button,
  ButtonGroup,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
  useIndexResourceState,
} from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Attention } from '#app/features/activity/index.ts';
import { useFormats } from '../frame.ts';
import { EmptyList } from './empty-list.tsx';
import { type SettleAnswer, useSettling } from './settling.ts';
import { useWords } from './use-words.ts';

/** An order or an event that the app does not try again by itself. */
interface Entry {
  id: string;
  kind: 'events' | 'orders';
  what: string;
  url: string;
  reason?: string;
  since: string;
}

/** What needs attention, to be tried again or dismissed, one by one or together. */
export function AttentionList({ attention }: { attention: Attention }) {
  const { t } = useTranslation('activity');
  const { smDown } = useBreakpoints();
  const entries = useEntries(attention);
  const { settle, isSettling } = useSettling();
  const selection = useIndexResourceState(entries as unknown as { [key: string]: unknown }[]);
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } = selection;
  const settleAll = (intent: SettleAnswer['intent'], ids: readonly string[]) => {
    const ofKind = (kind: Entry['kind']) =>
      entries.filter((entry) => entry.kind === kind && ids.includes(entry.id)).map(({ id }) => id);
    settle(intent, { events: ofKind('events'), orders: ofKind('orders') });
    clearSelection();
  };
  if (entries.length === 0)
    return <EmptyList list="attention" title={t('empty.attentionTitle')} text={t('empty.attention')} />;
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
      condensed={smDown}
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
          {smDown ? (
            <Box padding="300" width="100%">
              <BlockStack gap="200">
                <What entry={entry} />
                <Why entry={entry} />
                <InlineStack gap="200" align="space-between" blockAlign="center">
                  <Since entry={entry} />
                  <Actions entry={entry} isDisabled={isSettling} onSettle={settleAll} />
                </InlineStack>
              </BlockStack>
            </Box>
          ) : (
            <>
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
            </>
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function useEntries({ orders, events }: Attention): Entry[] {
  const { t } = useTranslation('activity');
  const words = useWords();
  return [
    ...orders.map(({ orderId, orderName, reason, firstSeenAt }): Entry => {
      const number = orderId.slice(orderId.lastIndexOf('/') + 1);
      return {
        id: orderId,
        kind: 'orders',
        what: t('attention.promiseOfOrder', { name: orderName ?? number }),
        url: `shopify://admin/orders/${number}`,
        reason,
        since: firstSeenAt,
      };
    }),
    ...events.map(
      ({ id, topic, reason, receivedAt }): Entry => ({
        id,
        kind: 'events',
        what: words.topic(topic),
        url: `/app/activity/events/${id}`,
        reason,
        since: receivedAt,
      }),
    ),
  ];
}

function What({ entry: { what, url } }: { entry: Entry }) {
  return (
    <Text as="span" fontWeight="medium">
      <Link url={url} monochrome removeUnderline>
        {what}
      </Link>
    </Text>
  );
}

function Why({ entry: { reason } }: { entry: Entry }) {
  return (
    <div style={{ whiteSpace: 'normal', minWidth: 'min(16rem, 100%)', maxWidth: '34rem' }}>{reason}</div>
  );
}

function Since({ entry: { since } }: { entry: Entry }) {
  const { moment } = useFormats();
  return (
    <Text as="span" tone="subdued">
      <time dateTime={since}>{moment(since)}</time>
    </Text>
  );
}

interface ActionsProps {
  entry: Entry;
  isDisabled: boolean;
  onSettle(intent: SettleAnswer['intent'], ids: readonly string[]): void;
}

function Actions({ entry: { id, what }, isDisabled, onSettle }: ActionsProps) {
  const { t } = useTranslation('activity');
  return (
    <ButtonGroup noWrap>
      <Button
        size="slim"
        disabled={isDisabled}
        accessibilityLabel={t('attention.retryOne', { what })}
        onClick={() => onSettle('retry', [id])}
      >
        {t('attention.retry')}
      </Button>
      <Button
        size="slim"
        variant="tertiary"
        disabled={isDisabled}
        accessibilityLabel={t('attention.dismissOne', { what })}
        onClick={() => onSettle('dismiss', [id])}
      >
        {t('attention.dismiss')}
      </Button>
    </ButtonGroup>
  );
}
