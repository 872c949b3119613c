import { codeInWords, formatDuration } from './format.ts';
import styles from './phase-bar.module.css';

interface PhaseBarProps {
  phasesMs: Record<string, number>;
  durationMs: number;
  /** The duration that fills the whole width, so that the bars of a table can be compared. */
  fullMs: number;
  legend?: boolean;
}

const COLORS = [
  'var(--p-color-bg-fill-info)',
  'var(--p-color-bg-fill-magic)',
  'var(--p-color-bg-fill-success)',
  'var(--p-color-bg-fill-caution)',
  'var(--p-color-bg-fill-emphasis)',
];

/** Where the time of a rate request went: one stripe a phase, as long as the phase took. */
export function PhaseBar({ phasesMs, durationMs, fullMs, legend = false }: PhaseBarProps) {
  const phases = Object.entries(phasesMs).filter(([, milliseconds]) => milliseconds > 0);
  const inWords = phases.map(
    ([name, milliseconds]) => `${codeInWords(name)} ${formatDuration(milliseconds)}`,
  );
  const width = Math.max(3, Math.min(100, (durationMs / fullMs) * 100));
  return (
    <div className={styles.frame}>
      <div className={styles.bar} style={{ width: `${width}%` }} role="img" aria-label={inWords.join(', ')}>
        {phases.map(([name, milliseconds], index) => (
          <span key={name} style={{ flexGrow: milliseconds, background: COLORS[index % COLORS.length] }} />
        ))}
      </div>
      {legend && (
        <ul className={styles.legend}>
          {phases.map(([name], index) => (
            <li key={name}>
              <span style={{ background: COLORS[index % COLORS.length] }} />
              {inWords[index]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
