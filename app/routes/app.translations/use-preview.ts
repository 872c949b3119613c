import { useFetcher } from '@remix-run/react';
import { useEffect } from 'react';
import type { TypedText } from '#app/features/delivery-options/index.ts';

/** A text is looked at once the typing rests, milliseconds. */
const REST_MS = 250;

/** How a text that is being typed would read at checkout, asked of the very code of the checkout; undefined while it is as it was saved. */
export function usePreview(place: { id: string; language: string }, typed: string | undefined) {
  const { load, data } = useFetcher<TypedText>();
  const { id, language } = place;
  useEffect(() => {
    if (typed === undefined) return;
    const query = new URLSearchParams({ id, language, text: typed });
    const timer = setTimeout(() => load(`/app/translations/preview?${query}`), REST_MS);
    return () => clearTimeout(timer);
  }, [id, language, typed, load]);
  return typed === undefined ? undefined : data;
}
