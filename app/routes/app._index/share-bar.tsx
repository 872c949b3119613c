import { BlockStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { PeriodHealth } from '#app/features/health/index.ts';
import { useFormats } from '#app/ui/frame.ts';
import { Legend } from '#app/ui/legend.tsx';
import styles from './charts.module.css';
import { RUNG_COLORS } from './outcomes.ts';

/** Which share of the answers came from where. */
export function ShareBar({ rungs, answers }: Pick<PeriodHealth, 'rungs' | 'answers'>) {
  const { t } = useTranslation('home');
  const { share } = useFormats();
  /** None is shown as nothing while it is something. */
  const shareText = (count: number) => {
    const part = count / answers;
    return part < 0.005 ? `< ${share(0.01)}` : share(part);
  };
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('answers.rungsTitle')}
      </Text>
      <div className={styles.share} aria-hidden="true">
        {rungs.map(({ rung, answers: count }) => (
          <span key={rung} style={{ flexGrow: count, background: RUNG_COLORS[rung] }} />
        ))}
      </div>
      <Legend
        entries={rungs.map(({ rung, answers: count }) => ({
          key: rung,
          color: RUNG_COLORS[rung],
          text: t('answers.entryShare', { name: t(`answers.rungs.${rung}`), share: shareText(count) }),
        }))}
      />
    </BlockStack>
  );
}
