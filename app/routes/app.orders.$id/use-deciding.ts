import { useTranslation } from 'react-i18next';
import type { Causes } from '#app/features/obstacles/index.ts';
import type { Decision, IntentDecision } from '#app/features/orders/index.ts';
import { useCausesText } from '#app/ui/orders/use-causes-text.ts';
import { useMessageFetcher } from '#app/ui/use-message-fetcher.ts';

/** What the action of an order's page answers. */
export type DecideAnswer =
  /** `over`: the parcel was not in doubt any more, and nothing was changed. */
  | { outcome: 'decided' | 'over' | 'failed' }
  /** The order goes on to OneStock. */
  | { outcome: 'sending'; decision: Decision }
  /** So many pieces that OneStock removed are asked for again. */
  | { outcome: 'asked_again'; pieces: number }
  | { outcome: 'refused'; causes: Causes };

/** Tells the app what a person decided about an order, or saw of a parcel that is in doubt, and shows what came of it. */
export function useDeciding() {
  const { t } = useTranslation('orders');
  const causesText = useCausesText();
  const fetcher = useMessageFetcher<DecideAnswer>((answer) => {
    switch (answer.outcome) {
      case 'decided':
        return { text: t('doubt.noted') };
      case 'sending':
        return { text: t(`decisions.${answer.decision}.noted`) };
      case 'asked_again':
        return answer.pieces > 0
          ? { text: t('holds.asked', { count: answer.pieces }) }
          : { text: t('holds.nothing'), isError: true };
      case 'over':
        return { text: t('doubt.over'), isError: true };
      case 'refused':
        return { text: causesText(answer.causes), isError: true };
      case 'failed':
        return { text: t('failedToAsk'), isError: true };
    }
  });
  const submit = (body: Record<string, string | boolean>) =>
    fetcher.submit(body, { method: 'post', encType: 'application/json' });
  return {
    isDeciding: fetcher.state !== 'idle',
    /** What was seen in Shopify of a parcel. */
    decide: (intentId: string, decision: IntentDecision) => submit({ intentId, decision }),
    /** Asks OneStock once more for what it removed. */
    sendAgain: () => submit({ sendAgain: true }),
    /** How an order is sent that stopped on the way. */
    decideToSend: (toSend: Decision) => submit({ toSend }),
  };
}
