import styles from './legend.module.css';

interface LegendProps {
  entries: { key: string; color: string; text: string }[];
}

/** What the colours of a chart mean, in the order of the chart. */
export function Legend({ entries }: LegendProps) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ key, color, text }) => (
        <li key={key}>
          <span style={{ background: color }} />
          {text}
        </li>
      ))}
    </ul>
  );
}
