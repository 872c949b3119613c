import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CallbackStory, SentRate } from '#app/features/promise/index.ts';
import { JsonBlock } from '#app/ui/activity/json-block.tsx';
import styles from '#app/ui/activity/list.module.css';
import { useFormats } from '#app/ui/frame.ts';
import { useLanguage } from '#app/ui/i18n/use-language.ts';
import { OrderLink } from './order-link.tsx';

/** The rates of an answer as they were sent, each with its promise and the orders that were placed with it. */
export function SentRates({ rates, orders }: Pick<CallbackStory, 'rates' | 'orders'>) {
  const { t } = useTranslation('activity');
  if (rates.length === 0)
    return (
      <Text as="p" tone="subdued">
        {t('request.noneSent')}
      </Text>
    );
  return (
    <ul className={styles.list}>
      {rates.map((rate) => (
        <li key={rate.number}>
          <Rate rate={rate} orders={orders.filter(({ rateNumbers }) => rateNumbers.includes(rate.number))} />
        </li>
      ))}
    </ul>
  );
}

function Rate({ rate, orders }: { rate: SentRate; orders: CallbackStory['orders'] }) {
  const { t } = useTranslation('activity');
  const { name, promise } = rate;
  return (
    <BlockStack gap="150">
      <InlineStack gap="200" align="space-between" blockAlign="center">
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" fontWeight="medium">
            {name}
          </Text>
          {promise ? (
            <Badge tone="success">{t('request.withPromise')}</Badge>
          ) : (
            <Badge>{t('request.withoutPromise')}</Badge>
          )}
        </InlineStack>
        <Price rate={rate} />
      </InlineStack>
      <Text as="p" tone="subdued">
        <Window rate={rate} />
      </Text>
      {orders.map((order) => (
        <InlineStack key={order.orderId} gap="200" blockAlign="center">
          <Badge tone="info">{t('columns.order')}</Badge>
          <OrderLink {...order} />
        </InlineStack>
      ))}
      {promise && (
        <details>
          <summary>{t('request.promiseJson', { name })}</summary>
          <JsonBlock label={t('request.promiseJson', { name })} value={promise} />
        </details>
      )}
    </BlockStack>
  );
}

/** Hundredths whatever the currency. */
function Price({ rate: { price, currency } }: { rate: SentRate }) {
  const format = new Intl.NumberFormat(useLanguage(), { style: 'currency', currency });
  return (
    <Text as="span" numeric>
      {format.format(price / 100)}
    </Text>
  );
}

/** The days of the window, in the shop's time zone. */
function Window({ rate: { minDate, maxDate } }: { rate: SentRate }) {
  const { t } = useTranslation('activity');
  const { moment } = useFormats();
  const days = [minDate, maxDate].filter((date) => date !== undefined).map((date) => moment(date, 'day'));
  return days.length === 0 ? t('request.withoutDates') : [...new Set(days)].join(' – ');
}
