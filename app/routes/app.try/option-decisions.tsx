import { Badge, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TriedRates } from '#app/features/promise/index.ts';
import { OriginBadge } from '#app/ui/activity/answered-by.tsx';
import { useReasons } from '#app/ui/use-reasons.ts';
import styles from './option-decisions.module.css';

/** Each option, or store of it: shown or left out, and why. */
export function OptionDecisions({ tried }: { tried: Pick<TriedRates, 'options' | 'rates' | 'rung'> }) {
  const { t } = useTranslation('try');
  const reasonText = useReasons();
  const { options, rates, rung } = tried;
  if (options.length === 0) return <Text as="p">{t('trace.noOptions')}</Text>;
  const nameOf = (code: string) => rates.find((rate) => rate.code === code)?.name;
  return (
    <ul className={styles.decisions}>
      {options.map((option) => (
        <li key={option.code}>
          <Badge tone={option.kept ? 'success' : undefined}>
            {option.kept ? t('trace.shown') : t('trace.leftOut')}
          </Badge>
          <div className={styles.option}>
            <Text as="span" fontWeight="medium" breakWord>
              {nameOf(option.code) ?? option.code}
            </Text>
            {nameOf(option.code) && (
              <Text as="span" tone="subdued" variant="bodySm" breakWord>
                {option.code}
              </Text>
            )}
          </div>
          <div className={styles.reason}>
            <Text as="span" tone="subdued">
              {reasonText(option.reason)}
            </Text>
            {option.kept && (option.rung === 'fallback' || option.rung !== rung) && (
              <OriginBadge origin={option.rung} />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
