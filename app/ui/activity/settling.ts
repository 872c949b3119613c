import { useTranslation } from 'react-i18next';
import { useMessageFetcher } from '../use-message-fetcher.ts';

/** What the action of the page answers: how many entries could be settled; null when it failed. */
export interface SettleAnswer {
  intent: 'retry' | 'dismiss';
  count: number | null;
}

/** Tries entries that need attention again, or dismisses them, and tells what came of it. */
export function useSettling() {
  const { t } = useTranslation('activity');
  const fetcher = useMessageFetcher<SettleAnswer>(({ count, intent }) => {
    if (count === null) return { text: t('attention.failed'), isError: true };
    if (count === 0) return { text: t('attention.unchanged') };
    return { text: t(intent === 'retry' ? 'attention.retried' : 'attention.dismissed', { count }) };
  });
  return {
    isSettling: fetcher.state !== 'idle',
    /** @param keys of the entries on the list of what needs attention */
    settle(intent: SettleAnswer['intent'], keys: readonly string[]) {
      const target = { method: 'post', encType: 'application/json', action: '/app/activity?index' } as const;
      fetcher.submit({ intent, keys: [...keys] }, target);
    },
  };
}
