import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SeenReason } from '#app/features/orders/index.ts';
import { reasonText } from './use-reason-text.ts';

/** What the action of the list answers: how many orders are synchronized again, or why none is. */
export type SynchronizeAnswer = { count: number } | { count: null; reason?: SeenReason };

/** Has orders synchronized again, and tells what came of it. */
export function useSynchronizing() {
  const { t, i18n } = useTranslation('orders');
  // On the server there is an App Bridge only until something is asked of it.
  const appBridge = useAppBridge();
  const fetcher = useFetcher<SynchronizeAnswer>();
  const told = useRef<SynchronizeAnswer>(undefined);
  useEffect(() => {
    const answer = fetcher.data as SynchronizeAnswer | undefined;
    if (!answer || fetcher.state !== 'idle' || answer === told.current) return;
    told.current = answer;
    if (answer.count === null) {
      const text = answer.reason ? reasonText(i18n, answer.reason) : t('failedToAsk');
      appBridge.toast.show(text, { isError: true });
    } else appBridge.toast.show(t('asked', { count: answer.count }));
  }, [fetcher.data, fetcher.state, t, i18n, appBridge]);
  return {
    isAsking: fetcher.state !== 'idle',
    synchronize(orderIds: readonly string[]) {
      const target = { method: 'post', encType: 'application/json', action: '/app/orders?index' } as const;
      fetcher.submit({ orderIds: [...orderIds] }, target);
    },
  };
}
