import { useTranslation } from 'react-i18next';
import type { EventSummary } from '#app/features/activity/index.ts';
import { useFailureText } from '../use-reasons.ts';

/** What an event failed by, in the merchant's language, and that it was given up where it was; undefined for one that did not fail. */
export function useEventReason(): (
  event: Pick<EventSummary, 'reason' | 'reasonCode' | 'gaveUpAfter'>,
) => string | undefined {
  const { t } = useTranslation('activity');
  const failureText = useFailureText();
  return ({ reason, reasonCode, gaveUpAfter }) => {
    if (!reason) return undefined;
    const failed = failureText({ code: reasonCode, message: reason });
    return gaveUpAfter ? `${failed} ${t('event.gaveUp', { times: gaveUpAfter })}` : failed;
  };
}
