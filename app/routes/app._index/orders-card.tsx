import { BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OrderCounts } from '#app/features/orders/index.ts';
import { useFormats } from '#app/ui/frame.ts';
import { type Status, StatusBadge } from '#app/ui/status-badge.tsx';
import styles from './cards.module.css';

const FACTS = [
  { name: 'exportedToday', url: '/app/orders', status: 'works' },
  { name: 'waiting', url: '/app/orders?state=waiting', status: 'waiting' },
  { name: 'held', url: '/app/orders?isHeld=1', status: 'attention' },
  { name: 'needsAttention', url: '/app/activity?list=attention', status: 'attention' },
] as const satisfies { name: keyof OrderCounts | 'needsAttention'; url: string; status: Status }[];

/** How the orders are doing, each number leading to those that it counts. */
export function OrdersCard({
  counts,
  needsAttention,
}: {
  counts: OrderCounts;
  /** How much of the list of what needs attention is about orders; left out while that is not known. */
  needsAttention: number | undefined;
}) {
  const { t } = useTranslation('orders');
  const { number } = useFormats();
  const known = { ...counts, needsAttention };
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('home.title')}
          </Text>
          <Link url="/app/orders" removeUnderline>
            {t('home.all')}
          </Link>
        </InlineStack>
        <dl className={styles.list}>
          {FACTS.map(({ name, url, status }) => {
            const count = known[name];
            if (count === undefined) return null;
            return (
              <div key={name}>
                <dt>
                  {count > 0 ? (
                    <Link url={url} monochrome>
                      {t(`home.${name}`)}
                    </Link>
                  ) : (
                    t(`home.${name}`)
                  )}
                </dt>
                <dd>
                  <StatusBadge status={count > 0 ? status : 'off'} label={number(count)} />
                </dd>
              </div>
            );
          })}
        </dl>
      </BlockStack>
    </Card>
  );
}
