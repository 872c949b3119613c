import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useRef } from 'react';

/** What a toast says. */
interface Told {
  text: string;
  isError?: boolean;
}

/** A fetcher of which each answer is told by a toast, once, when the page shows what came of it. */
export function useToldFetcher<Answer>(wordsOf: (answer: Answer) => Told) {
  // On the server there is an App Bridge only until something is asked of it.
  const appBridge = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const told = useRef<Answer>(undefined);
  useEffect(() => {
    const answer = fetcher.data as Answer | undefined;
    if (!answer || fetcher.state !== 'idle' || answer === told.current) return;
    told.current = answer;
    const { text, isError } = wordsOf(answer);
    appBridge.toast.show(text, { isError });
  }, [fetcher.data, fetcher.state, wordsOf, appBridge]);
  return fetcher;
}
