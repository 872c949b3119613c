import {
  BlockStack,
  Box,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
  useIndexResourceState,
} from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListedOrder } from '#app/features/orders/index.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import { useFormats } from '#app/ui/frame.ts';
import { listPagination } from '#app/ui/list-pages.ts';
import { numberOf, orderAddress } from '#app/ui/orders/order-address.ts';
import { StateBadges } from '#app/ui/orders/state-badges.tsx';
import { useArrival } from '#app/ui/orders/use-arrival.ts';
import { useCausesText } from '#app/ui/orders/use-causes-text.ts';
import { useSynchronizing } from '#app/ui/orders/use-synchronizing.ts';
import { waitsOf } from '#app/ui/orders/waits.ts';
import styles from './orders-table.module.css';
import { useOrdersSearch } from './use-orders-search.ts';

/** The orders of one page, to be looked into, or synchronized again together. */
export function OrdersTable({ page, isOn }: { page: Page<ListedOrder>; isOn: boolean }) {
  const { t } = useTranslation('orders');
  const { smDown } = useBreakpoints();
  const { isLoading, turnTo } = useOrdersSearch();
  const { synchronize, isAsking } = useSynchronizing();
  const { items } = page;
  const rows = items.map((order) => ({ id: order.orderId }));
  const { selectedResources, allResourcesSelected, handleSelectionChange, clearSelection } =
    useIndexResourceState(rows);
  const columns = ['order', 'seen', 'state', 'oneStock', 'promised', 'parcels'] as const;
  const [first, ...others] = columns.map((name) => ({ title: t(`columns.${name}`) }));
  return (
    <IndexTable
      headings={[first ?? { title: '' }, ...others]}
      resourceName={{ singular: t('one'), plural: t('other') }}
      itemCount={items.length}
      condensed={smDown}
      loading={isLoading}
      selectable={isOn}
      selectedItemsCount={allResourcesSelected ? 'All' : selectedResources.length}
      onSelectionChange={handleSelectionChange}
      promotedBulkActions={[
        {
          content: t('synchronize'),
          disabled: isAsking,
          onAction: () => {
            synchronize(selectedResources);
            clearSelection();
          },
        },
      ]}
      pagination={listPagination(page, turnTo, {
        label: t('pages.label'),
        older: t('pages.older'),
        newer: t('pages.newer'),
      })}
    >
      {items.map((order, position) => (
        <IndexTable.Row
          key={order.orderId}
          id={order.orderId}
          position={position}
          selected={selectedResources.includes(order.orderId)}
          accessibilityLabel={t('select', { name: nameOf(order) })}
          // A press on the row selects nothing by itself: it is there to be opened.
          onClick={() => {}}
        >
          {smDown ? <PhoneRow order={order} /> : <Cells order={order} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function Cells({ order }: { order: ListedOrder }) {
  const arrival = useArrival();
  const { oneStockState, promised, fulfilments } = order;
  return (
    <>
      <IndexTable.Cell>
        <Title order={order} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <SeenAt order={order} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <State order={order} />
      </IndexTable.Cell>
      <IndexTable.Cell>{oneStockState}</IndexTable.Cell>
      <IndexTable.Cell>{promised && arrival(promised)}</IndexTable.Cell>
      <IndexTable.Cell>{fulfilments > 0 ? fulfilments : ''}</IndexTable.Cell>
    </>
  );
}

function PhoneRow({ order }: { order: ListedOrder }) {
  const arrival = useArrival();
  return (
    <Box padding="300" width="100%">
      <BlockStack gap="150">
        <InlineStack align="space-between" gap="200">
          <Title order={order} />
          <SeenAt order={order} />
        </InlineStack>
        <State order={order} />
        {order.promised && (
          <Text as="span" tone="subdued">
            {arrival(order.promised)}
          </Text>
        )}
      </BlockStack>
    </Box>
  );
}

function Title({ order }: { order: ListedOrder }) {
  return (
    <Text as="span" fontWeight="medium">
      <Link url={orderAddress(order.orderId)} dataPrimaryLink monochrome removeUnderline>
        {nameOf(order)}
      </Link>
    </Text>
  );
}

function SeenAt({ order: { seenAt } }: { order: ListedOrder }) {
  const { moment } = useFormats();
  return <time dateTime={seenAt}>{moment(seenAt)}</time>;
}

function State({ order }: { order: ListedOrder }) {
  const causesText = useCausesText();
  const [worst] = order.obstacles;
  const [wait] = waitsOf(order.causes);
  const causes = worst?.causes ?? (wait ? undefined : order.causes);
  return (
    <BlockStack gap="100">
      <StateBadges {...order} />
      {causes && <Cause text={causesText(causes)} />}
      {wait && <Cause text={causesText([wait])} />}
    </BlockStack>
  );
}

function Cause({ text }: { text: string }) {
  return (
    <div className={styles.cause} title={text}>
      <Text as="p" tone="subdued">
        {text}
      </Text>
    </div>
  );
}

function nameOf({ orderName, orderId }: ListedOrder): string {
  return orderName ?? numberOf(orderId);
}
