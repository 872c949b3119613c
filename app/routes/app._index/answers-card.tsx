import { BlockStack, Button, ButtonGroup, Card, InlineGrid, InlineStack, Link, Text } from '@shopify/polaris';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HealthReport, PeriodHealth } from '#app/features/health/index.ts';
import { useFormats } from '#app/ui/frame.ts';
import { Legend } from '#app/ui/legend.tsx';
import { AnswersChart } from './answers-chart.tsx';
import styles from './cards.module.css';
import { OUTCOMES } from './outcomes.ts';
import { ShareBar } from './share-bar.tsx';
import type { ChartPeriod } from './use-chart-times.ts';

const PERIODS: readonly ChartPeriod[] = ['day', 'week'];

/** Whether shoppers get promises, by the hour or by the day. */
export function AnswersCard({ report, isEmpty }: { report: HealthReport; isEmpty: boolean }) {
  const { t } = useTranslation('home');
  const [period, setPeriod] = useState<ChartPeriod>('day');
  const health = report[period];
  return (
    <Card>
      <div className={isEmpty ? styles.line : styles.chart}>
        <BlockStack gap="400">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {t('answers.title')}
            </Text>
            {!isEmpty && (
              <ButtonGroup variant="segmented">
                {PERIODS.map((each) => (
                  <Button key={each} size="slim" pressed={each === period} onClick={() => setPeriod(each)}>
                    {t(`answers.${each}`)}
                  </Button>
                ))}
              </ButtonGroup>
            )}
          </InlineStack>
          {isEmpty ? (
            <Text as="p" tone="subdued">
              {t('answers.empty')}
            </Text>
          ) : (
            <Period health={health} period={period} />
          )}
        </BlockStack>
      </div>
    </Card>
  );
}

function Period({ health, period }: { health: PeriodHealth; period: ChartPeriod }) {
  const { t } = useTranslation('home');
  if (health.answers === 0)
    return (
      <Text as="p" tone="subdued">
        {t('answers.emptyPeriod')}
      </Text>
    );
  const entries = OUTCOMES.filter(({ key }) => key === 'promised' || health.totals[key] > 0).map(
    ({ key, color }) => ({
      key,
      color,
      text: t('answers.entry', { name: t(`answers.outcome.${key}`), count: health.totals[key] }),
    }),
  );
  return (
    <>
      <Figures health={health} />
      <BlockStack gap="200">
        <AnswersChart bars={health.bars} period={period} />
        <Legend entries={entries} />
      </BlockStack>
      <ShareBar rungs={health.rungs} answers={health.answers} />
    </>
  );
}

function Figures({ health: { totals, answers, failures, durationMs } }: { health: PeriodHealth }) {
  const { t } = useTranslation('home');
  const { share, number, duration } = useFormats();
  const figures: { name: string; value: string; note?: ReactNode; isBad?: boolean }[] = [
    { name: t('answers.promisedShare'), value: share(totals.promised / answers) },
    { name: t('answers.requests'), value: number(answers) },
    {
      name: t('answers.failures'),
      value: number(failures),
      isBad: failures > 0,
      note: failures > 0 && <Link url="/app/activity?isFailed=1">{t('answers.failuresLink')}</Link>,
    },
    {
      name: t('answers.duration'),
      value: durationMs ? duration(durationMs.p50) : '–',
      note: durationMs ? t('answers.durationTail', { duration: duration(durationMs.p95) }) : undefined,
    },
  ];
  return (
    <InlineGrid columns={{ xs: 2, md: 4 }} gap="400">
      {figures.map(({ name, value, note, isBad }) => (
        <BlockStack key={name} gap="050">
          <Text as="span" variant="bodySm" tone="subdued">
            {name}
          </Text>
          <Text as="span" variant="headingLg" tone={isBad ? 'critical' : undefined}>
            {value}
          </Text>
          {note && (
            <Text as="span" variant="bodySm" tone="subdued">
              {note}
            </Text>
          )}
        </BlockStack>
      ))}
    </InlineGrid>
  );
}
