import { codeInWords, formatDuration } from './format.ts';
import { Legend } from './legend.tsx';
import styles from './phase-bar.module.css';

interface PhaseBarProps {
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

/** The phases by their key in the trace: what each is called, and its colour, which groups them by whose time it was. */
const PHASES: Record<string, { name: string; color: string }> = {
  body: { name: 'Receiving', color: RECEIVING },
  parse: { name: 'Reading', color: RECEIVING },
  configuration: { name: 'Settings', color: OWN_MEMORY },
  memory: { name: 'Memory', color: OWN_MEMORY },
  shared: { name: 'Shared memory', color: OWN_MEMORY },
  onestock: { name: 'OneStock', color: ONESTOCK },
  screen: { name: 'Choosing options', color: ANSWERING },
  compose: { name: 'Composing', color: ANSWERING },
  serialize: { name: 'Answering', color: ANSWERING },
};

function phaseOf(key: string) {
  return PHASES[key] ?? { name: codeInWords(key), color: 'var(--p-color-bg-fill-info)' };
}

/** Where the time of a rate request went: one stripe a phase, as long as the phase took. */
export function PhaseBar({ phasesMs, durationMs, fullMs, legend = false }: PhaseBarProps) {
  const phases = Object.entries(phasesMs)
    .filter(([, milliseconds]) => milliseconds > 0)
    .map(([key, milliseconds]) => ({ key, milliseconds, ...phaseOf(key) }));
  const width = Math.max(3, Math.min(100, (durationMs / fullMs) * 100));
  const label = phases.map(({ name, milliseconds }) => `${name} ${formatDuration(milliseconds)}`).join(', ');
  return (
    <div className={styles.frame}>
      <div className={styles.bar} style={{ width: `${width}%` }} role="img" aria-label={label}>
        {phases.map(({ key, milliseconds, color }) => (
          <span key={key} style={{ flexGrow: milliseconds, background: color }} />
        ))}
      </div>
      {legend && (
        <Legend
          entries={phases.map(({ key, name, milliseconds, color }) => ({
            key,
            color,
            text: `${name} ${formatDuration(milliseconds)}`,
          }))}
        />
      )}
    </div>
  );
}
