import { useTranslation } from 'react-i18next';
import type { AnswerBar } from '#app/features/health/index.ts';
import { useFormats } from '#app/ui/frame.ts';
import styles from './charts.module.css';
import { OUTCOMES } from './outcomes.ts';
import { type ChartPeriod, useChartTimes } from './use-chart-times.ts';

/** Of the hours every sixth has its time below it, of the days each. */
const LABEL_EVERY: Record<ChartPeriod, number> = { day: 6, week: 1 };

/** One bar an hour or a day, as high as it had requests, in the colours of what became of them; the same as a table for screen readers. */
export function AnswersChart({ bars, period }: { bars: AnswerBar[]; period: ChartPeriod }) {
  const { t } = useTranslation('home');
  const { number } = useFormats();
  const timeOf = useChartTimes(period);
  const highest = Math.max(1, ...bars.map(totalOf));
  const textOf = (bar: AnswerBar) => {
    const counts = OUTCOMES.filter(({ key }) => bar[key] > 0).map(({ key }) =>
      t('answers.entry', { name: t(`answers.outcome.${key}`), count: bar[key] }),
    );
    return t('answers.bar', {
      time: timeOf(bar.from),
      counts: counts.length === 0 ? t('answers.barNone') : counts.join(', '),
    });
  };
  return (
    <div className={styles.chart}>
      <div aria-hidden="true">
        <span className={styles.highest}>{number(highest)}</span>
        <div className={styles.bars}>
          {bars.map((bar) => (
            <div key={bar.from} className={styles.bar} title={textOf(bar)}>
              {OUTCOMES.filter(({ key }) => bar[key] > 0).map(({ key, color }) => (
                <span key={key} style={{ height: `${(bar[key] / highest) * 100}%`, background: color }} />
              ))}
            </div>
          ))}
        </div>
        <div className={styles.axis}>
          {bars.map(({ from }, index) => (
            <span key={from}>{index % LABEL_EVERY[period] === 0 && <span>{timeOf(from)}</span>}</span>
          ))}
        </div>
      </div>
      <BarsTable bars={bars} period={period} timeOf={timeOf} />
    </div>
  );
}

function BarsTable({
  bars,
  period,
  timeOf,
}: {
  bars: AnswerBar[];
  period: ChartPeriod;
  timeOf: (instant: string) => string;
}) {
  const { t } = useTranslation('home');
  return (
    <table className={styles.hidden}>
      <caption>{period === 'day' ? t('answers.hourTable') : t('answers.dayTable')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('answers.time')}</th>
          {OUTCOMES.map(({ key }) => (
            <th key={key} scope="col">
              {t(`answers.outcome.${key}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.from}>
            <th scope="row">{timeOf(bar.from)}</th>
            {OUTCOMES.map(({ key }) => (
              <td key={key}>{bar[key]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function totalOf(bar: AnswerBar): number {
  return OUTCOMES.reduce((total, { key }) => total + bar[key], 0);
}
