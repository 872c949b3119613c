import { useTranslation } from 'react-i18next';
import type { EventSummary } from '#app/features/inbox/index.ts';
import { EVENT } from '#app/features/inbox/shape.ts';
import { causeText, obstaclePieces } from '#app/words/say.ts';

/** What an event failed by, in the merchant's language, and that it was given up where it was; undefined for one that did not fail. */
export function useEventReason(): (
  event: Pick<EventSummary, 'state' | 'failure' | 'gaveUpAfter'>,
) => string | undefined {
  const { t, i18n } = useTranslation('activity');
  return ({ state, failure, gaveUpAfter }) => {
    if (!failure) return undefined;
    if (state === 'waiting' || state === 'done') return causeText(i18n, failure);
    const { happened, means, remedy } = obstaclePieces(i18n, { source: EVENT, causes: [failure] });
    const gaveUp = gaveUpAfter && t('event.gaveUp', { times: gaveUpAfter });
    // Of a dismissed event nothing is left to be done.
    const whatNow = state === 'needs_attention' ? [means, remedy] : [];
    return [happened, gaveUp, ...whatNow].filter(Boolean).join(' ');
  };
}
