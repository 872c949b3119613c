import { InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { DeliveryNow, ItemView } from '#app/features/orders/index.ts';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import styles from './items-table.module.css';
import { nameOfItem } from './name-of-item.ts';

interface ItemsTableProps {
  items: readonly ItemView[];
  /** Whether OneStock is known to have them: else nothing is told of where they are. */
  isInOneStock: boolean;
  /** Null while OneStock has not said where they are. */
  now: Pick<DeliveryNow, 'items'> | null;
  /** OneStock did not say it. */
  isUnknown?: boolean;
}

/** What was ordered, which item of OneStock each line is, and where its pieces are. */
export function ItemsTable({ items, isInOneStock, now, isUnknown = false }: ItemsTableProps) {
  const { t } = useTranslation('orders');
  const id = t(isInOneStock ? 'items.id' : 'items.idToBe');
  const statesOf = (line: string) => now?.items.find(({ lineItemId }) => lineItemId === line)?.states ?? [];
  return (
    <table className={styles.items}>
      <thead>
        <tr>
          <th scope="col">{t('items.item')}</th>
          <th scope="col">{id}</th>
          <th scope="col">{t('items.quantity')}</th>
          {isInOneStock && <th scope="col">{t('items.state')}</th>}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const { lineItemId, itemId, quantity, sku } = item;
          return (
            <tr key={lineItemId}>
              <th scope="row">
                {nameOfItem(item)}
                {sku && sku !== itemId && (
                  <Text as="p" tone="subdued">
                    {sku}
                  </Text>
                )}
              </th>
              <td data-label={id}>{itemId}</td>
              <td data-label={t('items.quantity')}>{quantity}</td>
              {isInOneStock && (
                <td data-label={t('items.state')}>
                  <InlineStack gap="100">
                    {statesOf(lineItemId).map(({ state, quantity: pieces, reason }) => (
                      <StatusBadge
                        key={`${state} ${reason}`}
                        status="waiting"
                        label={[t('items.pieces', { quantity: pieces, state }), reason]
                          .filter(Boolean)
                          .join(', ')}
                      />
                    ))}
                    {(now ? statesOf(lineItemId).length === 0 : isUnknown) && t('items.unknown')}
                  </InlineStack>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
