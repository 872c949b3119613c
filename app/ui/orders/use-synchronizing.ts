import { useTranslation } from 'react-i18next';
import type { Causes } from '#app/features/obstacles/index.ts';
import { useMessageFetcher } from '../use-message-fetcher.ts';
import { useCausesText } from './use-causes-text.ts';

/** What the action of the list answers: how many orders are synchronized again, or why none is. */
export type SynchronizeAnswer = { count: number } | { count: null; causes?: Causes };

/** Has orders synchronized again, and tells what came of it. */
export function useSynchronizing() {
  const { t } = useTranslation('orders');
  const causesText = useCausesText();
  const fetcher = useMessageFetcher<SynchronizeAnswer>((answer) => {
    if (answer.count !== null) return { text: t('asked', { count: answer.count }) };
    return { text: answer.causes ? causesText(answer.causes) : t('failedToAsk'), isError: true };
  });
  return {
    isAsking: fetcher.state !== 'idle',
    synchronize(orderIds: readonly string[]) {
      const target = { method: 'post', encType: 'application/json', action: '/app/orders?index' } as const;
      fetcher.submit({ orderIds: [...orderIds] }, target);
    },
  };
}
