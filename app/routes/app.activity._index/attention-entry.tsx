import { Button, ButtonGroup, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AttentionEntry } from '#app/features/health/index.ts';
import type { SettleAnswer } from '#app/ui/activity/settling.ts';
import { useWords } from '#app/ui/activity/use-words.ts';
import { useFormats } from '#app/ui/frame.ts';
import { obstacleAddress } from '#app/ui/obstacle-address.ts';
import { numberOf } from '#app/ui/orders/order-address.ts';
import { useObstacleText, useObstacleTitle } from '#app/ui/use-obstacle-text.ts';

/** What needs a person, as the list shows it. */
export interface Entry {
  id: string;
  what: string;
  url: string;
  reason: string;
  since: string;
  remedies: AttentionEntry['remedies'];
}

/** Words the entries of the list. */
export function useEntries(attention: readonly AttentionEntry[]): Entry[] {
  const { t } = useTranslation('activity');
  const words = useWords();
  const title = useObstacleTitle();
  const text = useObstacleText();
  const nameOf = ({ subject: { kind, id }, name }: AttentionEntry) => {
    if (kind === 'order') return name ?? numberOf(id);
    if (kind === 'run') return words.kind(id);
    return kind === 'event' && name ? words.topic(name) : name;
  };
  const reasonOf = (entry: AttentionEntry) =>
    entry.attempts > 1 ? `${text(entry)} ${t('event.gaveUp', { times: entry.attempts })}` : text(entry);
  return attention.map((entry) => ({
    id: entry.key,
    what: title({ source: entry.source, name: nameOf(entry) }),
    url: obstacleAddress(entry),
    reason: reasonOf(entry),
    since: entry.since,
    remedies: entry.remedies,
  }));
}

/** Tries again, or dismisses, the entries of these ids. */
export type Settle = (intent: SettleAnswer['intent'], ids: readonly string[]) => void;

/** What it is, leading to where it is looked at. */
export function What({ entry: { what, url } }: { entry: Entry }) {
  return (
    <div style={{ whiteSpace: 'normal', minWidth: 'min(10rem, 100%)' }}>
      <Text as="span" fontWeight="medium">
        <Link url={url} monochrome removeUnderline>
          {what}
        </Link>
      </Text>
    </div>
  );
}

export function Why({ entry: { reason } }: { entry: Entry }) {
  return (
    <div style={{ whiteSpace: 'normal', minWidth: 'min(16rem, 100%)', maxWidth: '34rem' }}>{reason}</div>
  );
}

export function Since({ entry: { since } }: { entry: Entry }) {
  const { moment } = useFormats();
  return (
    <Text as="span" tone="subdued">
      <time dateTime={since}>{moment(since)}</time>
    </Text>
  );
}

interface ActionsProps {
  entry: Entry;
  isDisabled: boolean;
  onSettle: Settle;
}

/** What a person can do about it, each with a button. */
export function Actions({ entry: { id, what, url, remedies }, isDisabled, onSettle }: ActionsProps) {
  const { t } = useTranslation('activity');
  const settled = (['retry', 'dismiss'] as const).filter((remedy) => remedies.includes(remedy));
  const looked = (['decide', 'open'] as const).filter((remedy) => remedies.includes(remedy));
  return (
    <ButtonGroup noWrap>
      {settled.map((remedy) => (
        <Button
          key={remedy}
          size="slim"
          variant={remedy === 'dismiss' ? 'tertiary' : undefined}
          disabled={isDisabled}
          accessibilityLabel={t(`attention.${remedy}One`, { what })}
          onClick={() => onSettle(remedy, [id])}
        >
          {t(`attention.${remedy}`)}
        </Button>
      ))}
      {looked.map((remedy) => (
        <Button key={remedy} size="slim" accessibilityLabel={t(`attention.${remedy}One`, { what })} url={url}>
          {t(`attention.${remedy}`)}
        </Button>
      ))}
    </ButtonGroup>
  );
}
