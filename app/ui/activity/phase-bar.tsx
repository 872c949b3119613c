import { useTranslation } from 'react-i18next';
import { textUnder } from '#app/words/text-under.ts';
import { useFormats } from '../frame.ts';
import { Legend } from '../legend.tsx';
import styles from './phase-bar.module.css';

interface PhaseBarProps {
  /** Milliseconds by phase, in the order in which they were spent. */
  phasesMs: Record<string, number>;
  durationMs: number;
  /** The duration that fills the whole width, so that the bars of a table can be compared. */
  fullMs: number;
  legend?: boolean;
}

const RECEIVING = 'var(--p-color-bg-fill-caution)';
const OWN_MEMORY = 'var(--p-color-bg-fill-magic)';
const ONESTOCK = 'var(--p-color-bg-fill-emphasis)';
const ANSWERING = 'var(--p-color-bg-fill-success)';
const OTHER = 'var(--p-color-bg-fill-info)';

/** The colours of the phases, which group them by whose time it was. */
const COLORS: Record<string, string> = {
  body: RECEIVING,
  parse: RECEIVING,
  configuration: OWN_MEMORY,
  memory: OWN_MEMORY,
  shared: OWN_MEMORY,
  onestock: ONESTOCK,
  screen: ANSWERING,
  compose: ANSWERING,
  serialize: ANSWERING,
};

/** Where the time of a rate request went: one stripe a phase, as long as the phase took. */
export function PhaseBar({ phasesMs, durationMs, fullMs, legend = false }: PhaseBarProps) {
  const { i18n } = useTranslation();
  const { duration } = useFormats();
  const nameOf = (key: string) => textUnder(i18n, `activity:phases.${key}`) ?? key;
  const phases = Object.entries(phasesMs)
    .filter(([, milliseconds]) => milliseconds > 0)
    .map(([key, milliseconds]) => ({
      key,
      milliseconds,
      color: COLORS[key] ?? OTHER,
      text: `${nameOf(key)} ${duration(milliseconds)}`,
    }));
  const width = Math.max(3, Math.min(100, (durationMs / fullMs) * 100));
  return (
    <div className={styles.frame}>
      <div
        className={styles.bar}
        style={{ width: `${width}%` }}
        role="img"
        aria-label={phases.map(({ text }) => text).join(', ')}
      >
        {phases.map(({ key, milliseconds, color }) => (
          <span key={key} style={{ flexGrow: milliseconds, background: color }} />
        ))}
      </div>
      {legend && <Legend entries={phases} />}
    </div>
  );
}
