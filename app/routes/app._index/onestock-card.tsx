import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { OneStockHealth, Quantiles } from '#app/features/health/index.ts';
import { useFormats } from '#app/ui/frame.ts';
import { type Status, StatusBadge } from '#app/ui/status-badge.tsx';
import styles from './cards.module.css';
import { useHomeAction } from './use-home-action.ts';

const STATUS: Record<OneStockHealth['state'], Status> = {
  not_connected: 'off',
  not_checked: 'waiting',
  works: 'works',
  limited: 'attention',
  fails: 'fails',
};

/** The shop's OneStock: whether it answers, how quickly, and when that was last looked at. */
export function OneStockCard({
  oneStock,
  latency,
}: {
  oneStock: OneStockHealth;
  /** Of the last 24 hours. */
  latency: Quantiles | null;
}) {
  const { t } = useTranslation('home');
  const { age } = useFormats();
  const check = useHomeAction('check');
  const { state, checkedAt, obstacle } = oneStock;
  return (
    <Card>
      <div className={styles.facts}>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <InlineStack gap="200" blockAlign="center">
              <Text as="h2" variant="headingMd">
                {t('oneStock.title')}
              </Text>
              <StatusBadge status={STATUS[state]} label={t(`oneStock.state.${state}`)} />
            </InlineStack>
            <Button variant="plain" onClick={check.run} loading={check.isRunning}>
              {t('oneStock.check')}
            </Button>
          </InlineStack>
          {state === 'fails' && !obstacle && <Text as="p">{t('oneStock.failsAtCheckout')}</Text>}
          {check.isLost && (
            <Text as="p" tone="critical">
              {t('oneStock.checkFailed')}
            </Text>
          )}
          <Facts oneStock={oneStock} latency={latency} />
          {checkedAt && (
            <Text as="p" variant="bodySm" tone="subdued">
              <time dateTime={checkedAt}>{t('oneStock.checked', { age: age(checkedAt) })}</time>
            </Text>
          )}
        </BlockStack>
      </div>
    </Card>
  );
}

function Facts({ oneStock, latency }: { oneStock: OneStockHealth; latency: Quantiles | null }) {
  const { t } = useTranslation('home');
  const { duration } = useFormats();
  const { siteId, salesChannel, lastHour } = oneStock;
  const asked =
    lastHour.asked === 0 ? t('oneStock.askedNever') : t('oneStock.asked', { count: lastHour.asked });
  const failed =
    lastHour.failed === 0 ? t('oneStock.failedNone') : t('oneStock.failed', { count: lastHour.failed });
  const facts = [
    { name: t('oneStock.site'), value: siteId },
    { name: t('oneStock.salesChannel'), value: salesChannel ?? t('oneStock.noChannel') },
    {
      name: t('oneStock.latency'),
      value: latency
        ? t('oneStock.latencyValue', { median: duration(latency.p50), tail: duration(latency.p95) })
        : t('oneStock.latencyNone'),
    },
    { name: t('oneStock.lastHour'), value: lastHour.asked === 0 ? asked : `${asked}, ${failed}` },
  ];
  return (
    <dl className={styles.list}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
