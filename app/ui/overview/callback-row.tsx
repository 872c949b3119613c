import { Badge, Text } from '@shopify/polaris';
import { useState } from 'react';
import type { CallbackOverview } from '#app/features/activity/index.ts';
import { CallbackDetails } from './callback-details.tsx';
import styles from './callbacks-card.module.css';
import { counted, formatDuration, formatInstant } from './format.ts';
import { originOf } from './origin.ts';
import { PhaseBar } from './phase-bar.tsx';

interface CallbackRowProps {
  callback: CallbackOverview;
  timezone: string;
  slowestMs: number;
}

/** One rate request: a row that says how it went, and under it, once opened, the whole story. */
export function CallbackRow({ callback, timezone, slowestMs }: CallbackRowProps) {
  const [open, setOpen] = useState(false);
  const detailsId = `callback-${callback.id}`;
  const { receivedAt, durationMs, phasesMs, rateCount, status } = callback;
  const { name, tone } = originOf(callback);
  return (
    <>
      <tr className={styles.row}>
        <td>
          <button
            type="button"
            className={styles.disclosure}
            aria-expanded={open}
            aria-controls={detailsId}
            onClick={() => setOpen(!open)}
          >
            <time dateTime={receivedAt}>{formatInstant(receivedAt, timezone)}</time>
          </button>
        </td>
        <td>{destination(callback)}</td>
        <td>
          <Badge tone={tone}>{name}</Badge>
          {status !== 200 && <Badge tone={tone}>{`HTTP ${status}`}</Badge>}
        </td>
        <td>
          {rateCount === 0 ? (
            <Text as="span" tone="subdued">
              None
            </Text>
          ) : (
            counted(rateCount, 'rate')
          )}
        </td>
        <td>
          <span className={styles.duration}>{formatDuration(durationMs)}</span>
          <PhaseBar phasesMs={phasesMs} durationMs={durationMs} fullMs={slowestMs} />
        </td>
      </tr>
      <tr id={detailsId} className={styles.details} hidden={!open}>
        <td colSpan={5}>{open && <CallbackDetails callback={callback} />}</td>
      </tr>
    </>
  );
}

function destination({ country, postalPrefix }: CallbackOverview): string {
  return [country, postalPrefix && `${postalPrefix}…`].filter(Boolean).join(' ') || 'Not given';
}
