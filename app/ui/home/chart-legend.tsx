import styles from './charts.module.css';

/** What the colours of a chart mean, in the order of the chart. */
export function ChartLegend({ entries }: { entries: { key: string; color: string; text: string }[] }) {
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
