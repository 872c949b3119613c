import type { ReactNode } from 'react';
import styles from './timeline.module.css';

type Tone = 'works' | 'attention' | 'fails' | null;

/** The mark of each kind of note on the timeline, drawn on Polaris's grid of 20. */
const MARKS: Record<string, { path: string; tone: Tone }> = {
  seen: { path: 'M4 5h2l1.5 8h7L16 7.5H6.5M8.5 16h.01M13.5 16h.01', tone: null },
  promised: { path: 'M5 6.5h10v9H5zM5 9.5h10M7.5 4.5v3M12.5 4.5v3', tone: 'works' },
  not_promised: { path: 'M5 6.5h10v9H5zM5 9.5h10M7.5 4.5v3M12.5 4.5v3M8 12.5h4', tone: null },
  requested: { path: 'M15 10a5 5 0 1 1-1.6-3.7M15 4v3h-3', tone: null },
  exported: { path: 'M10 15V5m0 0L5.5 9.5M10 5l4.5 4.5', tone: 'works' },
  refused: { path: 'M6 6l8 8m0-8-8 8', tone: 'fails' },
  stopped: { path: 'M10 5v6M10 14.5h.01', tone: 'attention' },
  fulfilled: { path: 'M3 6h8v7H3zM11 8.5h3l2.5 2.5v2H11M6 15h.01M13.5 15h.01', tone: 'works' },
  tracked: { path: 'M10 16s5-4.6 5-8.2A5 5 0 0 0 5 7.8C5 11.4 10 16 10 16zM10 8h.01', tone: 'works' },
  shortfall: { path: 'M3 6h8v7H3zM11 8.5h3l2.5 2.5v2H11M5 9.5h4', tone: 'attention' },
  held: { path: 'M7.5 5.5v9M12.5 5.5v9', tone: 'attention' },
  released: { path: 'M7 5.5l7 4.5-7 4.5z', tone: 'works' },
  decided: { path: 'M5 10.5l3.5 3.5L15 7', tone: null },
  sent_again: { path: 'M10 15V5m0 0L5.5 9.5M10 5l4.5 4.5', tone: null },
  decided_to_send: { path: 'M5 10.5l3.5 3.5L15 7', tone: null },
  blocked: { path: 'M10 5v6M10 14.5h.01', tone: 'fails' },
  cancelled: { path: 'M6 6l8 8m0-8-8 8', tone: 'attention' },
  edited: { path: 'M5 15l.8-3 7.2-7.2 2.2 2.2L8 14.2z', tone: 'attention' },
  differs: { path: 'M5 8h10M5 12h10M12 5 8 15', tone: 'attention' },
  taken_out: { path: 'M10 5v10m0 0-4.5-4.5M10 15l4.5-4.5', tone: 'works' },
  address_changed: { path: 'M10 16s5-4.6 5-8.2A5 5 0 0 0 5 7.8C5 11.4 10 16 10 16zM8 8h4', tone: 'works' },
  contact_changed: {
    path: 'M10 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM5 15.5a5 5 0 0 1 10 0',
    tone: 'works',
  },
  compared: { path: 'M5 8h10l-3-3M15 12H5l3 3', tone: null },
  refunded: { path: 'M8 6 5 9l3 3M5 9h7a3 3 0 0 1 0 6h-2', tone: 'attention' },
};

/** A kind that is not known has a plain mark. */
const PLAIN = { path: 'M10 10h.01', tone: null };

export function NoteMark({ kind }: { kind: string }): ReactNode {
  const { path, tone } = MARKS[kind] ?? PLAIN;
  return (
    <span className={`${styles.mark} ${tone ? styles[tone] : ''}`}>
      <svg viewBox="0 0 20 20" fill="none" aria-hidden="true">
        <path d={path} stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </span>
  );
}
