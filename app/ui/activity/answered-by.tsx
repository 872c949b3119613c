import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CallbackSummary } from '#app/features/promise/index.ts';
import { ORIGIN_TONES, type Origin, originOf } from './origin.ts';

/** Where an answer, or one rate of it, came from. */
export function OriginBadge({ origin }: { origin: Origin }) {
  const { t } = useTranslation('activity');
  return <Badge tone={ORIGIN_TONES[origin]}>{t(`rungs.${origin}`)}</Badge>;
}

/** Where the answer of a rate request came from, with its HTTP status when that is not the usual one. */
export function AnsweredBy({ callback }: { callback: Pick<CallbackSummary, 'rung' | 'status'> }) {
  const origin = originOf(callback);
  return (
    <>
      <OriginBadge origin={origin} />
      {callback.status !== 200 && <Badge tone={ORIGIN_TONES[origin]}>{`HTTP ${callback.status}`}</Badge>}
    </>
  );
}
