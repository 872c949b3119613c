import { Banner, BlockStack, Box, Button, Card, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedOrder, OrderListFilters } from '#app/features/orders/index.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import { ListFilters } from './list-filters.tsx';
import { OrdersTable } from './orders-table.tsx';
import { isFiltered } from './search.ts';
import { useOrdersSearch } from './use-orders-search.ts';

interface OrdersListProps {
  filters: OrderListFilters;
  page: Page<ListedOrder>;
  /** Whether the shop synchronizes orders. */
  isOn: boolean;
}

/** The orders, or what will bring them here. */
export function OrdersList({ filters, page, isOn }: OrdersListProps) {
  const { t } = useTranslation('orders');
  const { clear } = useOrdersSearch();
  const toConfiguration = { content: t('off.action'), url: '/app/configuration' };
  if (page.items.length === 0 && !isFiltered(filters))
    return (
      <Card>
        {isOn ? (
          <Nothing title={t('empty.title')} text={t('empty.text')} />
        ) : (
          <Nothing title={t('off.title')} text={t('off.text')}>
            <Button variant="primary" url={toConfiguration.url}>
              {toConfiguration.content}
            </Button>
          </Nothing>
        )}
      </Card>
    );
  return (
    <BlockStack gap="400">
      {!isOn && (
        <Banner tone="info" title={t('off.title')} action={toConfiguration}>
          <p>{t('off.banner')}</p>
        </Banner>
      )}
      <Card padding="0">
        <ListFilters filters={filters} />
        {page.items.length === 0 ? (
          <Nothing title={t('none.title')} text={t('none.text')}>
            <Button onClick={clear}>{t('none.clear')}</Button>
          </Nothing>
        ) : (
          <OrdersTable page={page} isOn={isOn} />
        )}
      </Card>
    </BlockStack>
  );
}

function Nothing({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Box padding="800">
      <BlockStack gap="300" inlineAlign="center">
        <Text as="h2" variant="headingMd" alignment="center">
          {title}
        </Text>
        <Box maxWidth="34rem">
          <Text as="p" tone="subdued" alignment="center">
            {text}
          </Text>
        </Box>
        {children}
      </BlockStack>
    </Box>
  );
}
