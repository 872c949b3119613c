import { Button, ButtonGroup, Link, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../frame.ts';
import type { SettleAnswer } from './settling.ts';

/** An order or an event that the app does not try again by itself. */
export interface Entry {
  id: string;
  kind: 'events' | 'orders';
  what: string;
  url: string;
  reason?: string;
  since: string;
}

/** Tries again, or dismisses, the entries of these ids. */
export type Settle = (intent: SettleAnswer['intent'], ids: readonly string[]) => void;

/** What it is, leading to where it is looked at. */
export function What({ entry: { what, url } }: { entry: Entry }) {
  return (
    <Text as="span" fontWeight="medium">
      <Link url={url} monochrome removeUnderline>
        {what}
      </Link>
    </Text>
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

export function Actions({ entry: { id, what }, isDisabled, onSettle }: ActionsProps) {
  const { t } = useTranslation('activity');
  return (
    <ButtonGroup noWrap>
      <Button
        size="slim"
        disabled={isDisabled}
        accessibilityLabel={t('attention.retryOne', { what })}
        onClick={() => onSettle('retry', [id])}
      >
        {t('attention.retry')}
      </Button>
      <Button
        size="slim"
        variant="tertiary"
        disabled={isDisabled}
        accessibilityLabel={t('attention.dismissOne', { what })}
        onClick={() => onSettle('dismiss', [id])}
      >
        {t('attention.dismiss')}
      </Button>
    </ButtonGroup>
  );
}
