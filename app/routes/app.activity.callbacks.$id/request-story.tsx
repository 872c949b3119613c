import { Banner, BlockStack, InlineStack, Layout, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CallbackStory } from '#app/features/promise/index.ts';
import { AnsweredBy } from '#app/ui/activity/answered-by.tsx';
import { BasketLines } from '#app/ui/activity/basket-lines.tsx';
import { Facts } from '#app/ui/activity/facts.tsx';
import listStyles from '#app/ui/activity/list.module.css';
import { PhaseBar } from '#app/ui/activity/phase-bar.tsx';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { useWords } from '#app/ui/activity/use-words.ts';
import { useFormats } from '#app/ui/frame.ts';
import { useFailureText } from '#app/ui/use-reasons.ts';
import { Decisions } from './decisions.tsx';
import { OrderLink } from './order-link.tsx';
import { SentRates } from './sent-rates.tsx';

/** A rate request from what was asked to the orders that came of it. */
export function RequestStory({ callback }: { callback: CallbackStory }) {
  const { t } = useTranslation('activity');
  const failureText = useFailureText();
  const { failure, wasAborted, phasesMs, durationMs } = callback;
  return (
    <BlockStack gap="400">
      {failure && (
        <Banner tone="warning">
          <p>{failureText(failure)}</p>
        </Banner>
      )}
      {wasAborted && (
        <Banner tone="warning">
          <p>{t('request.aborted')}</p>
        </Banner>
      )}
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <SectionCard title={t('request.decided')}>
              <Decisions {...callback} />
            </SectionCard>
            <SectionCard title={t('request.sent')}>
              <SentRates {...callback} />
            </SectionCard>
            <SectionCard title={t('request.time')}>
              <PhaseBar phasesMs={phasesMs} durationMs={durationMs} fullMs={durationMs} legend />
            </SectionCard>
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <Answer callback={callback} />
            <Asked callback={callback} />
            <Orders callback={callback} />
          </BlockStack>
        </Layout.Section>
      </Layout>
    </BlockStack>
  );
}

function Answer({ callback }: { callback: CallbackStory }) {
  const { t } = useTranslation('activity');
  const { moment, duration } = useFormats();
  return (
    <SectionCard title={t('request.answer')}>
      <Facts
        facts={[
          [
            t('columns.answeredFrom'),
            <InlineStack key="origin" gap="100">
              <AnsweredBy callback={callback} />
            </InlineStack>,
          ],
          [t('request.status'), callback.status],
          [t('request.received'), moment(callback.receivedAt, 'second')],
          [t('request.took'), duration(callback.durationMs)],
          [t('request.oneStockRequest'), callback.oneStockRequestId],
        ]}
      />
    </SectionCard>
  );
}

function Asked({ callback }: { callback: CallbackStory }) {
  const { t } = useTranslation('activity');
  const { destination } = useWords();
  const { lines, currency, locale } = callback;
  return (
    <SectionCard title={t('request.asked')}>
      <Facts
        facts={[
          [t('request.destination'), destination(callback)],
          [t('request.basket'), lines.length > 0 && <BasketLines lines={lines} />],
          [t('request.currency'), currency],
          [t('request.language'), locale],
        ]}
      />
    </SectionCard>
  );
}

function Orders({ callback: { orders, rates } }: { callback: CallbackStory }) {
  const { t } = useTranslation('activity');
  const words = useWords();
  const nameOf = (number: number) => rates.find((rate) => rate.number === number)?.name;
  return (
    <SectionCard title={t('request.orders')}>
      {orders.length === 0 ? (
        <Text as="p" tone="subdued">
          {t('request.noOrders')}
        </Text>
      ) : (
        <ul className={listStyles.list}>
          {orders.map((order) => (
            <li key={order.orderId}>
              <BlockStack gap="050">
                <OrderLink {...order} />
                <Text as="span" tone="subdued">
                  {t('request.chosen', { name: order.rateNumbers.map(nameOf).filter(Boolean).join(', ') })}
                </Text>
                {order.source && (
                  <Text as="span" tone="subdued">
                    {words.source(order.source)}
                  </Text>
                )}
              </BlockStack>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}
