import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What is to be tried again or dismissed. */
export interface Settled {
  events: string[];
  orders: string[];
}

/** What the action of the page answers: how many entries were in the state to be settled; null when it failed. */
export interface SettleAnswer {
  intent: 'retry' | 'dismiss';
  count: number | null;
}

/** Tries entries that need attention again, or dismisses them, and tells what came of it. */
export function useSettling() {
  const { t } = useTranslation('activity');
  // On the server there is an App Bridge only until something is asked of it.
  const appBridge = useAppBridge();
  const fetcher = useFetcher<SettleAnswer>();
  const told = useRef<SettleAnswer>(undefined);
  useEffect(() => {
    const answer = fetcher.data as SettleAnswer | undefined;
    if (!answer || fetcher.state !== 'idle' || answer === told.current) return;
    told.current = answer;
    const { count, intent } = answer;
    const { toast } = appBridge;
    if (count === null) toast.show(t('attention.failed'), { isError: true });
    else if (count === 0) toast.show(t('attention.unchanged'));
    else toast.show(t(intent === 'retry' ? 'attention.retried' : 'attention.dismissed', { count }));
  }, [fetcher.data, fetcher.state, t, appBridge]);
  return {
    isSettling: fetcher.state !== 'idle',
    settle(intent: SettleAnswer['intent'], { events, orders }: Settled) {
      const target = { method: 'post', encType: 'application/json', action: '/app/activity?index' } as const;
      fetcher.submit({ intent, events, orders }, target);
    },
  };
}
