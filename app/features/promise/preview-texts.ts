import type { Store } from '#app/features/onestock-account/index.ts';
import { rateTexts, type Wording } from './rate-texts.ts';
import { sampleMoments } from './sample-moments.ts';

/** The words whose look is asked for, and in which zone and language they are read. */
export interface TextPreview extends Pick<Wording, 'option' | 'texts' | 'locale' | 'primaryLocale'> {
  /** The store of a collection; left out for a delivery. */
  store: Pick<Store, 'name' | 'city'>;
  timezone: string;
}

/**
 * What a shopper would read at `now` of an example: a promise a few days ahead, with a cut-off and a carrier, and the same option
 * shown without a date. By the very function that words rates.
 */
export function previewTexts(
  { store, timezone, ...words }: TextPreview,
  now: Date,
): { name: string; description: string; withoutDate: string } {
  const { cutoff, etaStart, etaEnd } = sampleMoments(now, timezone);
  const wording = { ...words, store: words.option.kind === 'collect' ? store : null };
  const promise = { cutoff, carriers: [{ name: 'DHL' }] };
  const window = { start: etaStart, end: etaEnd, timezone };
  const { name, description } = rateTexts({ ...wording, window, promise });
  const { description: withoutDate } = rateTexts({ ...wording, window: null, promise: null });
  return { name, description, withoutDate };
}
