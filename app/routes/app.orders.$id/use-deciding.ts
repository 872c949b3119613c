import { useTranslation } from 'react-i18next';
import type { IntentDecision } from '#app/features/orders/index.ts';
import { useMessageFetcher } from '#app/ui/use-message-fetcher.ts';

/** What the action of an order's page answers. `over`: the parcel was not in doubt any more, and nothing was changed. */
export interface DecideAnswer {
  outcome: 'decided' | 'over' | 'failed';
}

/** Tells the app what a person saw of a parcel that is in doubt, and shows what came of it. */
export function useDeciding() {
  const { t } = useTranslation('orders');
  const fetcher = useMessageFetcher<DecideAnswer>(({ outcome }) => {
    if (outcome === 'decided') return { text: t('doubt.noted') };
    return { text: outcome === 'over' ? t('doubt.over') : t('failedToAsk'), isError: true };
  });
  return {
    isDeciding: fetcher.state !== 'idle',
    decide(intentId: string, decision: IntentDecision) {
      fetcher.submit({ intentId, decision }, { method: 'post', encType: 'application/json' });
    },
  };
}
