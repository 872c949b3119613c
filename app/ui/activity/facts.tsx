import type { ReactNode } from 'react';
import styles from './facts.module.css';

/** Facts with their names, those that are not known left out. */
export function Facts({ facts }: { facts: readonly [name: string, value: ReactNode][] }) {
  const known = facts.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return (
    <dl className={styles.facts}>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
