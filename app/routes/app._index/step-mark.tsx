import { useTranslation } from 'react-i18next';
import type { StepState } from '#app/features/health/index.ts';
import styles from './steps.module.css';

const SIGNS: Partial<Record<StepState, string>> = {
  done: 'M5.5 10.5 8.7 13.5 14.5 7',
  failing: 'M10 5.5v5.5M10 14v.2',
  unknown: 'M10 5.5v5.5M10 14v.2',
};

/** The state of a step as a sign, and in words for who cannot see it. */
export function StepMark({ state }: { state: StepState }) {
  const { t } = useTranslation('home');
  const sign = SIGNS[state];
  return (
    <svg className={styles.mark} viewBox="0 0 20 20" role="img" aria-label={t(`steps.state.${state}`)}>
      <circle cx="10" cy="10" r="8.5" />
      {sign && <path d={sign} />}
    </svg>
  );
}
