import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useRef } from 'react';

/** What a toast says. */
interface Message {
  text: string;
  isError?: boolean;
}

/** A fetcher of which each answer is shown as a message in a toast, once, when the page shows what came of it. */
export function useMessageFetcher<Answer>(wordsOf: (answer: Answer) => Message) {
  // On the server there is an App Bridge only until something is asked of it.
  const appBridge = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const shown = useRef<Answer>(undefined);
  useEffect(() => {
    const answer = fetcher.data as Answer | undefined;
    if (!answer || fetcher.state !== 'idle' || answer === shown.current) return;
    shown.current = answer;
    const { text, isError } = wordsOf(answer);
    appBridge.toast.show(text, { isError });
  }, [fetcher.data, fetcher.state, wordsOf, appBridge]);
  return fetcher;
}
