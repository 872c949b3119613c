import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntentDecision } from '#app/features/orders/index.ts';

/** What the action of an order's page answers. `over`: the parcel was not in doubt any more, and nothing was changed. */
export interface DecideAnswer {
  outcome: 'decided' | 'over' | 'failed';
}

/** Tells the app what a person saw of a parcel that is in doubt, and shows what came of it. */
export function useDeciding() {
  const { t } = useTranslation('orders');
  // On the server there is an App Bridge only until something is asked of it.
  const appBridge = useAppBridge();
  const fetcher = useFetcher<DecideAnswer>();
  const told = useRef<DecideAnswer>(undefined);
  useEffect(() => {
    const answer = fetcher.data as DecideAnswer | undefined;
    if (!answer || fetcher.state !== 'idle' || answer === told.current) return;
    told.current = answer;
    if (answer.outcome === 'decided') appBridge.toast.show(t('doubt.noted'));
    else
      appBridge.toast.show(answer.outcome === 'over' ? t('doubt.over') : t('failedToAsk'), { isError: true });
  }, [fetcher.data, fetcher.state, t, appBridge]);
  return {
    isDeciding: fetcher.state !== 'idle',
    decide(intentId: string, decision: IntentDecision) {
      fetcher.submit({ intentId, decision }, { method: 'post', encType: 'application/json' });
    },
  };
}
