import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment, PlaceFailure } from '#app/features/carrier-service/index.ts';
import { useErrorText } from '#app/ui/form/error-text.ts';
import type { ChangeAnswer, Verb } from './answer.ts';

/** Attaching and detaching, as it goes on. */
export interface Attaching {
  /** The newest that Shopify told: as loaded, or as it was after the last change. */
  attachment: Attachment;
  /** What is being done, and where; null while nothing is. */
  pending: { verb: Verb; placeIds: readonly string[] } | null;
  /** What the last change left undone. */
  failures: PlaceFailure[];
  /** Why the last change was not tried at all, in the merchant's language. */
  refusal: string | null;
  /** Does nothing while something is being done. */
  start(verb: Verb, placeIds: readonly string[]): void;
}

const NOTHING_YET = { failures: [], refusal: null } satisfies Pick<Attaching, 'failures' | 'refusal'>;

/**
 * Attaches and detaches, many places at once. A merchant may leave meanwhile: it goes on in the app, and whoever comes back sees what
 * came of it.
 */
export function useAttaching(loaded: Attachment): Attaching {
  const { toast } = useAppBridge();
  const fetcher = useFetcher<ChangeAnswer>();
  const countPlaces = useCountedPlaces(loaded.mode);
  const { t } = useTranslation('attach');
  const errorText = useErrorText('attach');
  const [attachment, setAttachment] = useState(loaded);
  const [pending, setPending] = useState<Attaching['pending']>(null);
  const [result, setResult] = useState<Pick<Attaching, 'failures' | 'refusal'>>(NOTHING_YET);

  useEffect(() => setAttachment(loaded), [loaded]);

  const handled = useRef<ChangeAnswer>(undefined);
  useEffect(() => {
    // The same shape once it has been JSON, which its type cannot show.
    const answer = fetcher.data as ChangeAnswer | undefined;
    if (!answer || !pending || answer === handled.current) return;
    handled.current = answer;
    setPending(null);
    if (!answer.saved) {
      setResult({ failures: [], refusal: answer.errors.map(errorText).join(' ') });
      return;
    }
    setAttachment(answer.attachment);
    setResult({ failures: answer.failures, refusal: null });
    const done = pending.placeIds.length - answer.failures.length;
    const words = answer.verb === 'attach' ? 'done.attached' : 'done.detached';
    if (done > 0) toast.show(t(words, { places: countPlaces(done) }));
  }, [fetcher.data, pending, errorText, countPlaces, t, toast]);

  return {
    attachment,
    pending,
    ...result,
    start(verb, placeIds) {
      if (pending || placeIds.length === 0) return;
      setPending({ verb, placeIds });
      setResult(NOTHING_YET);
      fetcher.submit(
        { intent: verb, placeIds: [...placeIds] },
        { method: 'post', encType: 'application/json' },
      );
    },
  };
}

/** "3 shipping zones", or "3 markets". */
export function useCountedPlaces(mode: Attachment['mode']): (count: number) => string {
  const { t } = useTranslation('attach');
  return (count) => t(mode === 'profiles' ? 'zones' : 'markets', { count });
}

/** Words why a place is not as it was asked to be. */
export function usePlaceFailureText(): (failure: PlaceFailure) => string {
  const { t } = useTranslation('attach');
  const errorText = useErrorText('attach');
  return ({ code, retryable, params }) => {
    switch (code) {
      case 'place_refused':
      case 'plan_without_carrier_rates':
        return t(`failures.${code}`, { said: String(params?.said ?? '') });
      case 'place_unknown':
      case 'place_inherits_shipping':
      case 'place_shipping_off':
      case 'change_without_effect':
        return t(`failures.${code}`);
      default:
        return retryable ? t('failures.unanswered') : errorText({ code });
    }
  };
}
