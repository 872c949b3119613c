import { BlockStack, Link, Text, Tooltip } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderFilters, PromisedOrder } from '#app/features/activity/index.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import { causesText } from '#app/words/say.ts';
import { useFormats } from '../frame.ts';
import { numberOf, orderAddress } from '../orders/order-address.ts';
import { PROMISE_SOURCES } from '../promise-sources.ts';
import { EmptyList } from './empty-list.tsx';
import { ListFilters } from './list-filters.tsx';
import { RowsTable } from './rows-table.tsx';
import { chosen, isFiltered, ORDER_STATES } from './search.ts';
import { EventStateBadge } from './state-badge.tsx';
import { useWords } from './use-words.ts';

/** The orders, what promise each carries, and the rate requests that it comes from. */
export function OrdersList({ filters, page }: { filters: OrderFilters; page: Page<PromisedOrder> }) {
  const { t } = useTranslation('activity');
  const { moment } = useFormats();
  const words = useWords();
  return (
    <>
      <ListFilters
        list="orders"
        days={filters}
        order={filters.order ?? ''}
        choices={[
          {
            name: 'state',
            label: t('filters.state'),
            choices: ORDER_STATES.map((state) => ({ value: state, label: t(`eventStates.${state}`) })),
            chosen: chosen(filters.state),
            isPinned: true,
          },
          {
            name: 'source',
            label: t('filters.source'),
            choices: PROMISE_SOURCES.map((source) => ({ value: source, label: words.source(source) })),
            chosen: chosen(filters.source),
            isPinned: true,
          },
        ]}
      />
      <RowsTable
        headings={[
          t('columns.order'),
          t('columns.seen'),
          t('columns.promise'),
          t('columns.state'),
          t('columns.request'),
        ]}
        rows={page.items.map((order) => ({
          id: order.orderId,
          title: order.orderName ?? numberOf(order.orderId),
          url: orderAddress(order.orderId),
          cells: [
            <time key="seen" dateTime={order.firstSeenAt}>
              {moment(order.firstSeenAt)}
            </time>,
            order.source ? words.source(order.source) : '',
            <OrderState key="state" order={order} />,
            <BlockStack key="requests" gap="100">
              {order.callbackIds.map((id) => (
                <Link key={id} url={`/app/activity/callbacks/${id}`}>
                  {t('toRequest')}
                </Link>
              ))}
            </BlockStack>,
          ],
        }))}
        pages={page}
        empty={
          <EmptyList
            list="orders"
            title={t('empty.ordersTitle')}
            text={t('empty.orders')}
            isFiltered={isFiltered(filters)}
          />
        }
      />
    </>
  );
}

function OrderState({ order: { state, causes } }: { order: PromisedOrder }) {
  const { i18n } = useTranslation();
  if (!causes) return <EventStateBadge state={state} />;
  const text = causesText(i18n, causes);
  return (
    <Tooltip content={text} hasUnderline>
      <EventStateBadge state={state} />
      <Text as="span" visuallyHidden>
        {text}
      </Text>
    </Tooltip>
  );
}
